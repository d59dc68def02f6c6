import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { writeSettled } from '../settle-folder.ts';

/** Which hub key a vault is wrapped under, by id. Kept from the first change of the key on. */
export interface KeyInForce {
  readonly now: string;
  /** While it is being changed: the key that takes its place. Some data keys are wrapped under it already. */
  readonly next?: string | undefined;
}

/** What the vault says of its hub key, or undefined where that was never changed. */
export async function readKeyInForce(vault: string): Promise<KeyInForce | undefined> {
  const text = await readFile(fileIn(vault), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const [now, next] = text.trimEnd().split(' ');
  if (/^[0-9a-f]{8}( [0-9a-f]{8})?\n$/.test(text) && now !== undefined) return { now, next };
  throw new Refusal(
    'damaged',
    'What the vault says of its key was changed.',
    'Put the folder `vault` back from the backup.',
  );
}

/** Keeps it; it is on the disk when this returns. */
export async function writeKeyInForce(vault: string, { now, next }: KeyInForce): Promise<void> {
  await writeSettled(fileIn(vault), `${next === undefined ? now : `${now} ${next}`}\n`);
}

function fileIn(vault: string): string {
  return join(vault, 'hub-key-id');
}
