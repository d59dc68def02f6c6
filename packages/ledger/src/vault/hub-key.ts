import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Refusal } from '@clew/model/refusal.ts';

/** The key that wraps the data key of everything in the vault. */
export interface HubKey {
  /** Eight hex digits that tell keys apart without telling the key. */
  readonly id: string;
  readonly bytes: Buffer;
}

const bytesOfKey = 32;

/** The key written as 64 hex digits (32 bytes), as in the file and in the environment. */
export function hubKeyFrom(text: string): HubKey {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new Refusal('hub-key', 'The hub key is not 64 hex digits.', 'Put back the key from its backup.');
  }
  const bytes = Buffer.from(digits, 'hex');
  const id = createHash('sha256').update('clew hub key\n').update(bytes).digest('hex').slice(0, 8);
  return { id, bytes };
}

/** Makes a key file that only its owner may read. Refuses to replace one. */
export async function createHubKey(file: string): Promise<HubKey> {
  const key = randomBytes(bytesOfKey);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${key.toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hubKeyFrom(key.toString('hex'));
}

/** Reads the key file. Refuses one that others on the machine could read. */
export async function readHubKey(file: string): Promise<HubKey> {
  if (!existsSync(file)) {
    throw new Refusal(
      'hub-key',
      'The key of this hub is missing.',
      'Put hub.key back from its backup, or give the key in CLEW_HUB_KEY. Without it the vault cannot be read.',
    );
  }
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Refusal('hub-key', 'Others on this machine can read hub.key.', `Run: chmod 600 ${file}`);
  }
  return hubKeyFrom(await readFile(file, 'utf8'));
}
