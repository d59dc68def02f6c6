import type { Checkpoint, Countersignature } from '@clew/ledger/audit/checkpoints.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { z } from 'zod';

const at = z.iso.datetime({ precision: 3 });
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

const checkpointSchema = z.strictObject({
  clew: z.literal(1),
  kind: z.literal('audit-checkpoint'),
  hub: publicKey,
  number: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at,
  signature,
}) satisfies z.ZodType<Checkpoint>;

const countersignatureSchema = z.strictObject({
  clew: z.literal(1),
  kind: z.literal('audit-countersignature'),
  checkpoint: checkpointSchema,
  by: z.string().trim().min(1).max(100),
  publicKey,
  at,
  signature,
}) satisfies z.ZodType<Countersignature>;

const fileSchema = z.union([checkpointSchema, countersignatureSchema]);

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
