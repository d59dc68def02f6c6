// Runs on PGlite, and on a PostgreSQL server when CLEW_TEST_POSTGRES names one: what is kept, and how it is kept.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addContribution,
  addMapping,
  addTerms,
  contributionState,
  contributions,
  erasedContributions,
  findContribution,
  mappingHistory,
  setAside,
  termsHistory,
} from './contributions.ts';
import type { Ledger } from './database.ts';
import { addJudgement, judgements, lastJudgements } from './judgements.ts';
import { addPartner, findPartner, partners } from './partners.ts';
import { addRelease, releases } from './releases.ts';
import { addResult, results } from './results.ts';
import { addReview, lastReviews, reviews } from './reviews.ts';
import { publishedSnapshot, publishSnapshot, snapshots } from './snapshots.ts';
import { addTestContribution, openTestLedger, type TestLedger } from './test-ledger.ts';
import { sealText } from './vault/sealed-text.ts';

const at = '2026-01-02T03:04:05.678Z';
let opened: TestLedger;
let ledger: Ledger;

beforeAll(async () => {
  opened = await openTestLedger();
  ledger = opened.ledger;
});

afterAll(() => opened.close());

/** One more ledger for a test that counts rows. */
async function fresh<T>(work: (test: TestLedger) => Promise<T>): Promise<T> {
  const other = await openTestLedger();
  try {
    return await work(other);
  } finally {
    await other.close();
  }
}

test('a partner is registered once', () =>
  fresh(async ({ ledger: alone }) => {
    const partner = { id: 'police', title: 'Police', country: 'nl', contact: 'the desk' };
    await alone.transaction((database) => addPartner(database, partner, at));
    await alone.transaction((database) => addPartner(database, { ...partner, title: 'Other' }, at));
    expect(await partners(alone)).toEqual([partner]);
    expect(await findPartner(alone, 'nobody')).toBeUndefined();
    const bad = { ...partner, id: "Robert'); drop table partner" };
    await expect(alone.transaction((database) => addPartner(database, bad, at))).rejects.toMatchObject({
      code: 'usage',
    });
  }));

test('a contribution keeps its history of mappings and terms, and is brought back by the next mapping', () =>
  fresh(async ({ ledger: alone }) => {
    const given = await addTestContribution(alone);
    const kept = { ...given, mappingVersion: 1, termsVersion: 1, setAside: null };
    expect(await contributions(alone)).toEqual([kept]);
    const aside = { code: 'file-unreadable', reason: 'Not readable.' };
    await alone.transaction((database) => setAside(database, given.id, { ...aside, at }));
    expect((await findContribution(alone, given.id))?.setAside).toEqual(aside);
    const corrected = { ...given.mapping, title: 'corrected' };
    const stricter = { ...given.terms, handling: ['H1' as const] };
    await alone.transaction(async (database) => {
      await addMapping(database, given.id, { mapping: corrected, by: 'mo', at });
      await addTerms(database, given.id, { terms: stricter, by: 'mo', at });
    });
    expect(await findContribution(alone, given.id)).toEqual({
      ...kept,
      mapping: corrected,
      mappingVersion: 2,
      terms: stricter,
      termsVersion: 2,
    });
    expect(await mappingHistory(alone, given.id)).toEqual([
      { version: 1, content: given.mapping, by: null, at },
      { version: 2, content: corrected, by: 'mo', at },
    ]);
    expect((await termsHistory(alone, given.id)).map((each) => each.content)).toEqual([
      given.terms,
      stricter,
    ]);
  }));

test('a file is handed in once, and not again after it was erased', async () => {
  const given = await addTestContribution(ledger, { content: 'once' });
  const again = () => ledger.transaction((database) => addContribution(database, given));
  await expect(again()).rejects.toMatchObject({ code: 'already-there' });
  await ledger.keys.destroy(given.object);
  await expect(again()).rejects.toMatchObject({ code: 'erased' });
  await expect(ledger.keys.keep(given.object, Buffer.alloc(32))).rejects.toMatchObject({ code: 'erased' });
  expect(await contributionState(ledger, given.id)).toBe('erased');
  expect(await contributionState(ledger, '0'.repeat(16))).toBe('unknown');
});

test('what fails half-way leaves nothing', async () => {
  const failing = ledger.transaction(async (database) => {
    await addPartner(database, { id: 'half', title: 'H', country: null, contact: 'c' }, at);
    throw new Error('stopped here');
  });
  await expect(failing).rejects.toThrow('stopped here');
  expect(await findPartner(ledger, 'half')).toBeUndefined();
});

test('the ledger itself cannot be used inside its transaction, where it would wait for itself', async () => {
  await expect(ledger.transaction(() => partners(ledger))).rejects.toThrow('Inside a transaction');
  await expect(ledger.transaction(() => ledger.transaction(async () => 1))).rejects.toThrow('Inside');
  expect(await ledger.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a failed statement fails its transaction, even when its error is swallowed', async () => {
  const swallowing = ledger.transaction(async (database) => {
    await addPartner(database, { id: 'swallowed', title: 'S', country: null, contact: 'c' }, at);
    await database.query('select * from nowhere').catch(() => undefined);
  });
  await swallowing.catch(() => undefined);
  expect(await findPartner(ledger, 'swallowed')).toBeUndefined();
});

test('what the store says of a statement names no value', async () => {
  const secret = 'MARKER OF A PERSON';
  await addTestContribution(ledger, { content: 'values' });
  for (const [text, values] of [
    ['insert into partner (id, title, contact, at) values ($1, $1, $1, now())', [secret]],
    ["insert into partner (id, title, contact, at) values ('police', $1, $1, now())", [secret]],
    ['select $1::json', [secret]],
    ['select $1::timestamptz', [secret]],
    ['select $1::bigint', [secret]],
  ] as const) {
    const error = await ledger.query(text, values).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const told = `${(error as Error).stack} ${JSON.stringify(error)} ${JSON.stringify(Object.values(error as object))}`;
    expect(told).not.toContain(secret);
  }
});

test('values come back alike on both databases', async () => {
  const rows = await ledger.query(
    `select 9007199254740991::bigint as big, 7 as small, '2026-03-29'::date as day, $1::timestamptz as at,
            $2::json as data, true as yes, null as none, 'é' as text`,
    [at, JSON.stringify({ a: [1, 'x'] })],
  );
  expect(rows).toEqual([
    {
      big: Number.MAX_SAFE_INTEGER,
      small: 7,
      day: '2026-03-29',
      at: new Date(at),
      data: { a: [1, 'x'] },
      yes: true,
      none: null,
      text: 'é',
    },
  ]);
});

test('the last word on a pair counts and nothing is lost', () =>
  fresh(async ({ ledger: alone }) => {
    const [one, two] = [await addTestContribution(alone), await addTestContribution(alone, { content: '2' })];
    const first = { a: 'person-1', b: 'person-0', verdict: 'same', by: 'x', reason: 'scar', at } as const;
    const sources = [two.id, one.id, two.id];
    await alone.transaction((database) => addJudgement(database, first, sources));
    await alone.transaction((database) =>
      addJudgement(database, { ...first, verdict: 'different' }, sources),
    );
    expect((await judgements(alone)).map((each) => each.verdict)).toEqual(['same', 'different']);
    const last = { ...first, a: 'person-0', b: 'person-1', verdict: 'different', erased: false };
    const kept = { ...last, contributions: [one.id, two.id].sort() };
    expect(await lastJudgements(alone)).toEqual([kept]);
    const blank = alone.transaction((database) => addJudgement(database, { ...first, reason: ' ' }, sources));
    await expect(blank).rejects.toMatchObject({ code: 'usage' });
    await alone.keys.destroy(one.object);
    expect(await lastJudgements(alone)).toEqual([{ ...kept, reason: '', erased: true }]);
  }));

test('the last review of the same evidence counts, in whatever order it is given', () =>
  fresh(async ({ ledger: alone }) => {
    const { id, object } = await addTestContribution(alone);
    const review = {
      detector: 'd',
      evidence: ['b', 'a'],
      verdict: 'confirmed',
      by: 'x',
      reason: 'r',
      at,
    } as const;
    await alone.transaction(async (database) => {
      await addReview(database, review, [id]);
      await addReview(database, { ...review, evidence: ['a', 'b', 'a'], verdict: 'dismissed' }, [id]);
      await addReview(database, { ...review, evidence: ['a'] }, [id]);
    });
    expect((await lastReviews(alone)).map(({ evidence, verdict }) => [evidence, verdict])).toEqual([
      [['a', 'b'], 'dismissed'],
      [['a'], 'confirmed'],
    ]);
    await alone.keys.destroy(object);
    expect((await reviews(alone)).map(({ reason, erased }) => [reason, erased])).toEqual(
      Array(3).fill(['', true]),
    );
  }));

test('publishing moves the pointer of one clearance and keeps the history', () =>
  fresh(async ({ ledger: alone }) => {
    expect(await publishedSnapshot(alone)).toBeUndefined();
    const parts = { engine: '1', contributions: [], judgements: { count: 0, hash: '', through: 0 } };
    for (const [id, clearance] of [
      ['0', ''],
      ['1', ''],
      ['0', ''],
      ['1', 'c'],
    ] as const) {
      const snapshot = { id: id.repeat(12), parts };
      await alone.transaction((database) => publishSnapshot(database, snapshot, { clearance, at }));
    }
    const shown = { parts, createdAt: at, publishedAt: at };
    expect(await publishedSnapshot(alone)).toEqual({ id: '0'.repeat(12), ...shown });
    expect(await publishedSnapshot(alone, 'c')).toEqual({ id: '1'.repeat(12), ...shown });
    expect(await snapshots(alone)).toHaveLength(2);
    const release = {
      kind: 'annual',
      title: 'A',
      snapshot: '1'.repeat(12),
      contributions: ['b', 'a'],
      recipients: ['x'],
      by: 'y',
      at,
    };
    await alone.transaction((database) => addRelease(database, release));
    expect(await releases(alone)).toEqual([{ ...release, contributions: ['a', 'b'] }]);
  }));

test('results come back by day', async () => {
  await addTestContribution(ledger, { content: 'results' });
  const day = '2026-03-29';
  const result = { partner: 'police', kind: 'arrests', count: 3, day, by: 'x', at } as const;
  await ledger.transaction(async (database) => {
    await addResult(database, result);
    await addResult(database, { ...result, day: '2025-12-31' });
  });
  expect((await results(ledger)).items.map((each) => each.day)).toEqual(['2026-03-29', '2025-12-31']);
  const bad = ledger.transaction((database) => addResult(database, { ...result, count: -1 }));
  await expect(bad).rejects.toMatchObject({ code: 'input-invalid' });
});

test('no table of what was given or decided can be changed or emptied, not even by SQL', async () => {
  const tables = await ledger.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
     order by relname`,
  );
  const changing = new Set([
    'account',
    'audit_head',
    'answered_request',
    'migration',
    'network_note',
    'network_view',
    'published',
    'session',
    'identity',
  ]);
  const kept = tables.map(({ name }) => name).filter((name) => !changing.has(name));
  expect(kept).toEqual(expect.arrayContaining(['audit', 'contribution', 'hit', 'judgement', 'release']));
  for (const table of kept) {
    const triggers = await ledger.query<{ kind: number }>(
      `select tgtype as kind from pg_trigger
       where tgrelid = $1::regclass and tgfoid = 'refuse_change'::regproc and not tgisinternal and tgenabled = 'O'`,
      [table],
    );
    // Bits of pg_trigger.tgtype: 1 row, 2 before, 8 delete, 16 update, 32 truncate.
    const covered = triggers.map(({ kind }) => kind & 0b111011).sort((a, b) => a - b);
    expect([table, covered]).toEqual([table, [0b011011, 0b100010]]);
  }
  const { id } = await addTestContribution(ledger, { content: 'refused' });
  const judgement = { a: 'p-0', b: 'p-1', verdict: 'same', by: 'x', reason: 'scar', at } as const;
  await ledger.transaction((database) => addJudgement(database, judgement, [id]));
  for (const text of [
    "update judgement set verdict = 'same'",
    'delete from judgement',
    "update contribution set sealed = ''",
    'delete from contribution_mapping',
    "update contribution_terms set sealed = ''",
    'truncate judgement',
    'truncate contribution cascade',
  ]) {
    await expect(ledger.transaction((database) => database.query(text))).rejects.toThrow('never changed');
  }
});

test('writers at the same time do not lose anything', () =>
  fresh(async ({ ledger: alone }) => {
    const { id } = await addTestContribution(alone);
    const judgement = { a: 'p-0', b: 'p-1', verdict: 'same', by: 'x', reason: 'scar', at } as const;
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        alone.transaction(async (database) => {
          await addMapping(database, id, { mapping: { clew: 1, subjects: {} }, by: `${number}`, at });
          await addJudgement(database, judgement, [id]);
        }),
      ),
    );
    expect((await mappingHistory(alone, id)).map((each) => each.version)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    expect(await judgements(alone)).toHaveLength(20);
  }));

const write = fc.oneof(
  fc.record({ kind: fc.constant('contribution'), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('mapping'), on: fc.nat(), text: fc.string() }),
  fc.record({
    kind: fc.constant('judgement'),
    on: fc.nat(),
    and: fc.nat(),
    text: fc.string({ minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('erase'), on: fc.nat() }),
);

let run = 0;

test('any sequence of writes is read back, but for what speaks of something erased', () =>
  fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 12 }), async (writes) => {
      const a = `p-${++run}`;
      const ids: { id: string; object: string; fileName: string; title?: string }[] = [];
      const gone = new Set<string>();
      const reasons: { about: string[]; reason: string }[] = [];
      const pick = (on: number) => ids[on % Math.max(1, ids.length)];
      for (const each of writes) {
        const one = 'on' in each ? pick(each.on) : undefined;
        if (each.kind === 'contribution' && 'text' in each) {
          const fileName = each.text;
          const sha256 = createHash('sha256').update(`${a} ${ids.length}`).digest('hex');
          const { id, object } = await addTestContribution(ledger, { fileName, sha256 });
          ids.push({ id, object, fileName });
        } else if (one === undefined || gone.has(one.id)) {
          if (one === undefined) continue;
          await expect(sealText(ledger, [one.id], 'late')).rejects.toMatchObject({ code: 'erased' });
        } else if (each.kind === 'erase') {
          await ledger.keys.destroy(one.object);
          gone.add(one.id);
        } else if ('and' in each) {
          const other = pick(each.and);
          if (other === undefined || gone.has(other.id) || each.text.trim() === '') continue;
          const about = [one.id, other.id];
          const judgement = {
            a,
            b: 'q',
            verdict: 'unsure',
            by: 'x',
            reason: each.text,
            at,
          } as const;
          await ledger.transaction((database) => addJudgement(database, judgement, about));
          reasons.push({ about, reason: each.text });
        } else if ('text' in each) {
          const mapping = { clew: 1 as const, title: each.text, subjects: {} };
          await ledger.transaction((database) => addMapping(database, one.id, { mapping, by: 'x', at }));
          one.title = each.text;
        }
      }
      const stay = ids.filter(({ id }) => !gone.has(id));
      const mine = new Set(ids.map(({ id }) => id));
      const found = new Map(
        (await contributions(ledger)).filter(({ id }) => mine.has(id)).map((kept) => [kept.id, kept]),
      );
      expect([...found.keys()].sort()).toEqual(stay.map(({ id }) => id).sort());
      for (const { id, fileName, title } of stay) {
        expect(found.get(id)?.fileName).toBe(fileName);
        expect(found.get(id)?.mapping.title).toBe(title);
      }
      const erasedIds = (await erasedContributions(ledger)).map(({ id }) => id);
      expect(erasedIds.filter((id) => mine.has(id)).sort()).toEqual([...gone].sort());
      const about = (await judgements(ledger)).filter((each) => each.a === a);
      expect(about.map(({ reason, erased }) => ({ reason, erased }))).toEqual(
        reasons.map(({ about: sources, reason }) => {
          const erased = sources.some((id) => gone.has(id));
          return { reason: erased ? '' : reason, erased };
        }),
      );
    }),
    { numRuns: 12, seed: 3 },
  ));
