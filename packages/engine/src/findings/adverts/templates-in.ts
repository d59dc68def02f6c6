// In: texts that can be gone through twice. Out: the template of each, and the templates with slots and contact points.
//
// The first time each text becomes a form and is forgotten; forms are grouped and parted into templates. The second time the
// texts of templates say what their slots hold. Memory grows with distinct forms, never with the number of texts times
// their length. Nothing depends on the order of texts but the numbers of rows.

import type { Watch } from '@clew/model/progress.ts';
import { breathe } from './breathe.ts';
import { type ContactPoint, contactsIn } from './contact-points.ts';
import { type Template, TemplateDraft } from './draft.ts';
import { Forms } from './forms.ts';
import { groupForms } from './group.ts';
import { splitGroup } from './split.ts';
import { Tokens, tokenise } from './tokens.ts';

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

/** Finds the templates of texts. */
export async function templatesIn(texts: Texts, watch: Watch = {}): Promise<FoundInTexts> {
  const forms = new Forms();
  const tokens = new Tokens();
  for await (const batch of texts.open()) {
    for (const { text } of batch) {
      tokenise(text ?? '', tokens);
      forms.add(tokens);
    }
    await breathe(watch, { step: 'Reading', done: forms.texts, total: 0 });
  }
  const drafts = await draftsOf(forms, watch);
  const draftOfForm = new Int32Array(forms.count).fill(-1);
  drafts.forEach((draft, place) => {
    for (const form of draft.members) draftOfForm[form] = place;
  });
  const templateOf = Int32Array.from({ length: forms.texts }, (_, row) => {
    const form = forms.formOf[row] as number;
    return form < 0 ? -1 : (draftOfForm[form] as number);
  });
  await readSlots(texts, { forms, drafts, templateOf }, watch);
  const empty = forms.formOf.subarray(0, forms.texts).reduce((sum, form) => (form < 0 ? sum + 1 : sum), 0);
  const templates = drafts.map((draft, place) => draft.template(templateId(place)));
  const constants = drafts.map((draft) => draft.constants());
  return { rows: forms.texts, empty, templates, templateOf, forms, constants };
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

interface Drafted {
  readonly forms: Forms;
  readonly drafts: readonly TemplateDraft[];
  readonly templateOf: Int32Array;
}

async function readSlots(texts: Texts, drafted: Drafted, watch: Watch): Promise<void> {
  const { forms, drafts, templateOf } = drafted;
  const tokens = new Tokens();
  let row = 0;
  for await (const batch of texts.open()) {
    for (const { text, country } of batch) {
      const at = row++;
      const place = templateOf[at] ?? -1;
      if (text === undefined) continue;
      if (place < 0) {
        if (texts.onText !== undefined) texts.onText(at, -1, contactsIn(text, { country }));
        continue;
      }
      tokenise(text, tokens);
      const form = forms.formOf[at] as number;
      const contacts = (drafts[place] as TemplateDraft).take({ text, tokens, row: at + 1, form, country });
      texts.onText?.(at, place, contacts);
    }
    await breathe(watch, { step: 'Describing', done: row, total: forms.texts });
  }
}
