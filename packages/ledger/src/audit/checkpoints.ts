// In: the end of the audit log. Out: a point of it, signed by the hub, that can be kept elsewhere and countersigned.
// Invariant: whoever holds a checkpoint can tell whether the log still contains every entry up to it, unchanged.

import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from '../database.ts';
import { auditHead } from './chain.ts';
import { keyChanges, signerOf } from './key-changes.ts';
import { isSignedBy, type SigningKey } from './signing-key.ts';

/** A point of the chain, signed by the hub. As JSON it can be kept anywhere: it says nothing of what was done. */
export interface Checkpoint {
  readonly clew: 1;
  readonly kind: 'audit-checkpoint';
  /** The public key of the hub that signed: Ed25519, base64url. */
  readonly hub: string;
  /** The number of the last entry that it covers, and that entry's hash. */
  readonly number: number;
  readonly hash: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly signature: string;
}

/** A checkpoint that somebody outside the hub saw and signed with a key of its own. */
export interface Countersignature {
  readonly clew: 1;
  readonly kind: 'audit-countersignature';
  readonly checkpoint: Checkpoint;
  /** Who says to have signed, as an office, 1 to 100 characters: the key proves it, not this. */
  readonly by: string;
  readonly publicKey: string;
  readonly at: string;
  readonly signature: string;
}

/** Signs the end of the log, and keeps that. Run it in a transaction. Returns the last one when nothing is new. */
export async function addCheckpoint(
  database: Database,
  given: { readonly key: SigningKey; readonly at: string },
): Promise<Checkpoint> {
  const { number, hash } = await auditHead(database, { lock: true });
  if (number === 0) {
    throw new Refusal('not-found', 'The audit log is empty.', 'There is nothing to sign yet.');
  }
  const before = await findCheckpoint(database, number, given.key.publicKey);
  if (before !== undefined) return before;
  const unsigned = { hub: given.key.publicKey, number, hash, at: instant(given.at) };
  const signed = given.key.sign(checkpointText(unsigned));
  await database.query('insert into audit_checkpoint (number, hash, signature, at) values ($1, $2, $3, $4)', [
    number,
    hash,
    signed,
    unsigned.at,
  ]);
  return { clew: 1, kind: 'audit-checkpoint', ...unsigned, signature: signed };
}

/** The checkpoint at a number, as the hub that has this public key now signed it then; or undefined. */
export async function findCheckpoint(
  database: Database,
  number: number,
  current: string,
): Promise<Checkpoint | undefined> {
  const rows = await database.query<{ hash: string; signature: string; at: Date }>(
    'select hash, signature, at from audit_checkpoint where number = $1',
    [number],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const hub = signerOf(await keyChanges(database), number, current);
  return { clew: 1, kind: 'audit-checkpoint', hub, number, ...row, at: instant(row.at) };
}

/** The number of the newest checkpoint; 0 when there is none. */
export async function lastCheckpoint(database: Database): Promise<number> {
  const rows = await database.query<{ number: number | string | null }>(
    'select max(number) as number from audit_checkpoint',
  );
  return Number(rows[0]?.number ?? 0);
}

/** Signs a checkpoint with a key from outside the hub. Needs no hub. */
export function countersign(
  checkpoint: Checkpoint,
  given: { readonly key: SigningKey; readonly by: string; readonly at: string },
): Countersignature {
  if (!isSignedByItsHub(checkpoint)) {
    throw new Refusal(
      'input-invalid',
      'The signature of this checkpoint does not fit what it says.',
      'Ask the hub for the file again.',
    );
  }
  const unsigned = { checkpoint, by: given.by, publicKey: given.key.publicKey, at: instant(given.at) };
  return {
    clew: 1,
    kind: 'audit-countersignature',
    ...unsigned,
    signature: given.key.sign(countersignatureText(unsigned)),
  };
}

/** Keeps a countersignature beside its checkpoint. Run it in a transaction. The same once more changes nothing. */
export async function addCountersignature(
  database: Database,
  given: Countersignature,
  hub: string,
): Promise<void> {
  const kept = await findCheckpoint(database, given.checkpoint.number, hub);
  if (kept === undefined || checkpointText(kept) !== checkpointText(given.checkpoint)) {
    throw new Refusal(
      'not-found',
      'This hub has not made the checkpoint that was countersigned.',
      'If it was made by this hub, its audit log is no longer what it was: run clew audit verify --against FILE.',
    );
  }
  if (!isCountersigned(given)) {
    throw new Refusal(
      'input-invalid',
      'The countersignature does not fit what it says.',
      'Ask for the file again.',
    );
  }
  await database.query(
    `insert into audit_countersignature (checkpoint, by, public_key, signature, at) values ($1, $2, $3, $4, $5)
     on conflict (checkpoint, public_key) do nothing`,
    [given.checkpoint.number, given.by, given.publicKey, given.signature, given.at],
  );
}

/** Whether the hub that it names signed it. */
export function isSignedByItsHub(checkpoint: Checkpoint): boolean {
  return isSignedBy(checkpoint.hub, checkpointText(checkpoint), checkpoint.signature);
}

/** Whether the key that it names signed it, and another than the hub's. */
export function isCountersigned(given: Countersignature): boolean {
  return (
    given.publicKey !== given.checkpoint.hub &&
    isSignedBy(given.publicKey, countersignatureText(given), given.signature)
  );
}

/** What is signed: the JSON canonicalisation (RFC 8785) of everything but the signature. */
function checkpointText(given: Pick<Checkpoint, 'hub' | 'number' | 'hash' | 'at'>): string {
  const { hub, number, hash } = given;
  return JSON.stringify({ at: given.at, clew: 1, hash, hub, kind: 'audit-checkpoint', number });
}

function countersignatureText(
  given: Pick<Countersignature, 'checkpoint' | 'by' | 'publicKey' | 'at'>,
): string {
  const { checkpoint: over } = given;
  const checkpoint = {
    at: over.at,
    clew: 1,
    hash: over.hash,
    hub: over.hub,
    kind: 'audit-checkpoint',
    number: over.number,
    signature: over.signature,
  };
  return JSON.stringify({
    at: given.at,
    by: given.by,
    checkpoint,
    clew: 1,
    kind: 'audit-countersignature',
    publicKey: given.publicKey,
  });
}
