// In: a file with a column of texts. Out: the template of each row, and the templates with slots and contact points.
//
// The file is read twice. The first time each text becomes a form and is forgotten; forms are grouped and parted into
// templates. The second time the texts of templates say what their slots hold. Memory grows with distinct forms,
// never with the length of the file times its texts. Nothing depends on the order of rows but the numbers of rows.

import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { readRows } from '../../contribution/read-rows.ts';
import { isRead, type ReadRow, type Source, type UnreadRow } from '../../contribution/reader.ts';
import { breathe } from './breathe.ts';
import type { ContactPoint } from './contact-points.ts';
import { type Template, TemplateDraft } from './draft.ts';
import { Forms } from './forms.ts';
import { groupForms } from './group.ts';
import { splitGroup } from './split.ts';
import { Tokens, tokenise } from './tokens.ts';

export interface TemplateOptions {
  /** The column that holds the texts. */
  readonly text: string;
  readonly mapping?: Partial<Mapping> | undefined;
  /** Where national phone numbers are at home, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** Called for each text of a template with its row and its contact points. */
  readonly onContacts?:
    | ((row: number, template: string, contacts: readonly ContactPoint[]) => void)
    | undefined;
}

export interface FoundTemplates {
  readonly rows: number;
  /** Rows without a word in the column. */
  readonly empty: number;
  /** The largest first. */
  readonly templates: readonly Template[];
  /** The place in `templates` of each row, by its number less one; -1 where it belongs to none. */
  readonly templateOf: Int32Array;
}

/** Finds the templates of the texts in one column of a file. */
export async function findTemplates(
  source: Source,
  options: TemplateOptions,
  watch: Watch = {},
): Promise<FoundTemplates> {
  const forms = await readForms(source, options, watch);
  const drafts = await draftsOf(forms, watch);
  const draftOfForm = new Int32Array(forms.count).fill(-1);
  drafts.forEach((draft, place) => {
    for (const form of draft.members) draftOfForm[form] = place;
  });
  const templateOf = Int32Array.from({ length: forms.texts }, (_, row) => {
    const form = forms.formOf[row] as number;
    return form < 0 ? -1 : (draftOfForm[form] as number);
  });
  await readSlots(source, { ...options, forms, drafts, templateOf }, watch);
  const empty = forms.formOf.subarray(0, forms.texts).reduce((sum, form) => (form < 0 ? sum + 1 : sum), 0);
  const templates = drafts.map((draft, place) => draft.template(templateId(place)));
  return { rows: forms.texts, empty, templates, templateOf };
}

/** The templates to be, the largest first. */
async function draftsOf(forms: Forms, watch: Watch): Promise<TemplateDraft[]> {
  const drafts: TemplateDraft[] = [];
  let done = 0;
  let told = 0;
  const { groups, boundTo } = await groupForms(forms, watch);
  for (const group of groups) {
    if (done >= told) await breathe(watch, { step: 'Parting', done, total: forms.count });
    if (done >= told) told = done + 4096;
    done += group.length;
    if (forms.textsOf(group) < 2) continue;
    for (const part of splitGroup(forms, group, boundTo))
      if (forms.textsOf(part.members) > 1) drafts.push(new TemplateDraft(forms, part));
  }
  return drafts.sort((a, b) => b.size - a.size || a.order - b.order || a.order2 - b.order2);
}

/** The id of a template by its place: the largest is t1. */
export function templateId(place: number): string {
  return `t${place + 1}`;
}

async function readForms(source: Source, options: TemplateOptions, watch: Watch): Promise<Forms> {
  const forms = new Forms();
  const tokens = new Tokens();
  const columns = new Set<string>();
  let isThere = false;
  for await (const texts of textsOf(source, options, columns)) {
    for (const text of texts) {
      isThere ||= text !== undefined;
      tokenise(text ?? '', tokens);
      forms.add(tokens);
    }
    await breathe(watch, { step: 'Reading', done: forms.texts, total: 0 });
  }
  if (isThere) return forms;
  throw new Refusal(
    'input-invalid',
    'The file has no column of the name that was given.',
    `It has: ${[...columns].slice(0, 30).join(', ')}.`,
  );
}

interface SecondReading extends TemplateOptions {
  readonly forms: Forms;
  readonly drafts: readonly TemplateDraft[];
  readonly templateOf: Int32Array;
}

async function readSlots(source: Source, given: SecondReading, watch: Watch): Promise<void> {
  const { forms, drafts, templateOf, country, onContacts } = given;
  const tokens = new Tokens();
  let row = 0;
  for await (const texts of textsOf(source, given, new Set())) {
    for (const text of texts) {
      const place = templateOf[row++] ?? -1;
      if (place < 0 || text === undefined) continue;
      tokenise(text, tokens);
      const contacts = (drafts[place] as TemplateDraft).take({
        text,
        tokens,
        row,
        form: forms.formOf[row - 1] as number,
        country,
      });
      if (contacts.length > 0) onContacts?.(row, templateId(place), contacts);
    }
    await breathe(watch, { step: 'Describing', done: row, total: forms.texts });
  }
}

/** The texts of each batch; undefined where the row cannot be read or has no such column. */
async function* textsOf(
  source: Source,
  { text, mapping }: TemplateOptions,
  seen: Set<string>,
): AsyncGenerator<(string | undefined)[]> {
  let columns: readonly string[] | undefined;
  let place = -1;
  const textOf = (row: ReadRow | UnreadRow) => {
    if (!isRead(row)) return undefined;
    if (row.columns !== columns) {
      columns = row.columns;
      place = columns.indexOf(text);
      if (seen.size < 1000) for (const column of columns) seen.add(column);
    }
    return place < 0 ? undefined : (row.cells[place] ?? '');
  };
  for await (const { rows } of readRows(source, mapping ?? {})) yield rows.map(textOf);
}
