// In: distinct forms. Out: groups of forms that may have templates in common, small enough to be looked at as a whole.
//
// Forms come the most frequent first. Each looks up its phrases among the leaders before it, is laid beside those that share
// most, and joins the likest: as the same text (near), or as one of a group of leaders that are split afterwards (least).
// A phrase that many leaders have is not followed beyond the first of them: boilerplate brings nobody together.

import type { Watch } from '@clew/model/progress.ts';
import { breathe } from './breathe.ts';
import type { Stretch } from './choose-phrases.ts';
import { type Forms, grown } from './forms.ts';
import { align, hasLongGap, likeness } from './likeness.ts';
import { rowsOf } from './number-list.ts';
import { leadersOfPhrase, PhraseLists } from './phrase-lists.ts';
import { least, near, tight } from './settings.ts';
import { bucketsFor, countPhrases, mostChosen, Shingles } from './shingles.ts';
import type { TextThreads } from './text-threads.ts';
import { tokenLimit } from './tokens.ts';

/** Leaders that a form is laid beside. */
const compared = 4;
/** Leaders of one group. */
const leadersOfGroup = 256;
const stepSize = 4096;
const markMask = (1 << 12) - 1;

export interface Groups {
  /** The forms of each group in the order of `orderOf`. */
  readonly groups: readonly (readonly number[])[];
  /** For each form the one through which it is in its group: itself, or the first of those that it is tightly bound to. */
  readonly boundTo: Int32Array;
}

/** Brings together the forms that may have templates in common; the threads know the forms already. */
export async function groupForms(forms: Forms, threads: TextThreads, watch: Watch = {}): Promise<Groups> {
  const order = orderOf(forms);
  const counts = await phraseCounts(forms, watch);
  threads.know({ counts, order });
  const index = new LeaderIndex(forms, counts.length);
  const group = new Int32Array(forms.count);
  const boundTo = new Int32Array(new SharedArrayBuffer(4 * forms.count));
  const leaders = new Int32Array(forms.count);
  const joinGroup = (form: number, phrases: Int32Array) => {
    const found = index.likest(form, phrases);
    const head = found.leader < 0 ? form : (group[found.leader] as number);
    const isFull = (leaders[head] as number) >= leadersOfGroup;
    group[form] = found.likeness < near && isFull ? form : head;
    boundTo[form] =
      found.likeness >= tight && group[form] === head ? (boundTo[found.leader] as number) : form;
    if (found.likeness >= near) return;
    index.add(form, phrases);
    const chosen = group[form] as number;
    leaders[chosen] = (leaders[chosen] as number) + 1;
  };
  for await (const { task, found } of threads.inOrder('choose', stretchesOf(order.length))) {
    let at = task.given.from;
    await breathe(watch, { step: 'Comparing', done: at, total: order.length });
    for (const phrases of rowsOf(found)) joinGroup(order[at++] as number, phrases);
  }
  return { groups: membersOf(group, order), boundTo };
}

/** In how many forms each phrase is. */
async function phraseCounts(forms: Forms, watch: Watch): Promise<Uint8Array> {
  const counts = new Uint8Array(new SharedArrayBuffer(bucketsFor(forms.count)));
  const shingles = new Shingles(counts.length);
  for (let form = 0; form < forms.count; form++) {
    if (form % stepSize === 0)
      await breathe(watch, { step: 'Counting phrases', done: form, total: forms.count });
    shingles.take(forms.keys(form));
    countPhrases(counts, shingles);
  }
  return counts;
}

function* stretchesOf(length: number): Generator<{ readonly given: Stretch }> {
  for (let from = 0; from < length; from += stepSize)
    yield { given: { from, to: Math.min(length, from + stepSize) } };
}

/** The forms of each group by the group of each form: its head, which comes before its other members. */
function membersOf(group: Int32Array, order: Int32Array): number[][] {
  const groups: number[][] = [];
  const place = new Int32Array(group.length);
  for (const form of order) {
    const head = group[form] as number;
    if (head === form) place[head] = groups.push([form]) - 1;
    else (groups[place[head] as number] as number[]).push(form);
  }
  return groups;
}

/** The most frequent first, then by what is in them: no order of texts changes it. */
export function orderOf(forms: Forms): Int32Array {
  const { size, hash, hash2 } = forms;
  const order = new Int32Array(new SharedArrayBuffer(4 * forms.count));
  for (let form = 0; form < order.length; form++) order[form] = form;
  return order.sort(
    (a, b) =>
      (size[b] as number) - (size[a] as number) ||
      (hash[a] as number) - (hash[b] as number) ||
      (hash2[a] as number) - (hash2[b] as number),
  );
}

/** Leaders by their phrases. */
class LeaderIndex {
  readonly #forms: Forms;
  /** The leaders of each phrase. */
  readonly #lists: PhraseLists;
  readonly #places = new Int32Array(tokenLimit);
  #formOf = new Int32Array(1 << 12);
  #votes = new Int32Array(1 << 12);
  #leaders = 0;
  #touched: number[] = [];
  readonly #starts = new Int32Array(mostChosen);
  readonly #listed = new Int32Array(mostChosen);
  readonly #marks = new Int32Array(markMask + 1);
  #stamp = 0;

  constructor(forms: Forms, phrases: number) {
    this.#forms = forms;
    this.#lists = new PhraseLists(phrases);
  }

  /** The likest leader before a form that is looked up by some of its phrases, -1 where none is like it. */
  likest(form: number, phrases: Int32Array): { readonly leader: number; readonly likeness: number } {
    const keys = this.#forms.keys(form);
    this.#mark(keys);
    let best = -1;
    let most = 0;
    for (const candidate of this.#mostVoted(phrases)) {
      const leader = this.#formOf[candidate] as number;
      const other = this.#forms.keys(leader);
      if (likeness(this.#inCommon(other), keys.length, other.length) < least) continue;
      const alike = likeness(align(other, keys, this.#places), keys.length, other.length);
      if (alike < least || alike <= most || hasLongGap(this.#places, other.length, keys.length)) continue;
      best = leader;
      most = alike;
      if (alike >= near) break;
    }
    return { leader: best, likeness: most };
  }

  /** Makes a form a leader, to be found by some of its phrases. */
  add(form: number, phrases: Int32Array): void {
    const leader = this.#leaders++;
    if (leader === this.#formOf.length) {
      this.#formOf = grown(this.#formOf);
      this.#votes = grown(this.#votes);
    }
    this.#formOf[leader] = form;
    for (let at = 0; at < phrases.length; at++) this.#lists.add(phrases[at] as number, leader);
  }

  #mark(keys: Int32Array): void {
    this.#stamp++;
    for (let at = 0; at < keys.length; at++) this.#marks[(keys[at] as number) & markMask] = this.#stamp;
  }

  /** No fewer words of the other than could be aligned with the marked form: counting is cheaper than aligning. */
  #inCommon(other: Int32Array): number {
    let common = 0;
    for (let at = 0; at < other.length; at++)
      if (this.#marks[(other[at] as number) & markMask] === this.#stamp) common++;
    return common;
  }

  /** The leaders with which the form shares most phrases, rare ones before all; of equals the one that came first. */
  #mostVoted(phrases: Int32Array): readonly number[] {
    const [votes, touched, { numbers }] = [this.#votes, this.#touched, this.#lists];
    // All that lies far apart in memory is asked for before any of it is looked at, so that it comes at once.
    const [starts, counts] = [this.#starts, this.#listed];
    for (let at = 0; at < phrases.length; at++) starts[at] = this.#lists.startOf(phrases[at] as number);
    for (let at = 0; at < phrases.length; at++) counts[at] = numbers[starts[at] as number] as number;
    for (let at = 0; at < phrases.length; at++) {
      const start = starts[at] as number;
      if (start === 0) continue;
      const listed = counts[at] as number;
      const weight = Math.floor(leadersOfPhrase / listed);
      for (let nth = 1; nth <= listed; nth++) {
        const leader = numbers[start + nth] as number;
        if (votes[leader] === 0) touched.push(leader);
        votes[leader] = (votes[leader] as number) + weight;
      }
    }
    const best: number[] = [];
    for (const leader of touched) {
      let place = best.length;
      while (place > 0 && isBefore(votes, leader, best[place - 1] as number)) place--;
      if (place >= compared) continue;
      best.splice(place, 0, leader);
      if (best.length > compared) best.pop();
    }
    for (const leader of touched) votes[leader] = 0;
    touched.length = 0;
    return best;
  }
}

function isBefore(votes: Int32Array, one: number, other: number): boolean {
  const [mine, others] = [votes[one] as number, votes[other] as number];
  return mine > others || (mine === others && one < other);
}
