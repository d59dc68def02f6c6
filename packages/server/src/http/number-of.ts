import { idFromText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** The number in an id that the contract has let through. */
export function numberOf(id: string): bigint {
  const number = idFromText(id.slice(-16));
  if (number === undefined) throw new Refusal('input-invalid', 'This is not an id.');
  return number;
}
