import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseAreaTable, linkTable } from '../../graph/tables.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { involvementTable, usableLabelTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import { gatherUses, useTable } from './uses.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-uses-'));
  lake = await Lake.open({ folder, threads: 1 });
  for (const { schema } of [linkTable, involvementTable, networkTable, useTable])
    await lake.makeSchema(schema);
  await loadTable(lake, usableLabelTable, [{ label: 1n, protected: false }]);
  for (const table of [involvementTable, caseAreaTable, networkTable]) await loadTable(lake, table, []);
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** How many accounts people use, where `holders` hold one account that one payment each goes to from `payers` others. */
async function accountsUsed(
  holders: number,
  payers: number,
): Promise<readonly [uses: number, accounts: number]> {
  const account = 1n;
  const [person, payer, payment] = [1_000n, 2_000n, 3_000n];
  const each = (count: number) => Array.from({ length: count }, (_, at) => BigInt(at));
  const stated = { evidence: [], owners: [], first_seen: null, last_seen: null, label: 1n };
  const rows = [
    ...each(holders).map((at) => ['holds', person + at, 'person', account] as const),
    ...each(payers).flatMap((at) => [
      ['paid from', payment + at, 'payment', payer + at] as const,
      ['paid to', payment + at, 'payment', account] as const,
    ]),
  ];
  await loadTable(
    lake,
    linkTable,
    rows.map(([kind, source, source_type, target], link) => ({
      ...{ ...stated, link: BigInt(link), kind, source, source_type, target, target_type: 'account' },
    })),
  );
  await gatherUses(lake);
  const { uses, accounts } = await lake.row<{ uses: number; accounts: number }>(
    sql`select count(*) as uses, count(distinct provider) as accounts from ${useTable}`,
  );
  return [uses, accounts];
}

test('who holds an account with few others uses the accounts that pay into it', async () => {
  expect(await accountsUsed(3, 4)).toEqual([3 + 3 * 4, 5]);
});

test('of an account that very many hold nobody can tell whose payments they are', async () => {
  expect(await accountsUsed(60, 40)).toEqual([60, 1]);
});
