import type { Mapping } from '@clew/model/mapping.ts';
import { readRows } from './read-rows.ts';
import { isRead, type Source } from './reader.ts';
import { isBlank } from './record-content.ts';

/** The beginning of a file, from which a mapping is proposed. Empty cells are left out of the rows. */
export interface Sample {
  readonly reader: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The first rows of a file that can be read, 200 unless told; no more of the file is read than that takes. */
export async function sampleFile(
  source: Source,
  options: { readonly rows?: number; readonly mapping?: Partial<Mapping> } = {},
): Promise<Sample> {
  const limit = options.rows ?? 200;
  const columns = new Set<string>();
  const rows: Record<string, string>[] = [];
  let form: Pick<Sample, 'reader' | 'encoding' | 'separator' | 'sheet'> | undefined;
  for await (const batch of readRows(source, options.mapping ?? {})) {
    form = { reader: batch.reader, ...batch.form };
    for (const row of batch.rows) {
      if (!isRead(row) || rows.length === limit) continue;
      for (const column of row.columns) columns.add(column);
      rows.push(
        Object.fromEntries(
          row.columns
            .map((column, index) => [column, row.cells[index] ?? ''])
            .filter(([, cell]) => !isBlank(cell as string)),
        ),
      );
    }
    if (rows.length === limit) break;
  }
  if (form === undefined) throw new Error('A file without rows should have been refused');
  return { ...form, columns: [...columns], rows };
}
