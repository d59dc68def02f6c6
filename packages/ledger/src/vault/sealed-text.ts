// In: text that could quote contributions. Out: the text encrypted under the data keys of all of them.
// Invariant: once the key of any of them is destroyed, nobody can read the text, wherever a copy of it lies.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { Database } from '../database.ts';
import type { Keyring } from './keyring.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text under the keys of all contributions that it may speak of (ids; order and repetition do not matter).
 * Refuses ('erased') when the key of one is destroyed. Contributions that the ledger does not know are a bug.
 */
export async function sealText(
  database: Database,
  contributions: readonly string[],
  text: string,
): Promise<string> {
  const objects = await objectsOf(database, contributions);
  return sealUnder(database.keys, objects, text);
}

/** The text, or null when the key of one of the contributions has been destroyed. */
export async function openText(
  database: Database,
  contributions: readonly string[],
  sealed: string,
): Promise<string | null> {
  return textOpener(database)(contributions, sealed);
}

export type TextOpener = (contributions: readonly string[], sealed: string) => Promise<string | null>;

/** `openText` for many texts at one moment: each key is fetched once. Do not hold on to it. */
export function textOpener(database: Database): TextOpener {
  const objects = new Map<string, Promise<readonly string[]>>();
  const keys = new Map<string, Promise<Buffer | undefined>>();
  return async (contributions, sealed) => {
    const name = [...new Set(contributions)].sort().join(' ');
    const found = objects.get(name) ?? objectsOf(database, contributions);
    objects.set(name, found);
    const key = keys.get(name) ?? found.then((all) => textKey(database.keys, all));
    keys.set(name, key);
    const known = await key;
    return known === undefined ? null : openWith(known, sealed);
  };
}

/** Seals a text under the keys of vault objects. Refuses ('erased') when one is destroyed. */
export async function sealUnder(keys: Keyring, objects: readonly string[], text: string): Promise<string> {
  const key = await textKey(keys, objects);
  if (key === undefined) {
    throw new Refusal('erased', 'This speaks of something that has been erased.', 'Nothing was kept.');
  }
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

/** The text, or null when the key of one of the vault objects has been destroyed. */
export async function openUnder(
  keys: Keyring,
  objects: readonly string[],
  sealed: string,
): Promise<string | null> {
  const key = await textKey(keys, objects);
  return key === undefined ? null : openWith(key, sealed);
}

/** One key from several: HKDF (RFC 5869) with SHA-256 over their data keys in the order of the objects' names. */
export async function textKey(keys: Keyring, given: readonly string[]): Promise<Buffer | undefined> {
  const objects = [...new Set(given)].sort();
  if (objects.length === 0) throw new Error('A text is sealed under one contribution at least');
  const parts = await Promise.all(objects.map((object) => keys.find(object)));
  const material: Buffer[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    material.push(part);
  }
  return Buffer.from(hkdfSync('sha256', Buffer.concat(material), '', 'clew sealed text', 32));
}

export function openWith(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAuthTag(
      bytes.subarray(bytes.length - tagBytes),
    );
    const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    throw new Refusal('damaged', 'A sealed text was changed.', 'Put ledger and vault back from one backup.');
  }
}

async function objectsOf(database: Database, contributions: readonly string[]): Promise<readonly string[]> {
  const ids = [...new Set(contributions)];
  const rows = await database.query<{ object: string }>(
    'select object from contribution where id = any($1::text[])',
    [ids],
  );
  if (rows.length !== ids.length) throw new Error('A text is to be sealed under an unknown contribution');
  return rows.map((row) => row.object);
}
