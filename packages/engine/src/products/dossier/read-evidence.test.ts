import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelFrom, labelText } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingTable } from '../../findings/tables.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import { keptContributionTable } from '../../kept.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementId, statementTable, subjectTable } from '../../statements/tables.ts';
import { readEvidence, readLinkEvidence } from './read-evidence.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-evidence-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('evidence is told by whom it is of, references by name, and nothing that leads to a protected person', async () => {
  const content = labelText(
    labelFrom('north', termsSchema.parse({ category: 'suspect' }), { minor: false, personal: true }),
  );
  await loadTable(lake, labelTable, [
    { label: 1n, owner: 'north', matchable: true, protected: false, content },
    { label: 2n, owner: 'north', matchable: false, protected: true, content },
  ]);
  await loadTable(lake, keptContributionTable, [
    {
      ...{ contribution: 'one', partner: 'north', file_name: 'one.csv', bytes: 1, contact: null },
      received_at: '2026-01-01T00:00:00.000Z',
    },
  ]);
  const stated = (row: number, subject: bigint, property: string, value: string, label = 1n) => ({
    ...{ contribution: 'one', row, subject, type: 'person', property, value, original: null },
    ...{ first_seen: null, last_seen: null, label },
  });
  await loadTable(lake, subjectTable, [
    { contribution: 'one', row: 1, subject: 1n, type: 'person', name: 'person', key: null },
  ]);
  await loadTable(lake, statementTable, [
    stated(1, 1n, 'phone', '+4917055501'),
    stated(2, 1n, 'case', '0000000000000009'),
    stated(3, 2n, 'phone', '+4917055501', 2n),
    stated(4, 3n, 'phone', '+4917055501'),
    stated(5, 1n, 'case', '0000000000000003'),
  ]);
  const entity = (id: bigint, type: string, caption: string, isProtected = false) => ({
    ...{ entity: id, type, caption, statements: 1, subjects: 1, owners: ['north'], label: 1n },
    ...{ first_seen: null, last_seen: null, protected: isProtected },
  });
  const entities = [
    entity(1n, 'person', 'Ada'),
    entity(2n, 'person', 'hidden', true),
    entity(3n, 'person', 'guarded', true),
    entity(9n, 'case', 'C-9'),
  ];
  await loadTable(lake, entityTable, entities);
  await loadTable(
    lake,
    clusterTable,
    entities.map(({ entity: id, type }) => ({ subject: id, type, entity: id, component: id })),
  );
  const ids = await lake.rows<{ id: bigint }>(sql`select ${statementId()} as id from ${statementTable} s`);
  const first = await lake.rows<{ id: bigint }>(
    sql`select ${statementId()} as id from ${statementTable} s where s."row" = 1`,
  );
  await loadTable(lake, findingTable, [
    {
      ...{ finding: 7n, detector: 'd', kind: 'k', subjects: [1n], evidence: ids.map(({ id }) => id) },
      ...{ reason: '{}', chance: 0, chance_corrected: 0, label: 1n },
    },
    {
      // In the one record that the subject is known to stand in: the others are not looked through.
      ...{ finding: 9n, detector: 'd', kind: 'k', subjects: [1n], evidence: first.map(({ id }) => id) },
      ...{ reason: '{}', chance: 0, chance_corrected: 0, label: 1n },
    },
  ]);
  const { total, rows } = await readEvidence(lake, { finding: 7n, limit: 10 });
  expect(await readEvidence(lake, { finding: 9n, limit: 10 })).toEqual({ total: 1, rows: [rows[1]] });
  expect(rows).toMatchObject([
    { caption: 'Ada', property: 'case', value: 'C-9', other: 9n, otherType: 'case', file: 'one.csv', row: 2 },
    { caption: 'Ada', property: 'phone', value: '+4917055501', other: null, partner: 'north', grade: 'X4' },
  ]);
  expect(total).toBe(2);
  expect(await readEvidence(lake, { finding: 7n, limit: 1 })).toMatchObject({ total: 2, rows: [{ row: 2 }] });
  expect(await readEvidence(lake, { finding: 8n, limit: 10 })).toEqual({ total: 0, rows: [] });
  const link = (id: bigint, [source, target]: readonly [bigint, bigint]) => ({
    ...{ link: id, kind: 'in-case', source, source_type: 'person', target, target_type: 'case' },
    ...{ evidence: ids.map((each) => each.id), owners: ['north'], label: 1n },
    ...{ first_seen: null, last_seen: null },
  });
  await loadTable(lake, linkTable, [link(1n, [1n, 9n]), link(2n, [9n, 1n])]);
  for (const between of [
    [1n, 9n],
    [9n, 1n],
  ] as const) {
    expect(await readLinkEvidence(lake, { between, limit: 10 })).toEqual({ total, rows });
  }
  expect(await readLinkEvidence(lake, { between: [1n, 3n], limit: 10 })).toEqual({ total: 0, rows: [] });
});
