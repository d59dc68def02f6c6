import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerBreakGlass, askBreakGlass, breakGlasses, breakGlassInForce } from './break-glass.ts';
import type { Database } from './database.ts';
import {
  addNecessity,
  answerNecessity,
  askNecessity,
  endNecessity,
  necessities,
  necessitiesInForce,
} from './necessities.ts';
import { addPerson } from './people.ts';
import { addProject } from './projects.ts';
import { openTestLedger, type TestLedger } from './test-ledger.ts';

// What needs two people: strict necessities and access beyond the rules.

const at = '2026-03-01T10:00:00.000Z';
let opened: TestLedger;

beforeEach(async () => {
  opened = await openTestLedger();
  await opened.ledger.transaction(async (database) => {
    for (const id of ['ann', 'bob']) await addPerson(database, { id, title: id, partner: null, at });
    const rest = { title: 'Harbour', purpose: 'operational-analysis' as const, by: 'bob', until: null };
    await addProject(database, { ...rest, id: 'harbour', at });
  });
});

afterEach(() => opened.close());

const write = <T>(work: (database: Database) => Promise<T>) => opened.ledger.transaction(work);

const wanted = {
  project: 'harbour',
  categories: ['victim' as const, 'witness' as const, 'victim' as const],
  minors: true,
  reason: 'Statements name the house',
  by: 'ann',
  at,
  until: '2026-09-01T00:00:00.000Z',
};

const yes = { approved: true, reason: 'Seen', at };

test('a necessity counts from its approval to its end', async () => {
  const id = await write((database) => askNecessity(database, wanted));
  const inForce = (when: string) => necessitiesInForce(opened.ledger, when);
  expect(await inForce(at)).toEqual([]);
  const later = '2026-03-02T10:00:00.000Z';
  await write((database) => answerNecessity(database, { ...yes, id, by: 'bob', at: later }));
  expect(await inForce(at)).toEqual([]);
  expect(await inForce(later)).toEqual([
    { ...wanted, id, categories: ['victim', 'witness'], approvedBy: 'bob', state: 'approved' },
  ]);
  expect(await inForce('2026-08-31T23:59:59.999Z')).toHaveLength(1);
  expect(await inForce('2026-09-01T00:00:00.000Z')).toEqual([]);
  await write((database) => endNecessity(database, { id, by: 'ann', at: '2026-04-01T00:00:00.000Z' }));
  expect(await inForce('2026-04-01T00:00:00.000Z')).toEqual([]);
  expect(await inForce('2026-03-31T23:59:59.999Z')).toHaveLength(1);
  expect((await necessities(opened.ledger)).map(({ state }) => state)).toEqual(['ended']);
});

test('who records a necessity does not approve it, in code nor in the tables', async () => {
  const id = await write((database) => askNecessity(database, wanted));
  const own = { ...yes, id, by: 'ann' };
  await expect(write((database) => answerNecessity(database, own))).rejects.toMatchObject({
    code: 'second-person',
  });
  const agreed = { ...wanted, approvedBy: 'ann' };
  await expect(write((database) => addNecessity(database, agreed))).rejects.toMatchObject({
    code: 'second-person',
  });
  const around = (askedBy: string) =>
    write((database) =>
      database.query(
        `insert into necessity_answer (id, asked_by, by, approved, reason, at)
         values ($1, $2, 'ann', true, 'x', $3)`,
        [id, askedBy, at],
      ),
    );
  await expect(around('ann')).rejects.toThrow();
  await expect(around('bob')).rejects.toThrow();
  expect(await necessitiesInForce(opened.ledger, at)).toEqual([]);
});

test('a necessity is answered once; a refused one never counts', async () => {
  const id = await write((database) => askNecessity(database, wanted));
  await write((database) => answerNecessity(database, { ...yes, id, by: 'bob', approved: false }));
  const again = write((database) => answerNecessity(database, { ...yes, id, by: 'bob' }));
  await expect(again).rejects.toMatchObject({ code: 'already-done' });
  expect(await necessitiesInForce(opened.ledger, at)).toEqual([]);
  expect((await necessities(opened.ledger))[0]).toMatchObject({ state: 'refused', approvedBy: null });
});

test('a necessity that does not fit is refused', async () => {
  const changes = {
    'no end after its beginning': { until: at },
    'an end after more than three years': { until: '2029-03-01T10:00:00.001Z' },
    'an end that is no time': { until: 'soon' },
    nobody: { categories: [], minors: false },
    'an unknown category': { categories: ['martian' as never] },
    'no reason': { reason: '' },
  };
  for (const [what, change] of Object.entries(changes)) {
    const asking = write((database) => askNecessity(database, { ...wanted, ...change }));
    await expect(asking, what).rejects.toMatchObject({ code: 'input-invalid' });
  }
});

const plea = {
  person: 'ann',
  purpose: 'operational-analysis' as const,
  project: 'harbour',
  reason: 'Life at risk',
  at,
};

test('access beyond the rules is open from its approval to its end, for who asked', async () => {
  const id = await write((database) => askBreakGlass(database, plea));
  const open = (person: string, when: string) => breakGlassInForce(opened.ledger, person, when);
  expect(await open('ann', at)).toEqual([]);
  const given = { ...yes, id, by: 'bob', at: '2026-03-01T10:05:00.000Z', until: '2026-03-01T14:05:00.000Z' };
  await write((database) => answerBreakGlass(database, given));
  expect(await open('ann', '2026-03-01T10:04:59.999Z')).toEqual([]);
  expect(await open('ann', given.at)).toHaveLength(1);
  expect(await open('bob', given.at)).toEqual([]);
  expect(await open('ann', '2026-03-01T14:04:59.999Z')).toHaveLength(1);
  expect(await open('ann', given.until)).toEqual([]);
});

test('an answer that does not fit is refused', async () => {
  const id = await write((database) => askBreakGlass(database, plea));
  const late = { at: '2026-03-02T10:00:00.001Z', until: '2026-03-02T11:00:00.000Z' };
  const changes = [
    { change: { by: 'ann' }, code: 'second-person' },
    { change: { until: '2026-03-01T14:00:00.001Z' }, code: 'input-invalid' },
    { change: { until: at }, code: 'input-invalid' },
    { change: late, code: 'input-invalid' },
    { change: { reason: '\n' }, code: 'input-invalid' },
    { change: { id: '0'.repeat(16) }, code: 'not-found' },
  ];
  for (const { change, code } of changes) {
    const given = { ...yes, id, by: 'bob', until: '2026-03-01T11:00:00.000Z', ...change };
    await expect(write((database) => answerBreakGlass(database, given))).rejects.toMatchObject({ code });
  }
  expect((await breakGlasses(opened.ledger))[0]?.state).toBe('asked');
});

test('refused access opens nothing, and the word stands', async () => {
  const id = await write((database) => askBreakGlass(database, plea));
  const no = { ...yes, approved: false, id, by: 'bob', until: '2026-03-01T11:00:00.000Z' };
  await write((database) => answerBreakGlass(database, no));
  expect(await breakGlassInForce(opened.ledger, 'ann', at)).toEqual([]);
  const again = write((database) => answerBreakGlass(database, { ...no, approved: true }));
  await expect(again).rejects.toMatchObject({ code: 'already-done' });
});
