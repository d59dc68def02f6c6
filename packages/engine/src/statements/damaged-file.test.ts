import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingSchema } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receive } from '../contribution/receive.ts';
import { sourceOf } from '../contribution/source-fixture.ts';
import { recordTable, unreadTable } from '../contribution/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { state } from './state.ts';
import { statementTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-damaged-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const table = Buffer.from(`Nachname;Vorname;Geburtsdatum;Telefon;Rolle;Akte
Müller;"Jörg ""Jogi""";12.03.1985;0151 23456789;B;2024/17
"Nguyễn; geb. Trần";Thị;01.01.1990;+84 24 3825 0000;O;2024/17
Жукова;Мария;31.02.1979;;B;
Al-Rashid;Mohammed;03.04.1985;"+49 151
23456789";B;2024/18

O'Neill;;1977;n/a;Z;2024/19
محمد;الراشد;15.06.1992;00963 11 2233445;B;2024/19
`);

const mapping = mappingSchema.parse({
  clew: 1,
  reader: 'csv',
  subjects: {
    person: {
      type: 'person',
      properties: {
        lastName: { columns: ['Nachname'] },
        firstName: { columns: ['Vorname'] },
        birthDate: { columns: ['Geburtsdatum'], order: 'dmy' },
        phone: { columns: ['Telefon'], country: 'DE' },
        category: { columns: ['Rolle'], values: { B: 'suspect', O: 'victim' } },
        case: { ref: 'case' },
      },
    },
    case: { type: 'case', key: ['Akte'], properties: { number: { columns: ['Akte'] } } },
  },
});
const terms = termsSchema.parse({});

async function rowsOf(bytes: Uint8Array) {
  const given = { contribution: 'c1', mapping, folder };
  const received = await receive(lake, { ...sourceOf('people.csv', bytes), ...given });
  return { received, stated: await state(lake, { ...given, partner: 'p1', terms }) };
}

/** What is in the tables, which must be what was reported. */
const counts = () =>
  lake.row<{ records: number; unread: number; stated: number }>(sql`
    select (select count(*) from ${recordTable}) as records,
           (select count(*) from ${unreadTable}) as unread,
           (select count(distinct row) from ${statementTable}) as stated`);

/** Each takes about as long as handing a file in. */
const runs = 40;

/** A byte flipped, put in or taken out. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'insert', 'delete'),
    at: fc.nat(table.length - 1),
    // Those that mean something in CSV or in UTF-8 more often than others.
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 10, 13, 34, 59, 0xc3, 0xff)),
  }),
  { minLength: 1, maxLength: 12 },
);

test('the table as it is gives a row for each of its lines', async () => {
  const { received, stated } = await rowsOf(table);
  expect(received).toMatchObject({ rows: 6, refused: 0 });
  expect(stated).toMatchObject({ records: 6, stated: 6, refused: 0 });
});

test('rows in are rows stated and rows refused, whatever happens to the bytes of a table', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = [...table];
      for (const { kind, at, byte } of changes) {
        if (kind === 'flip') bytes[at % bytes.length] = byte;
        else bytes.splice(at % bytes.length, kind === 'delete' ? 1 : 0, ...(kind === 'insert' ? [byte] : []));
      }
      try {
        const { received, stated } = await rowsOf(Uint8Array.from(bytes));
        read++;
        expect(stated.stated + stated.refused).toBe(stated.records);
        expect(stated.records + received.refused).toBe(received.rows);
        expect(await counts()).toEqual({
          records: stated.records,
          unread: received.refused,
          stated: stated.stated,
        });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.code).toMatch(/^(?:file|mapping)-/);
      }
    }),
    { numRuns: runs },
  );
  expect(read).toBeGreaterThan(runs / 2);
});
