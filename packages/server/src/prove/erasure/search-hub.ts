// In: the folder of a hub that nobody has open, and markers. Out: which marker stands where.
// Invariant: every file is looked into as it is, every table of the lake and of the ledger as it reads, and everything
// that the vault can still decrypt.

import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import { sql } from '@clew/engine/lake/sql.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import { openText } from '@clew/ledger/vault/sealed-text.ts';
import type { Hub } from '../../hub/hub.ts';
import { filesUnder } from '../../hub/retention/erasure-inventory.ts';
import { foundIn, type Needles } from './needles.ts';

/** A marker and where it stands. */
export interface Found {
  readonly marker: string;
  readonly kind: 'file' | 'lake' | 'ledger' | 'sealed' | 'vault';
  /** A file of the hub, a table, or a column of a table. */
  readonly where: string;
}

export type Search = (bytes: Buffer, kind: Found['kind'], where: string) => void;

/** Collects what is found, each marker once for each place. */
export function collector(needles: ReadonlyMap<string, Needles>): {
  readonly found: Found[];
  readonly search: Search;
} {
  const found: Found[] = [];
  const search: Search = (bytes, kind, where) => {
    for (const marker of foundIn(bytes, needles)) found.push({ marker, kind, where });
  };
  return { found, search };
}

/** Every file under a folder, as its bytes are and by its name; Parquet files as they read, too. */
export async function searchFiles(folder: string, work: string, search: Search): Promise<number> {
  const files = await filesUnder(folder);
  const lake = await Lake.open({ folder: work, threads: 1 });
  try {
    for (const file of files) {
      const name = relative(folder, file);
      search(Buffer.from(name), 'file', name);
      search(await readFile(file), 'file', name);
      if (file.endsWith('.parquet')) await searchParquet(lake, { file, name }, search);
    }
  } finally {
    lake.close();
  }
  return files.length;
}

async function searchParquet(
  lake: Lake,
  { file, name }: { readonly file: string; readonly name: string },
  search: Search,
): Promise<void> {
  const rows = await lake.rows<{ line: string }>(
    sql`select to_json(t)::varchar as line from read_parquet(${file}) t`,
  );
  search(Buffer.from(rows.map(({ line }) => line).join('\n')), 'lake', name);
}

/** Every table of the ledger, as text; every sealed column, as far as its keys still stand. */
export async function searchLedger(hub: Hub, search: Search): Promise<number> {
  const tables = await hub.ledger.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  for (const { name } of tables) {
    const rows = await hub.ledger.query<{ row: LedgerRow }>(`select to_json(t) as row from "${name}" t`);
    search(Buffer.from(rows.map(({ row }) => JSON.stringify(row)).join('\n')), 'ledger', name);
    for (const { row } of rows) await searchSealed(hub.ledger, { table: name, row }, search);
  }
  return tables.length;
}

type LedgerRow = Readonly<Record<string, unknown>>;

async function searchSealed(
  database: Database,
  { table, row }: { readonly table: string; readonly row: LedgerRow },
  search: Search,
): Promise<void> {
  if (typeof row.sealed !== 'string') return;
  const over = (row.contributions ?? [row.contribution ?? row.id]) as readonly string[];
  if (over.length === 0) return;
  const text = await openText(database, over, row.sealed);
  if (text !== null) search(Buffer.from(text), 'sealed', `${table}.sealed`);
}

/** What was handed in, decrypted, as far as the vault still can. */
export async function searchVault(hub: Hub, search: Search): Promise<number> {
  const all = await contributions(hub.ledger);
  for (const { object, fileName } of all) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of hub.vault.read(object)) chunks.push(chunk);
    search(Buffer.concat(chunks), 'vault', join('vault', object));
    search(Buffer.from(fileName), 'vault', 'file name');
  }
  return all.length;
}
