// In: a file with a column of texts. Out: the template of each row, and the templates with slots and contact points.

import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { readRows } from '../../contribution/read-rows.ts';
import { isRead, type ReadRow, type Source, type UnreadRow } from '../../contribution/reader.ts';
import { type FoundTemplates, type GivenText, templatesIn } from './templates-in.ts';

export interface TemplateOptions {
  /** The column that holds the texts. */
  readonly text: string;
  readonly mapping?: Partial<Mapping> | undefined;
  /** Where national phone numbers are at home, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

/** Finds the templates of the texts in one column of a file. */
export async function findTemplates(
  source: Source,
  options: TemplateOptions,
  watch: Watch = {},
): Promise<FoundTemplates> {
  const columns = new Set<string>();
  return templatesIn({ open: () => textsOf(source, options, columns) }, watch);
}

/** The texts of each batch; refuses a file that has no such column. */
async function* textsOf(
  source: Source,
  { text, mapping, country }: TemplateOptions,
  seen: Set<string>,
): AsyncGenerator<GivenText[]> {
  let columns: readonly string[] | undefined;
  let place = -1;
  let isThere = false;
  const textOf = (row: ReadRow | UnreadRow): GivenText => {
    if (!isRead(row)) return { text: undefined };
    if (row.columns !== columns) {
      columns = row.columns;
      place = columns.indexOf(text);
      isThere ||= place >= 0;
      if (seen.size < 1000) for (const column of columns) seen.add(column);
    }
    return { text: place < 0 ? undefined : (row.cells[place] ?? ''), country };
  };
  for await (const { rows } of readRows(source, mapping ?? {})) yield rows.map(textOf);
  if (isThere) return;
  throw new Refusal(
    'input-invalid',
    'The file has no column of the name that was given.',
    `It has: ${[...seen].slice(0, 30).join(', ')}.`,
  );
}
