import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelFrom, labelText } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { loadTable } from '../lake/table-writer.ts';
import { labelTable, statementTable } from '../statements/tables.ts';
import { readShared, type SharedScope, sharedLabels } from './shared.ts';

let folder: string;
let lake: Lake;

const label = labelFrom('south', termsSchema.parse({ category: 'suspect', handling: ['H1'] }), {
  minor: false,
  personal: true,
});
const place = { contribution: 'c1', original: null, first_seen: '2026-01-02', last_seen: null };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-shared-'));
  lake = await Lake.open({ folder, threads: 1 });
  const said = (subject: bigint, property: string, value: string, more = {}) => ({
    ...{ ...place, row: 1, subject, type: 'person', property, value, label: 7n },
    ...more,
  });
  await loadTable(lake, statementTable, [
    said(1n, 'name', 'ana', { original: 'Ana' }),
    said(1n, 'birthDate', '1990-01-01'),
    said(1n, 'travelDocument', '0000000000000002'),
    said(1n, 'name', 'anna', { contribution: 'c2' }),
    said(1n, 'name', 'annie', { label: 8n }),
    said(3n, 'name', 'nobody'),
    said(2n, 'number', 'X1', { type: 'document' }),
  ]);
  await loadTable(
    lake,
    labelTable,
    [7n, 8n, 9n].map((id) => ({
      label: id,
      owner: 'south',
      matchable: true,
      protected: false,
      content: labelText(label),
    })),
  );
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const scope: SharedScope = { subjects: [1n], contributions: ['c1'], properties: null };
const read = async (given: Partial<SharedScope>, labels = [7n, 8n], limit = 10) =>
  (await readShared(lake, { scope: { ...scope, ...given }, labels, limit })).map(
    ({ property, original }) => `${property} ${original}`,
  );

test('only the subjects, contributions, properties and labels named are read', async () => {
  expect(await read({})).toEqual(['birthDate 1990-01-01', 'name Ana', 'name annie']);
  expect(await read({}, [7n])).toEqual(['birthDate 1990-01-01', 'name Ana']);
  expect(await read({ properties: ['name'] }, [7n])).toEqual(['name Ana']);
  expect(await read({ contributions: ['c2'] })).toEqual(['name anna']);
  expect(await read({}, [7n], 1)).toEqual(['birthDate 1990-01-01']);
});

test('nothing named is nothing read', async () => {
  expect(await read({ properties: [] })).toEqual([]);
  expect(await read({ subjects: [] })).toEqual([]);
  expect(await read({ contributions: [] })).toEqual([]);
  expect(await read({}, [])).toEqual([]);
});

test('a reference is shown only with what it refers to', async () => {
  expect(await read({ properties: ['travelDocument'] })).toEqual([]);
  expect(await read({ subjects: [1n, 2n], properties: ['travelDocument'] })).toEqual([
    'travelDocument 0000000000000002',
  ]);
});

test('the labels of a scope are those of its statements alone', async () => {
  expect(await sharedLabels(lake, scope)).toEqual([
    { id: 7n, label },
    { id: 8n, label },
  ]);
  expect(await sharedLabels(lake, { ...scope, contributions: ['c2'] })).toEqual([{ id: 7n, label }]);
});
