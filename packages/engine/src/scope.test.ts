import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@clew/model/mapping.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTable } from './contribution/tables.ts';
import { Lake } from './lake/lake.ts';
import { sql } from './lake/sql.ts';
import { takeIn } from './pipeline.ts';
import { folderLabels, mountScope } from './statements/scope.ts';
import { labelTable, statementTable, subjectTable } from './statements/tables.ts';

const rows = ['Name,Category,Key', 'Ivan Petrov,suspect,1', 'Ana Pop,victim,2', 'Ivan Petrov,victim,1'];
const file = Buffer.from(rows.join('\n'));
const mapping: Mapping = {
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['Key'],
      properties: { name: { columns: ['Name'] }, category: { columns: ['Category'] } },
    },
  },
};

let root: string;
let lake: Lake;
let folders: string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-scope-'));
  lake = await Lake.open({ folder: join(root, 'work'), threads: 1 });
  folders = [];
  for (const partner of ['north', 'south']) {
    const folder = join(root, partner);
    const terms = termsSchema.parse({});
    const open = async function* () {
      yield file;
    };
    const contribution = partner.padEnd(16, '0');
    const given = {
      contribution,
      partner,
      fileName: 'people.csv',
      bytes: file.length,
      open,
      mapping,
      terms,
      folder,
    };
    await takeIn(lake, given);
    folders.push(folder);
  }
});

afterAll(async () => {
  lake.close();
  await rm(root, { recursive: true, force: true });
});

async function mounted(wanted: (owner: string, categories: readonly string[]) => boolean, records = false) {
  const found = await folderLabels(lake, folders);
  const labels = found
    .flatMap((each) => each.labels)
    .filter(({ owner, content }) => wanted(owner as string, labelFromText(content as string).categories))
    .map(({ label }) => ({ label: label as bigint, matchable: false }));
  await mountScope(lake, found, { labels, records });
  const count = async (table: typeof statementTable | typeof subjectTable | typeof recordTable) =>
    (await lake.row<{ n: number }>(sql`select count(*) as n from ${table}`)).n;
  return {
    statements: await lake.rows<{ contribution: string; row: number; value: string }>(
      sql`select contribution, "row", value from ${statementTable} where property = 'name' order by all`,
    ),
    subjects: await lake.rows<{ contribution: string; row: number }>(
      sql`select contribution, "row" from ${subjectTable} order by all`,
    ),
    matchable: await lake.rows(sql`select label from ${labelTable} where matchable`),
    records: await count(recordTable),
  };
}

test('a part of each file: only what carries a readable label, row by row of one and the same subject', async () => {
  const { statements, subjects, matchable, records } = await mounted((_, all) => all.includes('suspect'));
  expect(statements).toEqual([
    { contribution: 'north00000000000', row: 1, value: 'ivan petrov' },
    { contribution: 'south00000000000', row: 1, value: 'ivan petrov' },
  ]);
  expect(subjects).toEqual(statements.map(({ contribution, row }) => ({ contribution, row })));
  expect(matchable).toEqual([]);
  expect(records).toBe(0);
});

test('a whole file and a part of another', async () => {
  const { statements, subjects } = await mounted(
    (owner, all) => owner === 'north' || all.includes('suspect'),
  );
  expect(statements).toHaveLength(4);
  expect(subjects).toHaveLength(4);
  expect(statements.filter(({ contribution }) => contribution.startsWith('south'))).toHaveLength(1);
});

test('nothing at all, then everything with its records', async () => {
  expect((await mounted(() => false)).statements).toEqual([]);
  const { statements, records } = await mounted(() => true, true);
  expect(statements).toHaveLength(6);
  expect(records).toBe(6);
});
