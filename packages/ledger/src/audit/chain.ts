// In: who did what for which purpose, and how it ended. Out: one row of the audit log for each.
// Invariant: rows are numbered 1, 2, 3 … without gaps; the hash of each covers its number, its content and the hash
// of the row before; rows are never changed and never removed.

import { createHash } from 'node:crypto';
import type { Action } from '@clew/model/access/actions.ts';
import { type Database, instant, type Ledger } from '../database.ts';

/** Something that was done or refused. Ids and codes only: never content, never a name, never free text. */
export interface AuditEntry {
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly person: string;
  readonly via: 'terminal' | 'session' | 'token' | 'hub';
  readonly action: Action | (string & {});
  /** What it was done to, as ids. */
  readonly what: string;
  readonly purpose: string | null;
  readonly project: string | null;
  readonly label: string | null;
  /** `done`, `refused`, or a closed code of the action. */
  readonly outcome: string;
}

/** An entry at its place in the chain. */
export interface AuditRow extends AuditEntry {
  readonly number: number;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** What stands where the first entry has no predecessor. */
export const hashBeforeFirst = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over the JSON canonicalisation (RFC 8785) of its columns, its number and, as
 * `previous`, the hash of the entry before. All values are strings, null or a whole number, so the canonical form is
 * the keys in order without white space.
 */
export function auditHash(entry: AuditEntry, place: { number: number; previous: string }): string {
  const canonical = JSON.stringify({
    action: entry.action,
    at: entry.at,
    label: entry.label,
    number: place.number,
    outcome: entry.outcome,
    person: entry.person,
    previous: place.previous,
    project: entry.project,
    purpose: entry.purpose,
    via: entry.via,
    what: entry.what,
  });
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * Puts an entry at the end of the chain. Run it as the last write of the transaction that does what it tells of: from
 * here to the commit nobody else can append.
 */
export async function appendAudit(database: Database, entry: AuditEntry): Promise<void> {
  await appendAuditEntries(database, [entry]);
}

/** Values of rows cost the database less to read than rows of json: every access waits for this. */
const columns = {
  number: 'bigint',
  at: 'timestamptz',
  person: 'text',
  via: 'text',
  action: 'text',
  what: 'text',
  purpose: 'text',
  project: 'text',
  label: 'text',
  outcome: 'text',
  hash: 'text',
} as const;

/** The same for several, in their order, at the cost of one. Returns where the chain ends then. */
export async function appendAuditEntries(
  database: Database,
  entries: readonly AuditEntry[],
): Promise<AuditHead> {
  const head = await auditHead(database, { lock: true });
  if (entries.length === 0) return head;
  const next = await append((text, values) => database.query(text, values), { entries, head });
  if (next === undefined) throw new Error('The end of the audit log moved though it was locked');
  return next;
}

/**
 * Puts entries at the end of the chain where that is still `head`, as a transaction of their own. Returns where it ends
 * then; undefined, and nothing was written, where somebody else has appended meanwhile. One entry at least.
 */
export function appendAuditAt(
  ledger: Ledger,
  given: { readonly entries: readonly AuditEntry[]; readonly head: AuditHead },
): Promise<AuditHead | undefined> {
  return append((text, values) => ledger.commit(text, values), given);
}

async function append(
  write: (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>,
  { entries, head }: { readonly entries: readonly AuditEntry[]; readonly head: AuditHead },
): Promise<AuditHead | undefined> {
  let { number, hash } = head;
  const rows = entries.map((given): AuditRow => {
    const entry = storable(given);
    number += 1;
    hash = auditHash(entry, { number, previous: hash });
    return { ...entry, number, hash };
  });
  const typed = Object.entries(columns) as [keyof typeof columns, string][];
  const places = rows.map(
    (_, row) => `(${typed.map(([, type], index) => `$${row * typed.length + index + 5}::${type}`)})`,
  );
  const moved = await write(
    `with moved as (update audit_head set number = $1, hash = $2 where number = $3 and hash = $4 returning number)
     insert into audit (${typed.map(([name]) => name)})
     select given.* from (values ${places}) as given where exists (select from moved) returning number`,
    [number, hash, head.number, head.hash, ...rows.flatMap((row) => typed.map(([name]) => row[name]))],
  );
  return moved.length === 0 ? undefined : { number, hash };
}

/** Where the chain ends: the number and the hash of the last entry; 0 and zeros before the first. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** Where the chain ends now. `lock` keeps it there until the transaction ends. */
export async function auditHead(
  database: Database,
  options: { readonly lock?: boolean } = {},
): Promise<AuditHead> {
  const lock = options.lock === true ? ' for update' : '';
  const rows = await database.query<{ number: number | string; hash: string }>(
    `select number, hash from audit_head${lock}`,
  );
  if (rows[0] === undefined) throw new Error('The ledger does not say where the audit log ends');
  return { number: Number(rows[0].number), hash: rows[0].hash };
}

export interface AuditQuery {
  /** The lowest number, itself included. */
  readonly from?: number | undefined;
  /** The number below which it ends. */
  readonly before?: number | undefined;
  readonly limit: number;
  readonly newestFirst?: boolean | undefined;
  readonly person?: string | undefined;
  readonly action?: string | undefined;
  readonly what?: string | undefined;
  readonly outcome?: string | undefined;
  readonly project?: string | undefined;
  /** ISO 8601; itself included. */
  readonly since?: string | undefined;
  /** ISO 8601; itself not included. */
  readonly until?: string | undefined;
}

/** Entries that fit, in the order of the chain or from its end. */
export async function auditEntries(database: Database, query: AuditQuery): Promise<readonly AuditRow[]> {
  const values: unknown[] = [];
  const tests: string[] = [];
  const test = (text: (parameter: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    tests.push(text(`$${values.length}`));
  };
  test((p) => `number >= ${p}`, query.from);
  test((p) => `number < ${p}`, query.before);
  test((p) => `person = ${p}`, query.person);
  test((p) => `action = ${p}`, query.action);
  test((p) => `what = ${p}`, query.what);
  test((p) => `outcome = ${p}`, query.outcome);
  test((p) => `project = ${p}`, query.project);
  test((p) => `at >= ${p}::timestamptz`, query.since);
  test((p) => `at < ${p}::timestamptz`, query.until);
  const where = tests.length === 0 ? '' : `where ${tests.join(' and ')}`;
  const order = query.newestFirst === true ? 'desc' : 'asc';
  values.push(query.limit);
  const rows = await database.query<Omit<AuditRow, 'at' | 'number'> & { at: Date; number: number | string }>(
    `select number, at, person, via, action, what, purpose, project, label, outcome, hash
     from audit ${where} order by number ${order} limit $${values.length}`,
    values,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number), at: instant(row.at) }));
}

const longest = 300;

/**
 * The entry as PostgreSQL will give it back: what a hostile id could carry (control characters, halves of a
 * surrogate pair, any length) would else be refused by the store or hashed in another form than kept.
 */
function storable(entry: AuditEntry): AuditEntry {
  return {
    at: instant(entry.at),
    person: plain(entry.person),
    via: entry.via,
    action: plain(entry.action),
    what: plain(entry.what),
    purpose: entry.purpose === null ? null : plain(entry.purpose),
    project: entry.project === null ? null : plain(entry.project),
    label: entry.label === null ? null : plain(entry.label),
    outcome: plain(entry.outcome),
  };
}

function plain(text: string): string {
  return text.slice(0, longest).replace(/\p{Cc}|\p{Cs}/gu, '\uFFFD');
}
