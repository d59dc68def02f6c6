import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { blockingTable, candidateTable, clusterTable, modelTable } from './tables.ts';
import { valueSubject } from './value-subject.ts';
import { text } from './work.ts';

let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-resolve-'));
  lake = await Lake.open({ folder: join(folder, 'work') });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const person = (subject: number, values: Record<string, string>, matchable = true): GivenSubject => ({
  subject: BigInt(subject),
  matchable,
  values: Object.entries(values),
});

/** Persons with no relation to one another, so that there is a population to learn from. */
function crowd(size: number): GivenSubject[] {
  const given = ['Adam', 'Berta', 'Cemal', 'Dora', 'Emil', 'Fatima', 'Goran', 'Hanna', 'Igor', 'Jana'];
  const family = [
    'Novak',
    'Lindt',
    'Okafor',
    'Rossi',
    'Tran',
    'Usman',
    'Varga',
    'Weber',
    'Yilmaz',
    'Zhou',
    'Popa',
  ];
  return Array.from({ length: size }, (_, index) =>
    person(1000 + index, {
      name: `${given[index % given.length]} ${family[(index * 7) % family.length]}`,
      birthDate: `${1950 + ((index * 13) % 50)}-${String(2 + ((index * 5) % 11)).padStart(2, '0')}-${String(2 + ((index * 17) % 26)).padStart(2, '0')}`,
    }),
  );
}

const twice: readonly GivenSubject[] = [
  person(1, { name: 'Robert Smith', birthDate: '1978-11-12', phone: '+17029191300' }),
  person(2, { name: 'Bob Smith', birthDate: '1978-12-11', phone: '+17029191300' }),
];

async function entities(): Promise<Map<number, number>> {
  const rows = await lake.rows<{ subject: bigint; entity: bigint }>(
    sql`select subject, entity from ${clusterTable}`,
  );
  return new Map(rows.map(({ subject, entity }) => [Number(subject), Number(entity)]));
}

async function together(subjects: readonly GivenSubject[], a = 1, b = 2): Promise<boolean> {
  await loadSubjects(lake, [...subjects, ...crowd(60)]);
  await resolve(lake, { folder });
  const found = await entities();
  return found.get(a) === found.get(b);
}

describe('people', () => {
  test('a nickname, a swapped date and a shared phone make one', async () => {
    expect(await together(twice)).toBe(true);
  });

  test('twins stay two', async () => {
    const home = {
      birthDate: '1997-09-28',
      address: '1304 Poppy Hills Drive, Blacklick',
      phone: '+15123538633',
    };
    expect(
      await together([
        person(1, { name: 'Mark Kusha', ...home }),
        person(2, { name: 'Marsha Kusha', ...home }),
      ]),
    ).toBe(false);
  });

  test('father and son of one name and address stay two', async () => {
    const home = { name: 'John Smith', address: '3212 West 32nd Street, Palm Harbor' };
    expect(
      await together([
        person(1, { ...home, birthDate: '1970-10-10' }),
        person(2, { ...home, birthDate: '1992-03-15' }),
      ]),
    ).toBe(false);
  });

  test('senior and junior stay two', async () => {
    const home = { address: '1450 North City Road, Arlington', phone: '+15123538633' };
    expect(
      await together([
        person(1, { name: 'David Dobbins Jr', ...home }),
        person(2, { name: 'David Dobbins Sr', ...home }),
      ]),
    ).toBe(false);
  });

  test('ways of contact link nobody, nor does a name alone', async () => {
    const contact = { phone: '+15123538633', email: 'x@y.example', address: '1 Ringstrasse Bonn' };
    expect(
      await together([
        person(1, { name: 'Olga Petrova', ...contact }),
        person(2, { name: 'Jim Muir', ...contact }),
      ]),
    ).toBe(false);
    expect(await together([person(1, { name: 'Uwe Quast' }), person(2, { name: 'Uwe Quast' })])).toBe(false);
  });

  test('one name, one city and births a year apart may be one; one name and one city are not', async () => {
    const named = { name: 'Uwe Quast', address: 'Duisdorf' };
    const near = [
      person(1, { ...named, birthDate: '1970-10-10' }),
      person(2, { ...named, birthDate: '1971-10-04' }),
    ];
    expect(await together(near)).toBe(true);
    expect(await together([person(1, named), person(2, named)])).toBe(false);
  });

  test('who may not be matched stays alone', async () => {
    const [one, other] = twice as readonly [GivenSubject, GivenSubject];
    expect(await together([one, { ...other, matchable: false }])).toBe(false);
    expect((await entities()).get(2)).toBe(2);
  });
});

test('judgements hold, and a judged pair is told of though it was never compared', async () => {
  const strangers = [person(3, { name: 'Olga Petrova' }), person(4, { name: 'Jim Muir' })];
  await loadSubjects(
    lake,
    [...twice, ...strangers, ...crowd(20)],
    [
      { a: 1n, b: 2n, verdict: 'different' },
      { a: 3n, b: 4n, verdict: 'same' },
    ],
  );
  await resolve(lake, { folder });
  const found = await entities();
  expect(found.get(1)).not.toBe(found.get(2));
  expect(found.get(3)).toBe(found.get(4));
  const judged = await lake.rows(
    sql`select a, b, judged, linked from ${candidateTable} where judged is not null order by a`,
  );
  expect(judged).toEqual([
    { a: 1n, b: 2n, judged: 'different', linked: false },
    { a: 3n, b: 4n, judged: 'same', linked: true },
  ]);
});

test('prior and parts add up to the weight of every candidate', async () => {
  await loadSubjects(lake, [...twice, ...crowd(200)]);
  await resolve(lake, { folder });
  const rows = await lake.rows<{ weight: number; prior: number; parts: string }>(
    sql`select c.weight, m.weight as prior, c.parts from ${candidateTable} c
      join ${modelTable} m on m.type = c.type and m.comparison = 'prior'`,
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { weight, prior, parts } of rows) {
    const list = JSON.parse(parts) as { weight: number; words: string; comparison: string }[];
    expect(list.reduce((sum, part) => sum + part.weight, prior)).toBeCloseTo(weight, 3);
    for (const part of list) expect(part.words).not.toBe('');
  }
});

test('every subject is in one cluster; values are things by themselves', async () => {
  await loadSubjects(lake, [
    ...twice,
    { subject: 7n, type: 'phone', values: [['number', '+17029191300']] },
    { subject: 8n, type: 'case', values: [['number', 'A 1/24']] },
    { subject: 9n, type: 'person', values: [] },
  ]);
  const resolved = await resolve(lake, { folder });
  const rows = await lake.rows<{ subject: bigint; type: string; entity: bigint }>(
    sql`select * from ${clusterTable}`,
  );
  expect(new Set(rows.map((row) => row.subject)).size).toBe(rows.length);
  expect(rows).toHaveLength(resolved.subjects);
  const value = await lake.row<{ id: bigint }>(
    sql`select ${valueSubject('phone', text("'+17029191300'"))} as id`,
  );
  expect(rows.find((row) => row.subject === 7n)?.entity).toBe(value.id);
  expect(rows.find((row) => row.subject === value.id)).toMatchObject({ type: 'phone', entity: value.id });
  expect(rows.find((row) => row.subject === 8n)?.entity).toBe(8n);
  expect(rows.find((row) => row.subject === 9n)?.entity).toBe(9n);
});

describe('a firm that very many rows name', () => {
  const firm = (subject: number, name: string, address?: string): GivenSubject => ({
    subject: BigInt(subject),
    type: 'organization',
    values: [['name', name], ...(address === undefined ? [] : [['address', address] as [string, string]])],
  });
  const often = [
    ...Array.from({ length: 80 }, (_, index) => firm(100 + index, 'Dunav Trans Autolinije d.o.o.')),
    ...Array.from({ length: 40 }, (_, index) => firm(300 + index, 'DUNAV TRANS AUTOLINIJE')),
    firm(400, 'Dunav Trans Autolinije', 'Karadjordjeva 12, Beograd'),
    firm(401, 'Dunav Trans Autolinije doo', 'Karadjordjeva ulica 12, Beograd'),
  ];
  const others = Array.from({ length: 30 }, (_, index) =>
    firm(500 + index, `Hotel Nummer ${index + 1} Sava`),
  );

  test('is one, though not all of these rows are compared with each other', async () => {
    await loadSubjects(lake, [...often, ...others]);
    const resolved = await resolve(lake, { folder, types: ['organization'], budget: 100 });
    const found = await entities();
    expect(new Set(often.map(({ subject }) => found.get(Number(subject))))).toEqual(new Set([100]));
    expect(new Set(others.map(({ subject }) => found.get(Number(subject)))).size).toBe(others.length);
    expect(resolved.pairs).toBeLessThan(1500);
  });

  test('is what people say it is: a row that was judged to be of another firm is', async () => {
    await loadSubjects(lake, [...often, ...others], [{ a: 100n, b: 107n, verdict: 'different' }]);
    await resolve(lake, { folder, types: ['organization'], budget: 100 });
    const found = await entities();
    expect(found.get(107)).toBe(107);
    expect(new Set(often.map(({ subject }) => found.get(Number(subject)))).size).toBe(2);
  });
});

test('nothing at all gives empty tables', async () => {
  await loadSubjects(lake, []);
  expect(await resolve(lake, { folder })).toEqual({ subjects: 0, pairs: 0, links: 0, entities: 0 });
  expect(await lake.rows(sql`select * from ${candidateTable}`)).toEqual([]);
  expect((await lake.rows(sql`select * from ${blockingTable}`)).length).toBeGreaterThan(0);
});

test('the order of rows does not matter, and a rebuild gives the same bytes', async () => {
  const everyone = [...twice, ...crowd(150)];
  const bytes = async () => {
    const files: [string, string][] = [];
    for (const name of (await readdir(join(folder, 'resolution'), { recursive: true })).sort()) {
      if (name.endsWith('.parquet'))
        files.push([name, (await readFile(join(folder, 'resolution', name))).toString('base64')]);
    }
    return files;
  };
  await loadSubjects(lake, everyone);
  await resolve(lake, { folder });
  const first = await bytes();
  await resolve(lake, { folder });
  expect(await bytes()).toEqual(first);
  await loadSubjects(lake, [...everyone].reverse());
  await resolve(lake, { folder });
  expect(await bytes()).toEqual(first);
});
