import { readFile } from 'node:fs/promises';
import { Refusal } from '@clew/model/refusal.ts';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const hubFileSchema = z
  .strictObject({
    clew: z.literal(1),
    title: z.string().min(1),
    profile: z.enum(['eu-europol', 'us-28cfr23']).default('eu-europol'),
    /**
     * Whether linkage learns its weights from everything that may be matched, or takes those that come with Clew, so
     * that a hit depends on the two records alone (decision 31); learnt unless told.
     */
    weights: z.enum(['learnt', 'usual']).optional(),
    /** One judged pair in so many comes back to another reviewer; in ten unless told. */
    secondOpinionOneIn: z.number().int().min(1).max(1000).optional(),
    /** Made by `clew demo`, which may remove it again. */
    demo: z.literal(true).optional(),
  })
  .readonly();

/** What clew.yaml says of a hub. */
export type HubFile = z.output<typeof hubFileSchema>;

export function hubFileText(content: HubFile): string {
  return stringify(content);
}

/** Reads clew.yaml; refuses when the folder is not a hub. */
export async function readHubFile(path: string): Promise<HubFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Refusal(
      'not-a-hub',
      'There is no hub here.',
      'Make one with `clew init`, or name one with --hub FOLDER.',
    );
  }
  const parsed = hubFileSchema.safeParse(yamlOrNothing(text));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'not-a-hub',
    'The file clew.yaml of this hub does not say what it should.',
    z.prettifyError(parsed.error),
  );
}

function yamlOrNothing(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return undefined;
  }
}
