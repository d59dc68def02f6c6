// In: a group of forms that are alike, the most frequent first. Out: groups that have one template each.
//
// The forms are laid beside the first, their leader. Tokens that all have in the same order are anchors; what stands
// between two anchors is a region. A region whose values go on and on, or vary by nature, is a slot. A region with few
// values that each recur often enough to pay for a template of their own is where templates part: "session opened",
// "session closed". To pay means that the words of the value, over all its texts, are no fewer than the words that all
// share: then telling the template once more is cheaper than spelling the value out in each text (minimum description length,
// as in InfoShield, Lee and others, ICDE 2021).

import { type Forms, scrambled } from './forms.ts';
import { align, hasLongGap, likeness } from './likeness.ts';
import { evidence, least, mostAlternatives, near, openFrom, slips } from './settings.ts';
import { mask, tokenLimit } from './tokens.ts';

/** What some forms have in a region: their words, 0 for a word that differs among them. */
interface Value {
  rows: number;
  words: readonly number[];
  readonly members: number[];
}

interface Laid {
  readonly leader: Int32Array;
  readonly anchors: readonly number[];
  /** One more than anchors: before the first, between, after the last. */
  readonly regions: readonly (readonly Value[])[];
}

const places = new Int32Array(tokenLimit);

/** Parts a group until each part has one template; a part of one form is a text of its own, or the same text again. */
export function splitGroup(forms: Forms, members: readonly number[], boundTo: Int32Array): number[][] {
  const done: number[][] = [];
  const waiting: (readonly number[])[] = [members];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    const [alike, rest] = likeLeader(forms, group, boundTo);
    if (rest.length > 0) waiting.push(rest);
    const parts = alike.length === 1 ? undefined : partsOf(forms, alike);
    if (parts === undefined) done.push(alike);
    else waiting.push(...parts);
  }
  return done;
}

/** Those that are like the first or tightly bound to one that is, and the rest. */
function likeLeader(forms: Forms, group: readonly number[], boundTo: Int32Array): [number[], number[]] {
  const leader = forms.keys(group[0] as number);
  const bound = new Set([boundTo[group[0] as number] as number]);
  const alike: number[] = [];
  const rest: number[] = [];
  for (const form of group) {
    const keys = forms.keys(form);
    const share = likeness(align(leader, keys, places), leader.length, keys.length);
    const isLike = share >= least && !hasLongGap(places, leader.length, keys.length);
    // The form that others are bound to comes before them.
    if (isLike && boundTo[form] === form) bound.add(form);
    const stays = boundTo[form] === form ? isLike : bound.has(boundTo[form] as number) && share >= least / 2;
    (stays || form === group[0] ? alike : rest).push(form);
  }
  return [alike, rest];
}

/** The parts of a group where it has several templates. */
function partsOf(forms: Forms, group: readonly number[]): number[][] | undefined {
  const laid = layOut(forms, group);
  let best: Parting | undefined;
  for (const values of laid.regions) {
    if (values.length < 2) continue;
    for (const found of partings(laid, values)) if (best === undefined || isBetter(found, best)) best = found;
  }
  if (best === undefined) return isWorthTelling(laid, group.length) ? undefined : group.map((form) => [form]);
  const place = new Map(group.map((form, at) => [form, at]));
  return best.parts.map((part) => part.sort((a, b) => (place.get(a) as number) - (place.get(b) as number)));
}

interface Parting {
  readonly parts: number[][];
  /** Texts whose value does not pay. */
  readonly light: number;
  /** Words that become constant. */
  readonly gain: number;
}

function isBetter(one: Parting, other: Parting): boolean {
  return one.light < other.light || (one.light === other.light && one.gain > other.gain);
}

/** The ways in which the values of a region part a group: as they are, by their first or last word, by their length. */
function* partings(laid: Laid, values: readonly Value[]): Generator<Parting> {
  const longest = Math.max(...values.map(({ words }) => words.length));
  const isSmall = longest <= laid.leader.length * (1 - near);
  const ways = [values, byWord(values, 0), byWord(values, -1), byLength(values)];
  for (const way of ways) {
    const found = partingBy(way, laid.anchors.length);
    if (found !== undefined && (!isSmall || found.parts.length > 2 || found.light === 0)) yield found;
  }
}

function partingBy(values: readonly Value[], shared: number): Parting | undefined {
  if (values.length < 2 || values.some(({ words }) => isVarying(words))) return undefined;
  const heavy = values.filter((value) => value.rows > 1 && weightOf(value) >= shared);
  if (heavy.length === 0 || heavy.length > mostAlternatives) return undefined;
  const rest = values.filter((value) => !heavy.includes(value));
  const light = rowsOf(rest);
  const areSlips = heavy.length > 1 && light <= slips * rowsOf(values);
  if (rest.length >= openFrom && !areSlips) return undefined;
  const parts = heavy.map(({ members }) => [...members]);
  if (rest.length > 0) parts.push(rest.flatMap(({ members }) => members));
  return { parts, light, gain: heavy.reduce((sum, value) => sum + weightOf(value), 0) };
}

function isVarying(words: readonly number[]): boolean {
  return words.length > 0 && words.every((word) => word === mask);
}

function rowsOf(values: readonly Value[]): number {
  return values.reduce((sum, { rows }) => sum + rows, 0);
}

/** The words that would become constant; nothing where others have something counts as one. */
function weightOf({ rows, words }: Value): number {
  return rows * Math.max(1, wordsIn(words));
}

function wordsIn(words: readonly number[]): number {
  return words.reduce((sum, word) => (word === mask || word === 0 ? sum : sum + 1), 0);
}

/** Whether the constant part of a group is more than chance and commonplace bring together. */
function isWorthTelling({ leader, anchors, regions }: Laid, forms: number): boolean {
  if (regions.every((values) => values.every(({ words }) => words.length === 0))) return true;
  const shared = anchors.reduce((sum, at) => sum + (leader[at] === mask ? 0.5 : 1), 0);
  return shared * (forms - 1) >= evidence;
}

function byWord(values: readonly Value[], at: 0 | -1): Value[] {
  const byKey = new Map<number, Value>();
  for (const { rows, words, members } of values) {
    const key = words.at(at) ?? 0;
    addTo(byKey, key, { rows, words: words.length === 0 ? [] : [key], members });
  }
  return [...byKey.values()];
}

/** By the number of words, where those that have more have a word of their own that stays. */
function byLength(values: readonly Value[]): Value[] {
  const lengths = new Map<number, Value>();
  for (const { rows, words, members } of values) addTo(lengths, words.length, { rows, words, members });
  const shortest = Math.min(...lengths.keys());
  const stays = ([length, { words }]: [number, Value]) => length === shortest || wordsIn(words) > 0;
  return [...lengths].every(stays) ? [...lengths.values()] : [];
}

/** Adds to the value of a key; words in which the two differ become 0. */
function addTo(values: Map<number, Value>, key: number, { rows, words, members }: Value): void {
  const value = values.get(key);
  if (value === undefined) {
    values.set(key, { rows, words, members: [...members] });
    return;
  }
  value.rows += rows;
  value.words = value.words.map((word, at) => (words[at] === word ? word : 0));
  for (const member of members) value.members.push(member);
}

/** A group laid beside its first form. */
function layOut(forms: Forms, group: readonly number[]): Laid {
  const leader = forms.keys(group[0] as number);
  const anchors = anchorsOf(forms, group, 0);
  const regions = Array.from({ length: anchors.length + 1 }, () => new Map<number, Value>());
  for (const form of group) {
    const keys = forms.keys(form);
    align(leader, keys, places);
    let from = 0;
    for (let region = 0; region <= anchors.length; region++) {
      const anchor = anchors[region];
      const to = anchor === undefined ? keys.length : (places[anchor] as number);
      let hash = 0;
      for (let at = from; at < to; at++) hash = scrambled(hash ^ (keys[at] as number)) + 1;
      const values = regions[region] as Map<number, Value>;
      const value = values.get(hash);
      const rows = forms.size[form] as number;
      if (value === undefined)
        values.set(hash, { rows, words: [...keys.subarray(from, to)], members: [form] });
      else {
        value.rows += rows;
        value.members.push(form);
      }
      from = to + 1;
    }
  }
  return { leader, anchors, regions: regions.map((values) => [...values.values()]) };
}

/** The tokens of the first form that the texts of a group have, all but so many of them, in the same order. */
export function anchorsOf(forms: Forms, group: readonly number[], exceptions: number): number[] {
  const leader = forms.keys(group[0] as number);
  const rows = new Float64Array(leader.length);
  let total = 0;
  for (const form of group) {
    const size = forms.size[form] as number;
    total += size;
    align(leader, forms.keys(form), places);
    for (let at = 0; at < leader.length; at++)
      if ((places[at] as number) >= 0) rows[at] = (rows[at] as number) + size;
  }
  return [...rows.keys()].filter((at) => (rows[at] as number) >= total - exceptions);
}
