import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { type ModelRow, trainedModelsFrom } from '../kept-model.ts';
import { type GivenSubject, loadSubjects } from '../resolution-fixture.ts';
import { resolve } from '../resolve.ts';
import { clusterTable, modelTable } from '../tables.ts';
import { clustersIfJudged, type SaidOfPair } from './clusters-if-judged.ts';

const types = ['person'];
let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-if-judged-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const values = (name: string, birthDate: string, ...document: string[]): GivenSubject['values'] => [
  ['name', name],
  ['birthDate', birthDate],
  ...document.map((number): [string, string] => ['document', number]),
];
/** Twins and namesakes, mistyped dates, and numbers that settle or part; ids are in no order. */
const people: GivenSubject[] = [
  values('Adam Novak', '1960-01-01', 'X1234561'),
  values('NOVAK Adam', '1960-01-01', 'X1234561'),
  values('Adam Novak', '1961-03-04'),
  values('Emil Rossi', '1985-07-19', 'X1234562'),
  values('Emilia Rossi', '1985-07-19', 'X1234563'),
  values('Emil Rosi', '1985-07-19', 'X1234562'),
  values('Cemal Okafor', '1961-04-03', 'X1234564'),
  values('Cemal Okafor', '1961-03-04', 'X1234564'),
  values('Berta Novak', '1961-03-04'),
  values('Berta Novak', '1961-04-03'),
].map((given, index) => ({ subject: BigInt(1 + ((index * 7919) % 100_003)), values: given }));

function said(one: number, other: number, verdict: string): SaidOfPair {
  const [a, b] = [people[one]?.subject ?? 0n, people[other]?.subject ?? 0n];
  return a < b ? { a, b, verdict } : { a: b, b: a, verdict };
}

test('the clusters that are foreseen are those of a run with that judgement, for everybody', async () => {
  const before = [said(6, 7, 'different')];
  const now = [...before, said(2, 8, 'same')];
  const thoughts = [said(0, 8, 'same'), said(0, 1, 'different'), said(6, 7, 'unsure')];
  await loadSubjects(lake, people, before);
  const known = join(folder, 'base');
  await resolve(lake, { folder: known, keep: true, types });
  const models = trainedModelsFrom(await lake.rows<ModelRow>(sql`select * from ${modelTable}`));
  const foreseen = [];
  for (const thought of thoughts) {
    foreseen.push({ thought, placed: await clustersIfJudged(lake, { judged: now, thought }) });
  }
  const clustersWith = async (judged: readonly SaidOfPair[]) => {
    await loadSubjects(lake, people, judged);
    await resolve(lake, { folder: join(folder, 'again'), models, known, types });
    const rows = await lake.rows<{ subject: bigint; entity: bigint }>(
      sql`select subject, entity from ${clusterTable} where type = 'person'`,
    );
    return new Map(rows.map(({ subject, entity }) => [subject, entity]));
  };
  const held = await clustersWith(now);
  for (const { thought, placed } of foreseen) {
    const others = now.filter(({ a, b }) => a !== thought.a || b !== thought.b);
    const then = await clustersWith([...others, thought]);
    expect(then).not.toEqual(held);
    const told = new Map(placed.map(({ subject, before, after }) => [subject, [before, after]]));
    for (const [subject, entity] of held) {
      expect(told.get(subject) ?? [entity, entity]).toEqual([entity, then.get(subject)]);
    }
  }
});

test('what is not there changes nothing', async () => {
  await loadSubjects(lake, [{ subject: 1n, values: [['name', 'Adam Novak']] }]);
  await resolve(lake, { folder: join(folder, 'base'), types });
  const thought = { a: 1n, b: 2n, verdict: 'same' };
  expect(await clustersIfJudged(lake, { judged: [], thought })).toEqual([]);
});
