// In: the signing keys that a hub has had. Out: which of them signs which entry of the audit log.
// Invariant: a key that was given up signs nothing that came after; nobody adds a key without holding the one before.

import { type Database, instant } from '../database.ts';
import { isSignedBy, type SigningKey } from './signing-key.ts';

/** The signing key changed: `from` signs up to the entry with this number, `to` after it. Both signed that. */
export interface KeyChange {
  readonly number: number;
  /** Public keys: Ed25519, base64url. */
  readonly from: string;
  readonly to: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly signedByOld: string;
  readonly signedByNew: string;
}

/** Keeps that the key changes at the end of the log. Run it in a transaction, after the last entry of the old key. */
export async function addKeyChange(
  database: Database,
  change: {
    readonly from: SigningKey;
    readonly to: SigningKey;
    readonly number: number;
    readonly at: string;
  },
): Promise<void> {
  const { from, to, number } = change;
  const text = changeText({ number, from: from.publicKey, to: to.publicKey, at: instant(change.at) });
  await database.query(
    `insert into hub_key_change (number, old_key, new_key, signed_by_old, signed_by_new, at)
     values ($1, $2, $3, $4, $5, $6)`,
    [number, from.publicKey, to.publicKey, from.sign(text), to.sign(text), instant(change.at)],
  );
}

/** All changes, in their order. */
export async function keyChanges(database: Database): Promise<readonly KeyChange[]> {
  const rows = await database.query<Omit<KeyChange, 'at' | 'number'> & { at: Date; number: number | string }>(
    `select number, old_key as "from", new_key as "to", signed_by_old as "signedByOld",
       signed_by_new as "signedByNew", at
     from hub_key_change order by number`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number), at: instant(row.at) }));
}

/** The key that signs the entry with a number; `current` is the hub's key now. */
export function signerOf(changes: readonly KeyChange[], number: number, current: string): string {
  return changes.find((change) => number <= change.number)?.from ?? current;
}

/** The first change that was not signed by both keys or does not lead to the next one and to the current key. */
export function brokenChange(changes: readonly KeyChange[], current: string): KeyChange | undefined {
  return changes.find((change, index) => {
    const text = changeText(change);
    const signed =
      isSignedBy(change.from, text, change.signedByOld) && isSignedBy(change.to, text, change.signedByNew);
    return !signed || change.to !== (changes[index + 1]?.from ?? current);
  });
}

/** What is signed: the JSON canonicalisation (RFC 8785) of everything but the signatures. */
function changeText({ number, from, to, at }: Pick<KeyChange, 'number' | 'from' | 'to' | 'at'>): string {
  return JSON.stringify({ at, clew: 1, from, kind: 'hub-key-change', number, to });
}
