import { Refusal } from '@clew/model/refusal.ts';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Batch, isRead, type Reader, type Source } from '../reader.ts';
import { readers } from '../readers.ts';
import { recognise } from '../recognise.ts';
import { sourceOf } from '../source-fixture.ts';
import { inlineRows, partsOf, zipOf } from '../xlsx/workbook-fixture.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** How a reader's format writes a table whose columns are `id` and `schema` and more. */
interface Case {
  readonly fileName: string;
  write(rows: Rows): Buffer;
}

const columnsOf = (rows: Rows) => [...new Set(rows.flatMap((row) => Object.keys(row)))];

const cases: Readonly<Record<Reader['id'], Case>> = {
  csv: {
    fileName: 'table.csv',
    write(rows) {
      const line = (cells: readonly string[]) =>
        cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
      const columns = columnsOf(rows);
      return Buffer.from(
        [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map(line).join('\n'),
      );
    },
  },
  xlsx: {
    fileName: 'table.xlsx',
    write(rows) {
      const columns = columnsOf(rows);
      const cells = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
      return zipOf(partsOf({ sheets: { Table: inlineRows(cells) } }));
    },
  },
  json: { fileName: 'table.json', write: (rows) => Buffer.from(JSON.stringify(rows)) },
  ftm: {
    fileName: 'entities.ftm.json',
    write: (rows) =>
      Buffer.from(
        rows
          .map(({ id, schema, ...properties }) => {
            const lists = Object.entries(properties).map(([name, value]) => [name, [value]]);
            return JSON.stringify({ id, schema, properties: Object.fromEntries(lists) });
          })
          .join('\n'),
      ),
  },
};

const people: Rows = [
  {
    id: 'p1',
    schema: 'Person',
    name: 'Мария "Маша" Иванова',
    phone: '+359 88 1; 2',
    place: 'Ruse,\tBulgaria',
  },
  { id: 'p2', schema: 'Person', name: 'Nguyễn Văn <An> & co', phone: '', place: 'line one\nline two' },
  { id: 'p3', schema: 'Person', name: 'محمد الراشد', phone: '00447700900123', place: 'Ἀθῆναι 😀' },
];

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.replace(/\p{Cc}|\p{Cs}|\ufffd|\ufeff/gu, '').trim());
const table = fc.array(
  fc.record({ id: fc.constantFrom('a', 'b'), schema: fc.constant('Person'), name: text, place: text }),
  { minLength: 1, maxLength: 6 },
);

async function collect(reader: Reader, source: Source) {
  const batches: Batch[] = [];
  for await (const batch of reader.read(source, {})) batches.push(batch);
  return batches.flatMap((batch) => batch.rows);
}

/** The rows as objects without their empty cells. */
const plain = (rows: Awaited<ReturnType<typeof collect>>) =>
  rows.map((row) => {
    if (!isRead(row)) return row.code;
    return Object.fromEntries(
      row.columns.map((name, at) => [name, row.cells[at] ?? '']).filter(([, cell]) => cell !== ''),
    );
  });

const withoutEmpty = (rows: Rows) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));

test('every reader has a case here, and an id of its own', () => {
  expect(readers.map((reader) => reader.id).sort()).toEqual(Object.keys(cases).sort());
});

describe.each(readers.map((reader) => [reader.id, reader] as const))('%s', (id, reader) => {
  const { fileName, write } = cases[id];

  test('has a title', () => {
    expect(reader.title).toMatch(/^[A-Z].{2,}/);
  });

  test('is the one chosen for its own format', async () => {
    expect((await recognise(sourceOf(fileName, write(people)))).id).toBe(id);
    expect(
      reader.recognises('table.csv', Buffer.from('%PDF-1.7\n\x00\x01\x02\xff'.repeat(50), 'latin1')),
    ).toBe(0);
  });

  test.each([1, 7, 65_536])(
    'gives the rows in order, however the bytes come (%i at a time)',
    async (size) => {
      const rows = await collect(reader, sourceOf(fileName, write(people), size));
      expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
      expect(plain(rows)).toEqual(withoutEmpty(people));
    },
  );

  test('any table comes back', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(plain(await collect(reader, sourceOf(fileName, write(rows))))).toEqual(withoutEmpty(rows));
      }),
      { numRuns: 50 },
    );
  });

  test('gives the same twice', async () => {
    const source = sourceOf(fileName, write(people));
    expect(await collect(reader, source)).toEqual(await collect(reader, source));
  });

  test('lets go of the file when it is left early', async () => {
    let open = 0;
    const source = sourceOf(
      fileName,
      write(Array.from({ length: 5000 }, () => people[0] as Rows[number])),
      1000,
    );
    const watched: Source = {
      ...source,
      async *open() {
        open++;
        try {
          yield* source.open();
        } finally {
          open--;
        }
      },
    };
    for await (const batch of reader.read(watched, {})) if (batch.rows.length > 0) break;
    expect(open).toBe(0);
  });

  test('numbers every row of a damaged file once, or refuses the file; it never fails otherwise', async () => {
    const bytes = write(people);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(bytes.length), async (changes, length) => {
        const bent = Buffer.from(bytes);
        for (const [at, byte] of changes) bent[at] = byte;
        await expectNumbered(reader, sourceOf(fileName, bent.subarray(0, length)));
      }),
      { numRuns: 150 },
    );
  });

  test('does not fail on bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        expectNumbered(reader, sourceOf(fileName, bytes)),
      ),
      { numRuns: 150 },
    );
  });
});

async function expectNumbered(reader: Reader, source: Source): Promise<void> {
  try {
    const rows = await collect(reader, source);
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toMatch(/^file-/);
    expect(error.advice).not.toBe('');
  }
}

test.each(['csv', 'json', 'ftm'] as const)('%s is read in UTF-16 too', async (id) => {
  const reader = readers.find((candidate) => candidate.id === id) as Reader;
  const { fileName, write } = cases[id];
  for (const encoding of ['utf-16le', 'utf-16be']) {
    for (const mark of ['', '\ufeff']) {
      const bytes = iconv.encode(mark + write(people).toString('utf8'), encoding);
      expect(plain(await collect(reader, sourceOf(fileName, bytes, 999)))).toEqual(withoutEmpty(people));
    }
  }
});
