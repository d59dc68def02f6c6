import type { Checkpoint, Countersignature } from '@clew/ledger/audit/checkpoints.ts';
import { checkpointShape, countersignatureShape } from '@clew/model/contract/audit.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { z } from 'zod';

const fileSchema = z.union([
  checkpointShape satisfies z.ZodType<Checkpoint>,
  countersignatureShape satisfies z.ZodType<Countersignature>,
]);

/** Reads a checkpoint or a countersignature that was kept elsewhere; refuses anything else. */
export function checkpointFrom(text: string): Checkpoint | Countersignature {
  const parsed = fileSchema.safeParse(jsonOrNothing(text));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'input-invalid',
    'This is neither a checkpoint of an audit log nor a countersignature of one.',
    'Use a file that `clew audit checkpoint --out` or `clew audit countersign` wrote.',
  );
}

/** As a file, to be kept elsewhere. */
export function checkpointFileText(given: Checkpoint | Countersignature): string {
  return `${JSON.stringify(given, null, 2)}\n`;
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
