import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { personModel } from './models/person.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { saidOf } from './said-of.ts';
import { candidateTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-associated-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const person = (subject: number, name: string, employer: number): GivenSubject => ({
  subject: BigInt(subject),
  values: [
    ['name', name],
    ['employer', employer.toString(16).padStart(16, '0')],
  ],
});
const firm = (subject: number, name: string, matchable = true): GivenSubject => ({
  subject: BigInt(subject),
  type: 'organization',
  matchable,
  values: [['name', name]],
});

test('whom they work for brings two of one family name together, and what may not be matched does not', async () => {
  const others = Array.from({ length: 40 }, (_, index) => [
    person(
      100 + 2 * index,
      `Olga ${'BCDFG'[index % 5]}ar${'klmnt'[Math.floor(index / 8)]}ov`,
      101 + 2 * index,
    ),
    firm(101 + 2 * index, `Farm ${'abcdefgh'[index % 8]}${index}x`),
  ]).flat();
  await loadSubjects(lake, [
    person(1, 'Margarita Quintar', 2),
    firm(2, 'Talvik Export GmbH'),
    person(3, 'Quintar, Rita', 4),
    firm(4, 'Talvik Export Worldwide'),
    person(5, 'Wilhelm Ostrander', 6),
    firm(6, 'Brandel Logistics', false),
    person(7, 'Ostrander, Willi', 8),
    firm(8, 'Brandel Logistics', false),
    ...others,
  ]);
  await resolve(lake, { folder });
  const told = async (a: number, b: number) => {
    const rows = await lake.rows<{ parts: string; linked: boolean }>(
      sql`select parts, linked from ${candidateTable} where type = 'person' and a = ${a} and b = ${b}`,
    );
    return { linked: rows[0]?.linked ?? false, byEmployer: rows[0]?.parts.includes('"employer"') ?? false };
  };
  expect(await told(1, 3)).toEqual({ linked: true, byEmployer: true });
  expect(await told(5, 7)).toEqual({ linked: false, byEmployer: false });
  expect((await saidOf(lake, 1n, personModel))?.get('employer')).toEqual(['Talvik Export GmbH']);
});
