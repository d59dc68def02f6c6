import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let send: TestApi['send'];

const rows = `Name,Date of birth,Role,Entered
Anna Ruiz,1990-13-45,suspect,2026-03-02
Paul Stein,1980-02-03,suspect,2026-03-04
`;

beforeAll(async () => {
  api = await openTestApi();
  send = api.send;
});

afterAll(() => api?.close());

const propose = (as: string, bytes: Buffer, query = 'partner=police&ending=csv') =>
  send('POST', `/mappings/proposal?${query}`, { as, body: bytes });

test('a file is looked at before it is handed in, and nothing of it is kept', async () => {
  const { status, data } = await propose('paula', Buffer.from(rows));
  expect(status).toBe(200);
  expect(data).toMatchObject({ reader: 'csv', separator: ',' });
  expect(data.mapping.subjects.person.properties.birthDate.columns).toEqual(['Date of birth']);
  expect(data.columns.map(({ column }: { column: string }) => column)).toEqual([
    'Name',
    'Date of birth',
    'Role',
    'Entered',
  ]);
  expect(data.rows[1].cells[0]).toEqual({ column: 'Name', value: 'Paul Stein' });
  expect((await send('GET', '/contributions', { as: 'paula' })).data.items).toEqual([]);
  expect(await api.hub.vault.objects()).toEqual([]);
});

test('only who may hand in for a partner may have a file looked at, and what is no file is refused', async () => {
  expect((await propose('bert', Buffer.from(rows))).status).toBe(403);
  expect((await propose('anna', Buffer.from(rows))).status).toBe(403);
  expect((await propose('paula', Buffer.alloc(0))).data.code).toBe('file-empty');
  expect((await propose('paula', Buffer.from(rows), 'partner=police&ending=../x')).status).toBe(422);
  const trial = {
    partner: 'police',
    reader: 'csv',
    mapping: { clew: 1, subjects: {} },
    columns: [],
    rows: [],
  };
  expect((await send('POST', '/mappings/trial', { as: 'bert', body: trial })).status).toBe(403);
});

test('a mapping is tried on the rows that the page has', async () => {
  const { data } = await propose('paula', Buffer.from(rows));
  const columns = data.columns.map(({ column }: { column: string }) => column);
  const body = { partner: 'police', reader: 'csv', mapping: data.mapping, columns, rows: data.rows };
  const tried = await send('POST', '/mappings/trial', { as: 'paula', body });
  expect(tried.data.problems).toEqual([{ row: 1, field: 'Date of birth', code: 'date-impossible' }]);
  const wrong = {
    clew: 1,
    subjects: { person: { type: 'person', properties: { name: { columns: ['Nom'] } } } },
  };
  const refused = await send('POST', '/mappings/trial', { as: 'paula', body: { ...body, mapping: wrong } });
  expect([refused.status, refused.data.code]).toEqual([422, 'mapping-invalid']);
});

test('the return report says how good it was, to its own partner and to who runs the hub', async () => {
  await api.handIn('paula', 'police', Buffer.from(`${rows}Lea Noor,,suspect,2026-03-05\n`));
  await api.handIn('bert', 'border', Buffer.from(`${rows}PETROV Ivan,,suspect,2026-03-05\n`));
  const { data } = await send('GET', '/partners/police/return', { as: 'paula' });
  expect(data.given).toMatchObject({ contributions: 1, unread: 0, rows: 3, stated: 3, refused: 0 });
  expect(data.problems).toEqual([{ code: 'date-impossible', problems: 1, refused: 0 }]);
  const filled = (property: string) =>
    data.completeness.find((each: { property: string }) => each.property === property);
  expect(filled('name')).toEqual({ type: 'person', property: 'name', subjects: 3, given: 3 });
  expect(filled('birthDate')).toMatchObject({ subjects: 3, given: 2 });
  expect(data.timeliness.rows).toBe(3);
  expect(data.timeliness.medianDays).toBeGreaterThan(100);
  expect(data.grades).toEqual([{ source: 'X', information: '4', statements: expect.any(Number) }]);
  expect(data.hits).toEqual({ told: 0, requested: 0, answered: 0, withdrawn: 0, others: 0 });
  expect(data.answers).toBeNull();

  const later = await send('GET', '/partners/police/return?since=2999-01-01', { as: 'paula' });
  expect(later.data).toMatchObject({ given: { contributions: 0, rows: 0 }, completeness: [], grades: [] });
  expect((await send('GET', '/partners/border/return', { as: 'paula' })).data.code).toBe('not-found');
  expect((await send('GET', '/partners/border/return', { as: 'sven' })).data.given.rows).toBe(3);
  expect((await send('GET', '/partners/police/return', { as: 'ada' })).status).toBe(403);
  expect((await send('GET', '/partners/nobody/return', { as: 'sven' })).data.code).toBe('not-found');
});
