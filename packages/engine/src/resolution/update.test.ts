import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { heldTypes, mountHeld, mountHeldType } from './held.ts';
import { heldJudged } from './held-kinds.ts';
import { type KeptModels, type ModelRow, trainedModelsFrom } from './kept-model.ts';
import { takeClusters, takePairs } from './look-up-held.ts';
import { type GivenJudgement, type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { clusterTable, modelTable } from './tables.ts';

const types = ['person'];
let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-update-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const families = ['Novak', 'Lindt', 'Okafor', 'Rossi', 'Tran'];
const givens = ['Adam', 'Berta', 'Cemal', 'Dora', 'Emil', 'Emilia'];

/** Values from small pools, so that rows share them: twins, namesakes, shared phones, mistyped dates, several names. */
const values = fc
  .record({
    given: fc.constantFrom(...givens),
    family: fc.constantFrom(...families),
    year: fc.constantFrom(1960, 1961, 1985),
    day: fc.option(fc.constantFrom('01-01', '03-04', '04-03', '07-19'), { nil: null, freq: 8 }),
    alias: fc.option(fc.constantFrom(...givens), { nil: null, freq: 2 }),
    phone: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    document: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  })
  .map(({ given, family, year, day, alias, phone, document }): [string, string][] => [
    ['name', `${given} ${family}`],
    ...(day === null ? [] : [['birthDate', `${year}-${day}`] as [string, string]]),
    ...(alias === null ? [] : [['alias', `${alias} ${family}`] as [string, string]]),
    ...(phone === null ? [] : [['phone', `+4917055500${phone}0`] as [string, string]]),
    ...(document === null ? [] : [['document', `X123456${document}`] as [string, string]]),
  ]);
/** A row, or the number of an earlier one that says the same. */
const row = fc.oneof({ weight: 2, arbitrary: values }, { weight: 1, arbitrary: fc.nat(30) });
const story = fc.record({
  /** Pairs that a rule may bring: with few, most keys are crowded. */
  crowd: fc.constantFrom(3, 8, 20, 1000),
  base: fc.array(row, { minLength: 6, maxLength: 30 }),
  updates: fc.array(fc.array(row, { minLength: 0, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  judged: fc.array(
    fc.record({
      a: fc.nat(30),
      b: fc.nat(30),
      verdict: fc.constantFrom('same' as const, 'different' as const),
      turn: fc.nat(2),
      /** What is said of the pair in the next turn. */
      next: fc.option(fc.constantFrom('unsure', 'same', 'different'), { nil: null, freq: 3 }),
    }),
    { maxLength: 6 },
  ),
});

/** What each row says: one that says the same as itself or a later one says the same as the first, and the first nothing. */
function saidIn(rows: readonly (number | readonly [string, string][])[]): (readonly [string, string][])[] {
  const said: (readonly [string, string][])[] = [];
  for (const row of rows) said.push(typeof row === 'number' ? (said[row] ?? said[0] ?? []) : row);
  return said;
}

/** A crowd of rows that say the same, some of which come later; two of them are judged different, and then nobody says so any more. */
const sameAgain: [string, string][] = [
  ['name', 'Adam Novak'],
  ['birthDate', '1960-07-19'],
  ['phone', '+491705550010'],
];
const crowdOfOne = {
  crowd: 3 as const,
  base: [sameAgain, 0, 0, 0, 0, 0, [['name', 'Adam Novak']] as [string, string][]],
  updates: [[0, 6], [0], [6, 0]],
  judged: [
    { a: 0, b: 3, verdict: 'different' as const, turn: 0, next: 'unsure' as const },
    { a: 4, b: 5, verdict: 'same' as const, turn: 1, next: 'unsure' as const },
  ],
};

/** Ids that are in no order, so that new subjects fall between old ones. */
const idOf = (index: number) => BigInt(1 + ((index * 7919) % 100_003));

test('what comes on top of what is held gives what a run over all gives, row for row', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(story, async ({ base, updates, judged, crowd }) => {
      const place = join(folder, String(run++));
      const given = saidIn([base, ...updates].flat());
      const people = given.map((one, index): GivenSubject => ({ subject: idOf(index), values: one }));
      const until = updates.map((_, turn) => base.length + updates.slice(0, turn + 1).flat().length);
      const judgedBy = (turn: number): GivenJudgement[] => {
        const known = turn === 0 ? base.length : (until[turn - 1] as number);
        const pairs = new Map<string, GivenJudgement>();
        for (const one of judged) {
          if (one.turn > turn || one.a >= known || one.b >= known || one.a === one.b) continue;
          const [a, b] = [idOf(one.a), idOf(one.b)].sort((x, y) => (x < y ? -1 : 1)) as [bigint, bigint];
          const verdict = one.next !== null && turn > one.turn ? one.next : one.verdict;
          if (!pairs.has(`${a} ${b}`)) pairs.set(`${a} ${b}`, { a, b, verdict });
        }
        return [...pairs.values()];
      };
      await loadSubjects(lake, people.slice(0, base.length), judgedBy(0));
      await resolve(lake, { folder: join(place, 'base'), keep: true, types, budget: crowd });
      const models: KeptModels = trainedModelsFrom(
        await lake.rows<ModelRow>(sql`select * from ${modelTable}`),
      );
      const folders = [join(place, 'base')];
      for (let turn = 1; turn <= updates.length; turn++) {
        const from = turn === 1 ? base.length : (until[turn - 2] as number);
        const upto = until[turn - 1] as number;
        await mountHeld(lake, folders);
        await loadSubjects(lake, people.slice(from, upto), judgedBy(turn));
        const next = join(place, `update-${turn}`);
        const known = join(place, 'base');
        const [snapshot, ...later] = folders as [string, ...string[]];
        await resolve(lake, { folder: next, held: [snapshot, ...later], models, known, types });
        folders.push(next);
        await loadSubjects(lake, people.slice(0, upto), judgedBy(turn));
        const whole = join(place, `whole-${turn}`);
        await resolve(lake, { folder: whole, models, known, types, keep: true });
        const clusters = await lake.rows(sql`select * from ${clusterTable} order by subject`);
        const held = await everythingIn(folders);
        expect(held).toEqual({ ...(await everythingIn([whole])), clusters });
      }
    }),
    { numRuns: 3, seed: 20261122, endOnFailure: true, examples: [[crowdOfOne]] },
  );
}, 120_000);

/** Who of those that are mounted is one with whom, every pair with its weight and what it came from, and every judgement in force. */
async function everythingIn(folders: readonly string[]) {
  await mountHeld(lake, folders);
  const pairs: unknown[] = [];
  const [base] = folders as [string, ...string[]];
  const ids = sql`select subject from ${clusterTable}`;
  for (const type of heldTypes(folders)) {
    await mountHeldType(lake, folders, type);
    await takePairs(lake, { base, type, ids }, 'held.pairs');
    pairs.push(await lake.rows(sql`select * from held.pairs order by a, b`));
  }
  const clusters = { text: 'held.clusters' };
  await takeClusters(lake, base, { column: 'subject', ids, into: clusters });
  return {
    pairs,
    judged: await lake.rows(sql`select * from ${heldJudged} where verdict is not null order by a, b`),
    clusters: await lake.rows(sql`
      select subject, coalesce(h.type, c.type) as type, coalesce(h.entity, subject) as entity,
        coalesce(h.component, subject) as component
      from ${clusterTable} c left join ${clusters} h using (subject) order by subject`),
  };
}
