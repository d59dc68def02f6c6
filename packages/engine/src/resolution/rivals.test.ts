import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { birthDate } from './comparisons/birth-date.ts';
import { personName } from './comparisons/person-name.ts';
import { levelByTitle } from './model.ts';
import { personModel } from './models/person.ts';
import { weighRivals } from './rivals.ts';
import { untrainedModel } from './train.ts';
import { text, workSchema } from './work.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-rivals-'));
  lake = await Lake.open({ folder, threads: 1 });
  await lake.run(text(`create schema ${workSchema}`));
  await lake.run(
    text(
      `create table ${workSchema}.subject_person as select range::integer as n, (100 + range)::ubigint as subject from range(1, 6)`,
    ),
  );
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is learnt where 8,000 have records of their own, forty pairs look like parent and child who have none, and `seen` who have. */
async function learntWhere(seen: number): Promise<readonly number[]> {
  const others = personModel.comparisons
    .filter(({ id }) => id !== 'name' && id !== 'birthDate')
    .map(({ id }) => `null::integer as "${id}"`);
  const pairs = (of: string, date: number, range: string) =>
    `select ${of}, 20::double as weight, true as linkable, false as conflict, null::double as rival,
      ${sameName} as "name", ${date} as "birthDate", ${others.join(', ')} from range(${range})`;
  await lake.run(
    text(`create or replace table ${workSchema}.subject_person as
      select range::integer as n, range::ubigint as subject from range(1, 8100)`),
  );
  await lake.run(
    text(`create or replace table ${workSchema}.feature_person as
      select range::integer as n, 'a name' as name, 1 as birth from range(1, 8100)`),
  );
  await lake.run(
    text(`create or replace table ${workSchema}.scored_person as
      ${pairs('2 * range::integer - 1 as a, 2 * range::integer as b', sameDate, '1, 4001')}
      union all ${pairs('8000 + range::integer as a, 8050 + range::integer as b', 0, '1, 41')}
      union all ${pairs('4 * range::integer - 3 as a, 4 * range::integer - 1 as b', 0, `1, ${seen + 1}`)}`),
  );
  const odds = await weighRivals(lake, untrainedModel(personModel), { kept: undefined, held: false });
  return odds.find(({ interaction }) => interaction === 'generations')?.bits ?? [];
}

const sameDate = levelByTitle(birthDate, 'the same date') << 7;
const sameName = levelByTitle(personName, 'the same name') << 7;
const otherGiven = levelByTitle(personName, 'the same family name, another given name') << 7;
const bits = [6, -4, -10] as const;

/** What one and two, who look like twins, weigh where `like` are the pairs of one name and date of birth. */
async function weightOfTwins(like: readonly (readonly [number, number])[]): Promise<number | undefined> {
  const others = personModel.comparisons
    .filter(({ id }) => id !== 'name' && id !== 'birthDate')
    .map(({ id }) => `null::integer as "${id}"`);
  const pair = (a: number, b: number, name: number) =>
    `select ${a} as a, ${b} as b, 20::double as weight, true as linkable, ${name === otherGiven} as conflict,
      null::double as rival, ${name} as "name", ${sameDate} as "birthDate", ${others.join(', ')}`;
  const pairs = [pair(1, 2, otherGiven), ...like.map(([a, b]) => pair(a, b, sameName))];
  await lake.run(text(`create or replace table ${workSchema}.scored_person as ${pairs.join(' union all ')}`));
  const kept = ['siblings', 'generations'].map((interaction) => ({ interaction, bits }));
  await weighRivals(lake, untrainedModel(personModel), { kept, held: false });
  const { weight } = await lake.row<{ weight: number }>(
    text(`select weight from ${workSchema}.scored_person where a = 1 and b = 2`),
  );
  return Math.round(weight);
}

test("relatives have records of their own, and a record like both is nobody's", async () => {
  const [none, one, both] = bits;
  expect(await weightOfTwins([])).toBe(none);
  expect(await weightOfTwins([[1, 3]])).toBe(one);
  expect(
    await weightOfTwins([
      [1, 3],
      [2, 4],
    ]),
  ).toBe(both);
  expect(
    await weightOfTwins([
      [1, 3],
      [2, 3],
    ]),
  ).toBe(none);
  expect(
    await weightOfTwins([
      [1, 3],
      [2, 3],
      [2, 5],
    ]),
  ).toBe(one);
});

test('where hardly any parents and children show, pairs that look like them are one person', async () => {
  const [none] = await learntWhere(0);
  const [few] = await learntWhere(20);
  const [many] = await learntWhere(90);
  const [more] = await learntWhere(900);
  expect(none).toBeGreaterThan(3);
  expect(few).toBeLessThan(none as number);
  expect(many).toBeLessThan(few as number);
  // Never more of them than there usually are.
  expect(more).toBe(many);
});
