import type { Database } from '../database.ts';
import type { AuditEntry } from './chain.ts';
import type { Checkpoint, Countersignature } from './checkpoints.ts';

/** A row of the audit log as it is stored, whoever stored it. */
export interface StoredRow {
  readonly number: number;
  readonly entry: AuditEntry;
  readonly hash: string;
}

export interface Span {
  readonly after: number;
  readonly upTo: number;
}

const micros = 'trunc(extract(epoch from at) * 1000000)::text as micros';

/** Rows by number: one more than fit into the span, so that doubles are seen and memory stays bounded. */
export async function readPage(database: Database, span: Span): Promise<readonly StoredRow[]> {
  const rows = await database.query<AuditEntry & { number: string; micros: string; hash: string }>(
    `select number::text as number, ${micros},
       person, via, action, what, purpose, project, label, outcome, hash
     from audit where number > $1 and number <= $2 order by audit.number limit $3`,
    [span.after, span.upTo, span.upTo - span.after + 1],
  );
  return rows.map(({ number, micros, hash, ...rest }) => ({
    number: Number(number),
    entry: { ...rest, at: millisecondsText(micros) },
    hash,
  }));
}

/** Entries are kept to the millisecond; whatever else is there must not pass for it. */
function millisecondsText(micros: string): string {
  const milliseconds = Number(micros) / 1000;
  if (!Number.isInteger(milliseconds) || Math.abs(milliseconds) > 8.64e15) return micros;
  return new Date(milliseconds).toISOString();
}

/** Where log, checkpoints and the note of the log's end begin and end, at one moment. */
export async function readEnds(database: Database): Promise<{
  readonly first: number;
  readonly last: number;
  readonly lastCheckpoint: number;
  readonly head: { readonly number: number; readonly hash: string } | null;
}> {
  const rows = await database.query<Record<'first' | 'last' | 'checkpoint' | 'head' | 'hash', string | null>>(
    `select (select min(number) from audit)::text as first, (select max(number) from audit)::text as last,
       (select max(number) from audit_checkpoint)::text as checkpoint,
       (select number from audit_head limit 1)::text as head, (select hash from audit_head limit 1) as hash`,
  );
  const row = rows[0];
  const head = row?.head == null || row.hash == null ? null : { number: Number(row.head), hash: row.hash };
  return {
    first: Number(row?.first ?? 1),
    last: Number(row?.last ?? 0),
    lastCheckpoint: Number(row?.checkpoint ?? 0),
    head,
  };
}

export interface KeptCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly countersignatures: readonly Countersignature[];
}

/** The checkpoints at entries of the span, as a hub that had these public keys would have signed them. */
export async function readCheckpoints(
  database: Database,
  span: Span & { readonly hubAt: (number: number) => string },
): Promise<readonly KeptCheckpoint[]> {
  const values = [span.after, span.upTo];
  const points = await database.query<CheckpointRow>(
    `select number::text as number, hash, signature, ${micros} from audit_checkpoint
     where number > $1 and number <= $2 order by audit_checkpoint.number`,
    values,
  );
  const signed = await database.query<CountersignatureRow>(
    `select checkpoint::text as checkpoint, by, public_key, signature, ${micros} from audit_countersignature
     where checkpoint > $1 and checkpoint <= $2 order by audit_countersignature.checkpoint, public_key`,
    values,
  );
  return points.map((row) => {
    const checkpoint: Checkpoint = {
      clew: 1,
      kind: 'audit-checkpoint',
      hub: span.hubAt(Number(row.number)),
      number: Number(row.number),
      hash: row.hash,
      at: millisecondsText(row.micros),
      signature: row.signature,
    };
    const countersignatures = signed
      .filter((each) => each.checkpoint === row.number)
      .map((each) => ({
        clew: 1 as const,
        kind: 'audit-countersignature' as const,
        checkpoint,
        by: each.by,
        publicKey: each.public_key,
        at: millisecondsText(each.micros),
        signature: each.signature,
      }));
    return { checkpoint, countersignatures };
  });
}

interface CheckpointRow {
  readonly number: string;
  readonly hash: string;
  readonly signature: string;
  readonly micros: string;
}

interface CountersignatureRow {
  readonly checkpoint: string;
  readonly by: string;
  readonly public_key: string;
  readonly signature: string;
  readonly micros: string;
}
