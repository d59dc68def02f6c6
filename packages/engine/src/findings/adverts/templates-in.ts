// In: texts that can be gone through twice. Out: the template of each, and the templates with slots and contact points.
//
// The first time each text becomes a form and is forgotten; forms are grouped and parted into templates. The second time the
// texts of templates say what their slots hold. Memory grows with distinct forms, never with the number of texts times
// their length. Nothing depends on the order of texts but the numbers of rows.

import type { Watch } from '@clew/model/progress.ts';
import { breathe } from './breathe.ts';
import type { ContactPoint } from './contact-points.ts';
import { describedTexts } from './describe.ts';
import { type Template, TemplateDraft } from './draft.ts';
import { Forms } from './forms.ts';
import { type Groups, groupForms } from './group.ts';
import { NumberList } from './number-list.ts';
import { partsIn } from './part-groups.ts';
import { helpersFor, TextThreads } from './text-threads.ts';
import { Tokens, tokenise } from './tokens.ts';

/** Forms that are parted before the next are looked at. */
const blockOfForms = 4096;

/** A text as it is handed in; undefined where the row has none. */
export interface GivenText {
  readonly text: string | undefined;
  /** Where its national phone numbers are at home, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

export interface Texts {
  /** All texts in batches, the same and in the same order each time. */
  readonly open: () => AsyncIterable<readonly GivenText[]>;
  /** Called in the second reading for every text, with its row from 0; `template` is -1 where it has none. */
  readonly onText?: (row: number, template: number, contacts: readonly ContactPoint[]) => void;
}

export interface FoundTemplates {
  readonly rows: number;
  /** Rows without a word in them. */
  readonly empty: number;
  /** The largest first. */
  readonly templates: readonly Template[];
  /** The place in `templates` of each row, by its number less one; -1 where it belongs to none. */
  readonly templateOf: Int32Array;
}

/** What the search for templates leaves behind, for those who look on. */
export interface FoundInTexts extends FoundTemplates {
  readonly forms: Forms;
  /** For each template its constant words in runs, as keys of tokens. */
  readonly constants: readonly (readonly Int32Array[])[];
}

/** Finds the templates of texts: over as many threads as pay, unless some are given. */
export async function templatesIn(
  texts: Texts,
  watch: Watch = {},
  given?: TextThreads,
): Promise<FoundInTexts> {
  const forms = await formsOf(texts, watch);
  const threads = given ?? new TextThreads(helpersFor(forms.texts));
  try {
    return await templatesOf(texts, { forms, threads }, watch);
  } finally {
    if (given === undefined) await threads.close();
  }
}

async function formsOf(texts: Texts, watch: Watch): Promise<Forms> {
  const forms = new Forms();
  const tokens = new Tokens();
  for await (const batch of texts.open()) {
    for (const { text } of batch) {
      tokenise(text ?? '', tokens);
      forms.add(tokens);
    }
    await breathe(watch, { step: 'Reading', done: forms.texts, total: 0 });
  }
  return forms;
}

interface Search {
  readonly forms: Forms;
  readonly threads: TextThreads;
}

async function templatesOf(texts: Texts, { forms, threads }: Search, watch: Watch): Promise<FoundInTexts> {
  threads.know({ forms: forms.shared() });
  const drafts = await draftsOf({ forms, threads }, watch);
  const draftOfForm = new Int32Array(forms.count).fill(-1);
  drafts.forEach((draft, place) => {
    for (const form of draft.members) draftOfForm[form] = place;
  });
  const templateOf = Int32Array.from({ length: forms.texts }, (_, row) => {
    const form = forms.formOf[row] as number;
    return form < 0 ? -1 : (draftOfForm[form] as number);
  });
  await readSlots(texts, { forms, threads, drafts, templateOf }, watch);
  const empty = forms.formOf.subarray(0, forms.texts).reduce((sum, form) => (form < 0 ? sum + 1 : sum), 0);
  const templates = drafts.map((draft, place) => draft.template(templateId(place)));
  const constants = drafts.map((draft) => draft.constants());
  return { rows: forms.texts, empty, templates, templateOf, forms, constants };
}

/** The templates to be, the largest first. */
async function draftsOf({ forms, threads }: Search, watch: Watch): Promise<TemplateDraft[]> {
  const drafts: TemplateDraft[] = [];
  const { groups, boundTo } = await groupForms(forms, threads, watch);
  threads.know({ boundTo });
  for await (const { task, found } of threads.inOrder('part', blocksOf(forms, groups))) {
    for (const part of partsIn(found)) drafts.push(new TemplateDraft(forms, part));
    await breathe(watch, { step: 'Parting', done: task.done, total: forms.count });
  }
  return drafts.sort((a, b) => b.size - a.size || a.order - b.order || a.order2 - b.order2);
}

/** Groups of more than one text in blocks of some thousand forms, and how many forms are behind each. */
function* blocksOf(forms: Forms, groups: Groups['groups']) {
  let given = new NumberList();
  let done = 0;
  for (const group of groups) {
    done += group.length;
    if (forms.textsOf(group) > 1) given.pushAll(group);
    if (given.length < blockOfForms) continue;
    yield { given: given.taken(), done };
    given = new NumberList();
  }
  yield { given: given.taken(), done };
}

/** The id of a template by its place: the largest is t1. */
export function templateId(place: number): string {
  return `t${place + 1}`;
}

interface Drafted extends Search {
  readonly drafts: readonly TemplateDraft[];
  readonly templateOf: Int32Array;
}

async function readSlots(texts: Texts, drafted: Drafted, watch: Watch): Promise<void> {
  const { forms, threads, drafts, templateOf } = drafted;
  threads.know({
    layouts: {
      leaders: Int32Array.from(drafts, ({ leader }) => leader),
      anchors: drafts.map(({ anchors }) => Int32Array.from(anchors)),
    },
  });
  for await (const { task, found } of threads.inOrder('describe', blocksToDescribe(texts, templateOf))) {
    const { rows, given, done } = task;
    let nth = 0;
    for (const described of describedTexts(found)) {
      const [row, template] = [rows[nth] as number, given.templates[nth] as number];
      const text = given.texts[nth++] as string;
      drafts[template]?.take({ text, row: row + 1, form: forms.formOf[row] as number, described });
      texts.onText?.(row, template, described.contacts);
    }
    await breathe(watch, { step: 'Describing', done, total: forms.texts });
  }
}

/** The texts of each batch that are to be described, their rows from 0, and how many texts are behind. */
async function* blocksToDescribe(texts: Texts, templateOf: Int32Array) {
  let done = 0;
  for await (const batch of texts.open()) {
    const rows: number[] = [];
    const chosen: string[] = [];
    const countries: (string | undefined)[] = [];
    for (const { text, country } of batch) {
      const row = done++;
      const isWanted = texts.onText !== undefined || (templateOf[row] ?? -1) >= 0;
      if (text === undefined || !isWanted) continue;
      rows.push(row);
      chosen.push(text);
      countries.push(country);
    }
    const templates = Int32Array.from(rows, (row) => templateOf[row] ?? -1);
    yield { given: { texts: chosen, templates, countries }, rows, done };
  }
}
