// In: the audit log, its checkpoints, and checkpoints that were kept elsewhere. Out: that it is unbroken, or where it
// breaks first and how.
// Invariant: nothing that the rows say is believed; a page of rows is all that is held at a time.

import type { Database } from '../database.ts';
import { type AuditEntry, auditHash, hashBeforeFirst } from './chain.ts';
import { type Checkpoint, type Countersignature, isCountersigned, isSignedByItsHub } from './checkpoints.ts';
import { brokenChange, keyChanges, signerOf } from './key-changes.ts';
import { readCheckpoints, readEnds, readPage, type StoredRow } from './read-stored.ts';

/** How the log differs from what was written. */
export type AuditBreakKind =
  /** What the entry says, or its hash, is not what was written. */
  | 'changed'
  /** The entry is not there, though later ones are. */
  | 'missing'
  /** There is an entry that was never written. */
  | 'inserted'
  /** The entry was written, at another place. */
  | 'reordered'
  /** The end of the log is gone. */
  | 'truncated'
  /** The chain is whole, but it is not the one that was signed: it was written anew. */
  | 'rewritten'
  /** A checkpoint that the hub keeps, or was given, or a change of its key, was not signed by the hub. */
  | 'checkpoint'
  /** A countersignature does not fit its checkpoint. */
  | 'countersignature';

export interface AuditBreak {
  /** The entry at which the log first breaks. */
  readonly number: number;
  readonly kind: AuditBreakKind;
}

export interface VerifiedAudit {
  /** How many entries were found in order before the first break, or in all. */
  readonly entries: number;
  /** The hash of the last of these. */
  readonly hash: string;
  readonly checkpoints: number;
  readonly countersignatures: number;
  /** The last entry that a checkpoint covers; 0 without one. */
  readonly signedUpTo: number;
  /** Null: unbroken. */
  readonly broken: AuditBreak | null;
}

export interface VerifyOptions {
  /** The public key of the hub now: Ed25519, base64url. Earlier ones count for what came before they were changed. */
  readonly hubPublicKey: string;
  /** Kept elsewhere: the log must contain them. */
  readonly against?: readonly (Checkpoint | Countersignature)[] | undefined;
  /** How many entries have been checked, and of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly pageSize?: number | undefined;
}

/** What has been found in order so far. */
interface Walk {
  number: number;
  hash: string;
  checkpoints: number;
  countersignatures: number;
  signedUpTo: number;
}

/** Proves the log unbroken or names its first break. Entries may be appended meanwhile: these are not looked at. */
export async function verifyAudit(database: Database, options: VerifyOptions): Promise<VerifiedAudit> {
  const walk: Walk = {
    number: 0,
    hash: hashBeforeFirst,
    checkpoints: 0,
    countersignatures: 0,
    signedUpTo: 0,
  };
  const broken = await firstBreak(database, walk, options);
  const { number: entries, hash, checkpoints, countersignatures, signedUpTo } = walk;
  return { entries, hash, checkpoints, countersignatures, signedUpTo, broken };
}

async function firstBreak(
  database: Database,
  walk: Walk,
  options: VerifyOptions,
): Promise<AuditBreak | null> {
  const { pageSize = 5000, onProgress } = options;
  const ends = await readEnds(database);
  if (ends.first < 1) return { number: ends.first, kind: 'inserted' };
  const elsewhere = (options.against ?? []).map(givenCheckpoint);
  const changes = await keyChanges(database);
  const unsigned = brokenChange(changes, options.hubPublicKey);
  if (unsigned !== undefined) return { number: unsigned.number, kind: 'checkpoint' };
  const hubAt = (number: number) => signerOf(changes, number, options.hubPublicKey);
  const forged = elsewhere.find((given) => !given.isGenuine || given.hub !== hubAt(given.number));
  if (forged !== undefined) return { number: forged.number, kind: 'checkpoint' };
  while (walk.number < ends.last) {
    const span = { after: walk.number, upTo: Math.min(walk.number + pageSize, ends.last) };
    const rows = await readPage(database, span);
    const signed = await pointsIn(database, span, { hubAt, elsewhere });
    const broken = await walkPage(database, walk, { rows, signed, upTo: span.upTo });
    if (broken !== null) return broken;
    onProgress?.(walk.number, ends.last);
  }
  return endBreak(walk, ends, Math.max(0, ...elsewhere.map(({ number }) => number)));
}

/** What somebody signed about an entry. */
interface SignedPoint {
  readonly number: number;
  readonly hash: string;
  readonly broken: 'checkpoint' | 'countersignature' | null;
  readonly kept: boolean;
  readonly countersignatures: number;
}

async function pointsIn(
  database: Database,
  span: { readonly after: number; readonly upTo: number },
  given: { readonly hubAt: (number: number) => string; readonly elsewhere: readonly GivenCheckpoint[] },
): Promise<readonly SignedPoint[]> {
  const kept = await readCheckpoints(database, { ...span, hubAt: given.hubAt });
  return [
    ...kept.map(({ checkpoint, countersignatures }): SignedPoint => {
      const forged = isSignedByItsHub(checkpoint) ? null : 'checkpoint';
      const unsigned = countersignatures.every(isCountersigned) ? null : 'countersignature';
      const { number, hash } = checkpoint;
      const broken = forged ?? unsigned;
      return { number, hash, broken, kept: true, countersignatures: countersignatures.length };
    }),
    ...given.elsewhere
      .filter(({ number }) => number > span.after && number <= span.upTo)
      .map(({ number, hash }) => ({ number, hash, broken: null, kept: false, countersignatures: 0 })),
  ];
}

async function walkPage(
  database: Database,
  walk: Walk,
  page: {
    readonly rows: readonly StoredRow[];
    readonly signed: readonly SignedPoint[];
    readonly upTo: number;
  },
): Promise<AuditBreak | null> {
  const points = new Map<number, SignedPoint[]>();
  for (const point of page.signed) points.set(point.number, [...(points.get(point.number) ?? []), point]);
  for (const row of page.rows) {
    const number = walk.number + 1;
    if (row.number > number) return { number, kind: 'missing' };
    if (row.number < number) return { number: row.number, kind: 'inserted' };
    const hash = auditHash(row.entry, { number, previous: walk.hash });
    if (hash !== row.hash) {
      return { number, kind: (await isFromElsewhere(database, row)) ? 'reordered' : 'changed' };
    }
    walk.number = number;
    walk.hash = hash;
    const broken = checkPoints(walk, points.get(number) ?? []);
    if (broken !== null) return broken;
  }
  return walk.number < page.upTo ? { number: walk.number + 1, kind: 'missing' } : null;
}

function checkPoints(walk: Walk, points: readonly SignedPoint[]): AuditBreak | null {
  const { number } = walk;
  for (const point of points) {
    if (point.broken !== null) return { number, kind: point.broken };
    if (point.hash !== walk.hash) return { number, kind: 'rewritten' };
    if (point.kept) walk.checkpoints += 1;
    walk.countersignatures += point.countersignatures;
    walk.signedUpTo = number;
  }
  return null;
}

/** All rows are in order. Is the last of them the last that was written? */
function endBreak(
  walk: Walk,
  ends: Awaited<ReturnType<typeof readEnds>>,
  lastElsewhere: number,
): AuditBreak | null {
  const number = walk.number + 1;
  if (Math.max(ends.lastCheckpoint, lastElsewhere) > walk.number) return { number, kind: 'truncated' };
  if (ends.head === null || ends.head.number > walk.number) return { number, kind: 'truncated' };
  if (ends.head.number < walk.number) return { number: ends.head.number + 1, kind: 'inserted' };
  return ends.head.hash === walk.hash ? null : { number: Math.max(walk.number, 1), kind: 'rewritten' };
}

/**
 * Whether the content of a row that does not fit here fits at another place: its hash there is still in the log, at
 * that place or at this one. A second walk over the log, made once, when it is known to be broken.
 */
async function isFromElsewhere(database: Database, row: StoredRow): Promise<boolean> {
  let after = 0;
  let previous = hashBeforeFirst;
  for (;;) {
    const rows = await readPage(database, { after, upTo: after + 5000 });
    if (rows.length === 0) return false;
    for (const at of rows) {
      if (at.number !== row.number && fits(row.entry, { at, previous, here: row.hash })) return true;
      previous = at.hash;
    }
    after += 5000;
  }
}

function fits(
  entry: AuditEntry,
  { at, previous, here }: { readonly at: StoredRow; readonly previous: string; readonly here: string },
): boolean {
  // The row before is at its place, or it is the one that changed places with this.
  return [previous, at.hash].some((before) => {
    const hash = auditHash(entry, { number: at.number, previous: before });
    return hash === at.hash || hash === here;
  });
}

interface GivenCheckpoint {
  readonly number: number;
  readonly hash: string;
  readonly hub: string;
  readonly isGenuine: boolean;
}

function givenCheckpoint(given: Checkpoint | Countersignature): GivenCheckpoint {
  const isGenuine =
    given.kind === 'audit-checkpoint'
      ? isSignedByItsHub(given)
      : isSignedByItsHub(given.checkpoint) && isCountersigned(given);
  const { number, hash, hub } = given.kind === 'audit-checkpoint' ? given : given.checkpoint;
  return { number, hash, hub, isGenuine };
}
