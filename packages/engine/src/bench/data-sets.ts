import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface GivenFile {
  readonly fileName: string;
  readonly content: string;
  /** The true entity of each data row. */
  readonly truth: readonly string[];
  readonly country: string | undefined;
}

export interface DataSet {
  readonly name: string;
  readonly files: readonly GivenFile[];
}

export interface DataSetSource {
  readonly name: string;
  /** Undefined where the files are not there. */
  readonly load: () => readonly GivenFile[] | undefined;
}

type Cells = Readonly<Record<string, string>>;

/** The public data sets, as they lie in a folder of them. The truth never reaches the line, nor does the order of rows. */
export function dataSets(folder: string): readonly DataSetSource[] {
  const linkage = existsSync(join(folder, 'linkage')) ? join(folder, 'linkage') : folder;
  const febrl = (names: readonly string[], without: readonly string[]) => () =>
    files(
      names.map((name) => join(linkage, 'febrl', name)),
      (path) => febrlFile(path, without),
    );
  const rl = (name: string) => () =>
    files([join(linkage, 'rldata', `${name}.tsv`)], (path) => rlFile(path, name));
  return [
    { name: 'FEBRL 1', load: febrl(['dataset1.csv'], []) },
    { name: 'FEBRL 1 without id', load: febrl(['dataset1.csv'], ['soc_sec_id']) },
    { name: 'FEBRL 2', load: febrl(['dataset2.csv'], []) },
    { name: 'FEBRL 2 without id', load: febrl(['dataset2.csv'], ['soc_sec_id']) },
    { name: 'FEBRL 3', load: febrl(['dataset3.csv'], []) },
    { name: 'FEBRL 3 without id', load: febrl(['dataset3.csv'], ['soc_sec_id']) },
    { name: 'FEBRL 4', load: febrl(['dataset4a.csv', 'dataset4b.csv'], []) },
    { name: 'FEBRL 4 without id', load: febrl(['dataset4a.csv', 'dataset4b.csv'], ['soc_sec_id']) },
    { name: 'Senzing truth set', load: () => senzingFiles(join(linkage, 'senzing-truth-set')) },
    { name: 'fake_1000', load: () => files([join(linkage, 'splink', 'fake_1000.csv')], fakeFile) },
    { name: 'RLdata500', load: rl('RLdata500') },
    { name: 'RLdata10000', load: rl('RLdata10000') },
    {
      name: 'transactions',
      load: () =>
        files(
          ['origin', 'destination'].map((side) => join(linkage, 'splink', `transactions_${side}.csv`)),
          transactionsFile,
        ),
    },
  ];
}

function files(
  paths: readonly string[],
  read: (path: string) => GivenFile,
): readonly GivenFile[] | undefined {
  return paths.every((path) => existsSync(path)) ? paths.map(read) : undefined;
}

function rowsOf(path: string, delimiter = ','): Cells[] {
  return parse(readFileSync(path), {
    columns: (header: string[]) => header.map((column) => column.trim()),
    delimiter,
    trim: true,
    relax_quotes: true,
    bom: true,
  }) as Cells[];
}

function febrlFile(path: string, without: readonly string[]): GivenFile {
  const rows = shuffled(rowsOf(path));
  return given(path, rows, {
    truth: (row) => /rec-(\d+)/.exec(row.rec_id ?? '')?.[1] ?? '',
    without: ['rec_id', ...without],
    country: 'AU',
  });
}

function fakeFile(path: string): GivenFile {
  return given(path, shuffled(rowsOf(path)), {
    truth: (row) => row.cluster ?? '',
    without: ['cluster', 'unique_id'],
    country: 'GB',
  });
}

function transactionsFile(path: string): GivenFile {
  return given(path, shuffled(rowsOf(path)), {
    truth: (row) => row.ground_truth ?? '',
    without: ['ground_truth', 'unique_id'],
    country: 'GB',
  });
}

function rlFile(path: string, name: string): GivenFile {
  const identities = rowsOf(path.replace(`${name}.tsv`, `identity.${name}.tsv`), '\t');
  const column = `identity.${name}`;
  const text = (value: string | undefined) => (value === undefined || value === 'NA' ? '' : value);
  const rows = rowsOf(path, '\t').map((row, index) => ({
    first_name: `${text(row.fname_c1)} ${text(row.fname_c2)}`.trim(),
    last_name: `${text(row.lname_c1)} ${text(row.lname_c2)}`.trim(),
    date_of_birth: [row.by, row.bm?.padStart(2, '0'), row.bd?.padStart(2, '0')].join('-'),
    truth: identities[index]?.[column] ?? '',
  }));
  return given(path.replace('.tsv', '.csv'), shuffled(rows), {
    truth: (row) => row.truth ?? '',
    without: ['truth'],
    country: 'DE',
  });
}

function senzingFiles(folder: string): readonly GivenFile[] | undefined {
  if (!existsSync(join(folder, 'actual_truthset_key.csv'))) return undefined;
  const key = new Map(
    rowsOf(join(folder, 'actual_truthset_key.csv')).map((row) => [
      `${row.DATA_SOURCE}|${row.RECORD_ID}`,
      row.CLUSTER_ID ?? '',
    ]),
  );
  return ['customers.csv', 'reference.csv', 'watchlist.csv'].map((name) => {
    const path = join(folder, name);
    const truth = rowsOf(path).map((row) => {
      const record = `${row.DATA_SOURCE}|${row.RECORD_ID}`;
      return key.get(record) ?? record;
    });
    return { fileName: name, content: readFileSync(path, 'utf8'), truth, country: 'US' };
  });
}

function given(
  path: string,
  rows: readonly Cells[],
  how: { truth: (row: Cells) => string; without: readonly string[]; country: string },
): GivenFile {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !how.without.includes(column));
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return {
    fileName: path.split('/').at(-1) ?? path,
    content: `${lines.map((line) => line.map(cell).join(',')).join('\n')}\n`,
    truth: rows.map(how.truth),
    country: how.country,
  };
}

/** Fisher-Yates with a fixed seed (mulberry32): rows of these sets lie sorted by their truth. */
function shuffled<T>(rows: readonly T[]): T[] {
  const result = [...rows];
  let seed = 20261122;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}
