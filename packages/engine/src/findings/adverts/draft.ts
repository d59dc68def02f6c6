// A template in the making. In: the forms of a template, then its texts one by one in any order. Out: its constant parts
// and slots as text, what the slots hold, its contact points and scripts. What it keeps is bounded, whatever the texts.

import type { ContactPoint } from './contact-points.ts';
import { type DescribedText, perStretch, slotBefore, slotOfAnchor } from './describe.ts';
import type { Forms } from './forms.ts';
import { scriptsOf } from './scripts.ts';
import type { TemplateForms } from './split.ts';
import { Tokens, tokenise } from './tokens.ts';
import { ValueSketch } from './value-sketch.ts';

export interface Slot {
  /** About how many different values it has; exact up to sixteen. */
  readonly values: number;
  /** Some of them. */
  readonly examples: readonly string[];
}

export interface TemplateContact extends Pick<ContactPoint, 'kind' | 'value'> {
  /** In how many texts of the template. */
  readonly texts: number;
  /** The first row that has it, and where in its text. */
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

export interface Template {
  readonly id: string;
  /** The text, `<*>` for each slot. */
  readonly text: string;
  /** How many texts have it. */
  readonly size: number;
  /** How many of them differ in more than numbers and addresses. */
  readonly forms: number;
  readonly slots: readonly Slot[];
  readonly contacts: readonly TemplateContact[];
  /** Scripts of its words (Unicode names), the most used first. */
  readonly scripts: readonly string[];
}

export const slotMark = '<*>';
const contactLimit = 200;
const contactsShown = 20;
/** The tokens of the sample that is being written. */
const spans = new Tokens();

export class TemplateDraft {
  readonly members: readonly number[];
  readonly size: number;
  readonly order: number;
  readonly order2: number;
  readonly leader: number;
  readonly anchors: readonly number[];
  readonly #keys: Int32Array;
  /** What stands before, between and behind anchors, where anything does, and in the anchors that vary by nature. */
  readonly #slots = new Map<number, ValueSketch>();
  readonly #contacts = new Map<string, { texts: number } & Omit<TemplateContact, 'texts'>>();
  /** The least of the texts of the first form: it lends its marks and capitals. */
  #sample: string | undefined;

  constructor(forms: Forms, { members, anchors }: TemplateForms) {
    const leader = members[0] as number;
    this.members = members;
    this.size = forms.textsOf(members);
    this.order = forms.hash[leader] as number;
    this.order2 = forms.hash2[leader] as number;
    this.leader = leader;
    this.anchors = anchors;
    this.#keys = forms.keys(leader);
  }

  /** Takes a text of the template as it was described. */
  take(given: {
    readonly text: string;
    readonly row: number;
    readonly form: number;
    readonly described: DescribedText;
  }): void {
    const { text, row, form, described } = given;
    if (form === this.leader && (this.#sample === undefined || text < this.#sample))
      this.#sample = Buffer.from(text).toString();
    this.#takeSlots(text, described.stretches);
    this.#takeContacts(row, described.contacts);
  }

  #takeSlots(text: string, stretches: Int32Array): void {
    for (let at = 0; at < stretches.length; at += perStretch) {
      const slot = stretches[at] as number;
      let sketch = this.#slots.get(slot);
      if (sketch === undefined) {
        sketch = new ValueSketch();
        this.#slots.set(slot, sketch);
      }
      const [hash, start, end] = [stretches[at + 1], stretches[at + 2], stretches[at + 3]];
      sketch.add((hash as number) >>> 0, { text, start: start as number, end: end as number });
    }
  }

  #takeContacts(row: number, contacts: readonly ContactPoint[]): void {
    const seen = new Set<string>();
    for (const { kind, value, start, end } of contacts) {
      const key = `${kind} ${value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const known = this.#contacts.get(key);
      if (known !== undefined) known.texts++;
      else if (this.#contacts.size < contactLimit)
        this.#contacts.set(key, { kind, value, texts: 1, row, start, end });
    }
  }

  /** The constant words in the runs in which they follow one another, as keys of tokens. */
  constants(): Int32Array[] {
    const runs: number[][] = [];
    let last = Number.NaN;
    for (const at of this.anchors) {
      if (at !== last + 1) runs.push([]);
      runs.at(-1)?.push(this.#keys[at] as number);
      last = at;
    }
    return runs.map((run) => Int32Array.from(run));
  }

  template(id: string): Template {
    const sample = this.#sample ?? '';
    tokenise(sample, spans);
    const parts: Part[] = [];
    let from = 0;
    for (let gap = 0; gap <= this.anchors.length; gap++) {
      const anchor = this.anchors[gap];
      const to = anchor ?? this.#keys.length;
      const between = this.#slots.get(slotBefore(gap));
      if (between !== undefined) parts.push({ sketch: between, ...placeOf(from, to) });
      const varying = this.#slots.get(slotOfAnchor(gap));
      if (anchor !== undefined && varying !== undefined && varying.count > 1)
        parts.push({ sketch: varying, ...placeOf(anchor, anchor + 1) });
      from = to + 1;
    }
    const { text, slots } = written(sample.slice(0, spans.seen), parts);
    const contacts = [...this.#contacts.values()]
      .sort((a, b) => b.texts - a.texts || (a.value < b.value ? -1 : 1))
      .slice(0, contactsShown);
    return {
      id,
      text,
      size: this.size,
      forms: this.members.length,
      slots,
      contacts,
      scripts: scriptsOf(text),
    };
  }
}

/** Where tokens of `spans` stand; for none, behind the token before. */
function placeOf(from: number, to: number): Pick<Part, 'start' | 'end'> {
  if (to > from) return { start: spans.start[from] as number, end: spans.end[to - 1] as number };
  const behind = from === 0 ? 0 : (spans.end[from - 1] as number);
  return { start: behind, end: behind };
}

interface Part {
  readonly sketch: ValueSketch;
  readonly start: number;
  readonly end: number;
}

/** The sample with a mark for each slot; slots with no word between them are one. */
function written(sample: string, parts: readonly Part[]): Pick<Template, 'text' | 'slots'> {
  const slots: Slot[] = [];
  let text = '';
  let at = 0;
  for (const { sketch, start, end } of parts) {
    const between = sample.slice(at, start);
    const isOne = text.endsWith(slotMark) && !/[\p{L}\p{N}]/u.test(between);
    const slot = { values: sketch.count, examples: sketch.examples() };
    const last = slots.at(-1);
    if (!isOne || last === undefined) {
      const isTight = start === end && text + between !== '' && !/\s$/.test(text + between);
      text += `${between}${isTight ? ' ' : ''}${slotMark}`;
      if (start === end && start === 0 && sample !== '') text += ' ';
      slots.push(slot);
    } else if (slot.values > last.values) slots[slots.length - 1] = slot;
    at = end;
  }
  return { text: text + sample.slice(at), slots };
}
