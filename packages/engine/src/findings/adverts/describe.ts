// In: texts and the templates that they have. Out: what stands in the slots of each and its contact points, as numbers that
// any thread may hand to another. A text depends on no other.

import { type ContactKind, type ContactPoint, contactsIn } from './contact-points.ts';
import type { FormList } from './forms.ts';
import { align } from './likeness.ts';
import { NumberList } from './number-list.ts';
import { mask, Tokens, tokenise, tokenLimit } from './tokens.ts';
import { hashOf } from './value-sketch.ts';

/** Templates as far as it takes to find their slots in a text. */
export interface TemplateLayouts {
  /** For each template its first form. */
  readonly leaders: Int32Array;
  /** For each template the tokens of that form which all have. */
  readonly anchors: readonly Int32Array[];
}

export interface LaidOutForms {
  readonly forms: FormList;
  readonly layouts: TemplateLayouts;
}

export interface TextBlock {
  readonly texts: readonly string[];
  /** The template of each; -1 where only contact points are looked for. */
  readonly templates: Int32Array;
  /** Where national phone numbers of each are at home. */
  readonly countries: readonly (string | undefined)[];
}

export interface DescribedBlock {
  /** Two rows a text: `slot, hash, start, end` of what stands in slots, and `kind, start, end` of contact points. */
  readonly numbers: Int32Array;
  /** The values of contact points. */
  readonly values: readonly string[];
}

/** What stands in a slot of a text. */
export const perStretch = 4;
const perContact = 3;
const kinds: readonly ContactKind[] = ['phone', 'email', 'handle', 'web'];

/** The slot before an anchor, or behind the last of them; the anchor itself where it varies by nature. */
export function slotBefore(anchor: number): number {
  return 2 * anchor;
}

export function slotOfAnchor(anchor: number): number {
  return 2 * anchor + 1;
}

/** Describes the texts of a block. */
export function describeTexts({ forms, layouts }: LaidOutForms, block: TextBlock): DescribedBlock {
  const { texts, templates, countries } = block;
  const tokens = new Tokens();
  const numbers = new NumberList();
  const values: string[] = [];
  for (const [at, text] of texts.entries()) {
    const template = templates[at] as number;
    if (template < 0) numbers.pushAll([]);
    else {
      tokenise(text, tokens);
      const keys = forms.keys(layouts.leaders[template] as number);
      addStretches(numbers, { text, tokens, keys, anchors: layouts.anchors[template] as Int32Array });
    }
    const contacts = contactsIn(text, { country: countries[at] });
    numbers.push(perContact * contacts.length);
    for (const { kind, value, start, end } of contacts) {
      numbers.push(kinds.indexOf(kind));
      numbers.push(start);
      numbers.push(end);
      values.push(value);
    }
  }
  return { numbers: numbers.taken(), values };
}

interface LaidText {
  readonly text: string;
  readonly tokens: Tokens;
  /** The keys of the first form of its template. */
  readonly keys: Int32Array;
  readonly anchors: Int32Array;
}

const places = new Int32Array(tokenLimit);

function addStretches(numbers: NumberList, { text, tokens, keys, anchors }: LaidText): void {
  align(keys, tokens.key.subarray(0, tokens.count), places);
  const add = (slot: number, from: number, to: number) => {
    const [start, end] = [tokens.start[from] as number, tokens.end[to - 1] as number];
    numbers.push(slot);
    numbers.push(hashOf(text, start, end));
    numbers.push(start);
    numbers.push(end);
  };
  const row = numbers.length;
  numbers.push(0);
  let from = 0;
  for (let gap = 0; gap <= anchors.length; gap++) {
    const anchor = anchors[gap];
    const to = anchor === undefined ? tokens.count : (places[anchor] as number);
    // One of the few texts that lack this constant part.
    if (to < 0) continue;
    if (to > from) add(slotBefore(gap), from, to);
    if (anchor !== undefined && keys[anchor] === mask) add(slotOfAnchor(gap), to, to + 1);
    from = to + 1;
  }
  numbers.replace(row, numbers.length - row - 1);
}

export interface DescribedText {
  /** `slot, hash, start, end` of each thing that stands in a slot. */
  readonly stretches: Int32Array;
  readonly contacts: readonly ContactPoint[];
}

/** The texts of a block in their order. */
export function* describedTexts({ numbers, values }: DescribedBlock): Generator<DescribedText> {
  let value = 0;
  for (let at = 0; at < numbers.length; ) {
    const stretches = numbers.subarray(at + 1, at + 1 + (numbers[at] as number));
    at += 1 + stretches.length;
    const contacts: ContactPoint[] = [];
    const end = at + 1 + (numbers[at] as number);
    for (at++; at < end; at += perContact)
      contacts.push({
        kind: kinds[numbers[at] as number] as ContactKind,
        value: values[value++] as string,
        start: numbers[at + 1] as number,
        end: numbers[at + 2] as number,
      });
    yield { stretches, contacts };
  }
}
