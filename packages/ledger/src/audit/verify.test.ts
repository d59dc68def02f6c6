import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Ledger } from '../database.ts';
import { openTestLedger } from '../test-ledger.ts';
import { hubKeyFrom } from '../vault/hub-key.ts';
import { type AuditEntry, type AuditRow, appendAuditEntries, auditEntries, auditHash } from './chain.ts';
import { addCheckpoint, addCountersignature, type Checkpoint, countersign } from './checkpoints.ts';
import { hubSigningKey, type SigningKey } from './signing-key.ts';
import { type VerifiedAudit, verifyAudit } from './verify.ts';

const at = '2026-01-02T03:04:05.678Z';
const hub = hubSigningKey(hubKeyFrom('1'.repeat(64)));
const authority = hubSigningKey(hubKeyFrom('2'.repeat(64)));
let ledger: Ledger;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ ledger, close } = await openTestLedger());
});

afterAll(() => close());

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
const optional = fc.option(text, { nil: null });
const entryArbitrary = fc.record({
  at: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString()),
  person: text,
  via: fc.constantFrom('terminal', 'session', 'token', 'hub'),
  action: text,
  what: text,
  purpose: optional,
  project: optional,
  label: optional,
  outcome: text,
}) satisfies fc.Arbitrary<AuditEntry>;

/** A log of 4 to 30 entries, signed at some of them and at one countersigned; and two entries of it. */
const logArbitrary = fc.array(entryArbitrary, { minLength: 4, maxLength: 30 }).chain((entries) =>
  fc.record({
    entries: fc.constant(entries),
    signedAt: fc.uniqueArray(fc.integer({ min: 1, max: entries.length }), { minLength: 1, maxLength: 4 }),
    pair: fc.uniqueArray(fc.integer({ min: 1, max: entries.length }), { minLength: 2, maxLength: 2 }),
    pageSize: fc.integer({ min: 1, max: 40 }),
  }),
);

interface Log {
  readonly database: Database;
  readonly rows: readonly AuditRow[];
  readonly length: number;
  readonly points: readonly Checkpoint[];
  verify(against?: readonly Checkpoint[]): Promise<VerifiedAudit>;
}

class Undo extends Error {}

/** Writes a log, lets `use` do to it what it wants, and leaves no trace. */
async function withLog(
  given: { entries: readonly AuditEntry[]; signedAt: readonly number[]; pageSize: number },
  use: (log: Log) => Promise<void>,
): Promise<void> {
  const run = ledger.transaction(async (database) => {
    for (const table of ['audit', 'audit_checkpoint', 'audit_countersignature']) {
      await database.query(`alter table ${table} disable trigger user`);
    }
    await database.query('alter table audit_checkpoint drop constraint audit_checkpoint_number_fkey');
    await database.query(
      'alter table audit_countersignature drop constraint audit_countersignature_checkpoint_fkey',
    );
    const points = await writeLog(database, given);
    const rows = await auditEntries(database, { limit: 100 });
    const { pageSize } = given;
    const verify: Log['verify'] = (against = []) =>
      verifyAudit(database, { hubPublicKey: hub.publicKey, against, pageSize });
    await use({ database, rows, length: rows.length, points, verify });
    throw new Undo();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

async function writeLog(
  database: Database,
  { entries, signedAt }: { entries: readonly AuditEntry[]; signedAt: readonly number[] },
): Promise<Checkpoint[]> {
  const points: Checkpoint[] = [];
  let written = 0;
  for (const number of [...signedAt].sort((a, b) => a - b)) {
    await appendAuditEntries(database, entries.slice(written, number));
    written = number;
    points.push(await addCheckpoint(database, { key: hub, at }));
  }
  await appendAuditEntries(database, entries.slice(written));
  const last = points.at(-1);
  if (last !== undefined) {
    const signed = countersign(last, { key: authority, by: 'Data protection authority', at });
    await addCountersignature(database, signed, hub.publicKey);
  }
  return points;
}

function holds(
  check: (log: Log, pair: readonly [number, number]) => Promise<void>,
  numRuns = 15,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(logArbitrary, (given) => {
      const [a = 1, b = 2] = [...given.pair].sort((x, y) => x - y);
      return withLog(given, (log) => check(log, [a, b]));
    }),
    { numRuns, seed: 20261122, endOnFailure: true },
  );
}

/** Writes the chain anew from a number on, as somebody would who knows how it is made. */
async function recompute(log: Log, from: number, change: Partial<AuditEntry>): Promise<void> {
  let previous = log.rows[from - 2]?.hash ?? '0'.repeat(64);
  for (const row of log.rows.slice(from - 1)) {
    const entry = row.number === from ? { ...row, ...change } : row;
    previous = auditHash(entry, { number: row.number, previous });
    await log.database.query('update audit set what = $2, hash = $3 where number = $1', [
      row.number,
      entry.what,
      previous,
    ]);
  }
  await log.database.query('update audit_head set hash = $1', [previous]);
}

test('a log as it was written is unbroken, and still contains every checkpoint of it', async () => {
  await holds(async (log) => {
    expect(await log.verify(log.points)).toEqual({
      entries: log.length,
      hash: log.rows.at(-1)?.hash,
      checkpoints: log.points.length,
      countersignatures: 1,
      signedUpTo: log.points.at(-1)?.number,
      broken: null,
    });
  });
});

const changes = [
  "at = at + interval '1 microsecond'",
  "at = at + interval '1 day'",
  "at = (to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00 BC')::timestamptz",
  "at = 'infinity'",
  "person = person || 'x'",
  "via = via || ' '",
  "action = action || 'x'",
  "what = what || 'x'",
  "purpose = case when purpose is null then '' end",
  "project = case when project is null then 'null' end",
  "label = case when label is null then '' else label || 'x' end",
  "outcome = outcome || 'x'",
  'person = person || what || chr(1), what = chr(2)',
  "hash = translate(hash, '0123456789abcdef', '123456789abcdef0')",
];

test.each(changes)('a changed column is found: %s', async (change) => {
  await holds(async (log, [number]) => {
    await log.database.query(`update audit set ${change} where number = $1`, [number]);
    expect((await log.verify()).broken).toEqual({ number, kind: 'changed' });
  }, 6);
});

test('a removed entry is found, the last too', async () => {
  await holds(async (log, [, number]) => {
    await log.database.query('delete from audit where number = $1', [number]);
    const isLast = number === log.length;
    expect((await log.verify()).broken).toEqual({ number, kind: isLast ? 'truncated' : 'missing' });
  });
});

test('an entry under another number is missed at its own', async () => {
  await holds(async (log, [number]) => {
    await log.database.query('update audit set number = 1000 where number = $1', [number]);
    expect((await log.verify()).broken).toEqual({ number, kind: 'missing' });
  });
});

test.each([true, false])(
  'two entries that changed places are found, with their hashes: %s',
  async (withHash) => {
    await holds(async (log, [a, b]) => {
      const columns = `at, person, via, action, what, purpose, project, label, outcome${withHash ? ', hash' : ''}`;
      await log.database.query('alter table audit drop constraint audit_hash_key');
      await log.database.query(
        `update audit x set (${columns}) = (select ${columns} from audit y where y.number = $1 + $2 - x.number)
       where number in ($1, $2)`,
        [a, b],
      );
      const same = (row: AuditRow | undefined) => JSON.stringify({ ...row, number: 0, hash: '' });
      const isSame = !withHash && same(log.rows[a - 1]) === same(log.rows[b - 1]);
      expect((await log.verify()).broken).toEqual(isSame ? null : { number: a, kind: 'reordered' });
    });
  },
);

test('an entry that was slipped in is found', async () => {
  await holds(async (log, [number]) => {
    await log.database.query('alter table audit drop constraint audit_pkey cascade');
    await log.database.query('alter table audit drop constraint audit_hash_key');
    await log.database.query('insert into audit select * from audit where number = $1', [number]);
    expect((await log.verify()).broken).toEqual({ number, kind: 'inserted' });
  });
});

test('an entry before the first and one after the last are found', async () => {
  await holds(async (log, [number]) => {
    await log.database.query('alter table audit drop constraint audit_number_check');
    await log.database.query('update audit set number = -1 where number = $1', [number]);
    expect((await log.verify()).broken).toEqual({ number: -1, kind: 'inserted' });
  }, 5);
  await holds(async (log) => {
    const number = log.length + 1;
    const last = log.rows.at(-1) as AuditRow;
    const hash = auditHash(last, { number, previous: last.hash });
    await log.database.query(
      `insert into audit select $1, at, person, via, action, what, purpose, project, label, outcome, $2
       from audit where number = $3`,
      [number, hash, last.number],
    );
    expect((await log.verify()).broken).toEqual({ number, kind: 'inserted' });
  }, 5);
});

test('a cut end is found by the note of the end, by a checkpoint behind it, by one kept elsewhere', async () => {
  await holds(async (log, [number]) => {
    const { database } = log;
    const signed = log.points.some((point) => point.number >= number);
    await database.query('delete from audit where number >= $1', [number]);
    expect((await log.verify()).broken).toEqual({ number, kind: 'truncated' });
    const hash = log.rows[number - 2]?.hash ?? '0'.repeat(64);
    await database.query('update audit_head set number = $1, hash = $2', [number - 1, hash]);
    expect((await log.verify()).broken).toEqual(signed ? { number, kind: 'truncated' } : null);
    await database.query('delete from audit_countersignature');
    await database.query('delete from audit_checkpoint where number >= $1', [number]);
    expect((await log.verify()).broken).toBeNull();
    expect((await log.verify(log.points)).broken).toEqual(signed ? { number, kind: 'truncated' } : null);
  });
});

test('a chain that was computed anew is found by the first checkpoint after, whatever is done to that', async () => {
  await holds(async (log, [from]) => {
    const { database } = log;
    await recompute(log, from, { what: 'something else' });
    const point = log.points.find(({ number }) => number >= from);
    if (point === undefined) return expect((await log.verify()).broken).toBeNull();
    const { number } = point;
    expect((await log.verify()).broken).toEqual({ number, kind: 'rewritten' });
    await database.query(
      'update audit_checkpoint c set hash = a.hash from audit a where a.number = c.number',
    );
    expect((await log.verify()).broken).toEqual({ number, kind: 'checkpoint' });
  });
});

test('a hub that signs a false log again is found out by what others keep', async () => {
  await holds(async (log, [from]) => {
    const { database } = log;
    const later = log.points.filter(({ number }) => number >= from);
    await recompute(log, from, { what: 'something else' });
    await database.query('delete from audit_countersignature');
    for (const point of later) await signAgain(database, point, hub);
    expect((await log.verify()).broken).toBeNull();
    const first = later[0];
    const expected = first === undefined ? null : { number: first.number, kind: 'rewritten' };
    expect((await log.verify(log.points)).broken).toEqual(expected);
  });
});

test('a countersignature does not pass to what was signed again', async () => {
  await holds(async (log, [from]) => {
    const { database } = log;
    const last = log.points.at(-1) as Checkpoint;
    if (last.number < from) return;
    await recompute(log, from, { what: 'something else' });
    for (const point of log.points) await signAgain(database, point, hub);
    expect((await log.verify()).broken).toEqual({ number: last.number, kind: 'countersignature' });
  }, 10);
});

test('a checkpoint kept elsewhere must be signed by this hub', async () => {
  await holds(async (log) => {
    const [point] = log.points as [Checkpoint];
    const broken = { number: point.number, kind: 'checkpoint' };
    const forged = { ...point, at: '2026-01-02T03:04:05.679Z' };
    expect((await log.verify([forged])).broken).toEqual(broken);
    const byAnother = { ...point, hub: authority.publicKey };
    expect((await log.verify([byAnother])).broken).toEqual(broken);
  }, 5);
});

async function signAgain(database: Database, { number }: Checkpoint, key: SigningKey): Promise<void> {
  const [row] = await auditEntries(database, { from: number, limit: 1 });
  await database.query('delete from audit_checkpoint where number = $1', [number]);
  const head = await database.query<{ number: number; hash: string }>('select number, hash from audit_head');
  await database.query('update audit_head set number = $1, hash = $2', [number, row?.hash]);
  await addCheckpoint(database, { key, at });
  await database.query('update audit_head set number = $1, hash = $2', [head[0]?.number, head[0]?.hash]);
}
