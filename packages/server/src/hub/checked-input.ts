import { Refusal } from '@clew/model/refusal.ts';
import type { z } from 'zod';

/** Input in the shape of the contract, whoever gives it; else a refusal that names the field and not what it held. */
export function checkedInput<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );
  throw new Refusal('input-invalid', `${sentences.join('; ')}.`, 'Nothing was kept.');
}
