import { type Id, idFromText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** The number in an id that a person typed. */
export function idFromArgument(text: string): Id {
  const id = idFromText(text);
  if (id !== undefined) return id;
  throw new Refusal(
    'usage',
    `${text} is not an id.`,
    'An id looks like person-00f3a1b2c3d4e5f6; clew find TEXT prints them.',
  );
}
