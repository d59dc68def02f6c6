// In: a group of forms that are alike, the most frequent first. Out: groups that have one template each.
//
// The forms are laid beside the first, their leader. Tokens that all have in the same order are anchors; what stands
// between two anchors is a region. A region whose values go on and on, or vary by nature, is a slot. A region with few
// values that each recur often enough to pay for a template of their own is where templates part: "session opened",
// "session closed". To pay means that the words of the value, over all its texts, are no fewer than the words that all
// share: then telling the template once more is cheaper than spelling the value out in each text (minimum description length,
// as in InfoShield, Lee and others, ICDE 2021).

import { type FormList, scrambled } from './forms.ts';
import { align, hasLongGap, likeness } from './likeness.ts';
import { evidence, exceptionOneIn, least, mostAlternatives, near, openFrom, slips } from './settings.ts';
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

/** Forms of which all are laid beside the first, their leader. */
interface Group {
  readonly members: readonly number[];
  /** For each member the place of each key of the leader among its own, -1 where it has none. */
  readonly places: Int16Array;
}

/** Forms that have one template. */
export interface TemplateForms {
  readonly members: readonly number[];
  /** The tokens of the first that all have, but for a few exceptions, in the same order. */
  readonly anchors: readonly number[];
}

const aligned = new Int32Array(tokenLimit);

/** Parts a group until each part has one template; a part of one form is a text of its own, or the same text again. */
export function splitGroup(
  forms: FormList,
  members: readonly number[],
  boundTo: Int32Array,
): TemplateForms[] {
  const done: TemplateForms[] = [];
  const waiting: (readonly number[])[] = [members];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    if (group.length === 1) {
      done.push(partOfOne(forms, group));
      continue;
    }
    const [alike, rest] = likeLeader(forms, group, boundTo);
    if (rest.length > 0) waiting.push(rest);
    const parts = alike.members.length === 1 ? undefined : partsOf(forms, alike);
    if (parts !== undefined) waiting.push(...parts);
    else done.push({ members: alike.members, anchors: anchorsOf(forms, alike, exceptionOneIn) });
  }
  return done;
}

function partOfOne(forms: FormList, members: readonly number[]): TemplateForms {
  return { members, anchors: [...forms.keys(members[0] as number).keys()] };
}

/** Those that are like the first or tightly bound to one that is, and the rest. */
function likeLeader(forms: FormList, group: readonly number[], boundTo: Int32Array): [Group, number[]] {
  const leader = forms.keys(group[0] as number);
  const bound = new Set([boundTo[group[0] as number] as number]);
  const places = new Int16Array(group.length * leader.length);
  const members: number[] = [];
  const rest: number[] = [];
  for (const form of group) {
    const { length } = forms.keys(form);
    const share = likeness(align(leader, forms.keys(form), aligned), leader.length, length);
    const isLike = share >= least && !hasLongGap(aligned, leader.length, length);
    // The form that others are bound to comes before them.
    if (isLike && boundTo[form] === form) bound.add(form);
    const stays = boundTo[form] === form ? isLike : bound.has(boundTo[form] as number) && share >= least / 2;
    if (stays || form === group[0]) {
      places.set(aligned.subarray(0, leader.length), members.length * leader.length);
      members.push(form);
    } else rest.push(form);
  }
  return [{ members, places }, rest];
}

/** The parts of a group where it has several templates. */
function partsOf(forms: FormList, group: Group): number[][] | undefined {
  const { members } = group;
  const laid = layOut(forms, group);
  let best: Parting | undefined;
  for (const values of laid.regions) {
    if (values.length < 2) continue;
    for (const found of partings(laid, values)) if (best === undefined || isBetter(found, best)) best = found;
  }
  if (best === undefined)
    return isWorthTelling(laid, members.length) ? undefined : members.map((form) => [form]);
  const place = new Map(members.map((form, at) => [form, at]));
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

/** A group with what stands between its anchors. */
function layOut(forms: FormList, group: Group): Laid {
  const { members, places } = group;
  const leader = forms.keys(members[0] as number);
  const anchors = anchorsOf(forms, group, Number.POSITIVE_INFINITY);
  const regions = Array.from({ length: anchors.length + 1 }, (_, region) =>
    valuesOf(forms, {
      members,
      places,
      width: leader.length,
      before: anchors[region - 1],
      behind: anchors[region],
    }),
  );
  return { leader, anchors, regions };
}

/** What stands between two anchors, or beyond the first or the last. */
interface Region extends Group {
  /** Keys of the leader. */
  readonly width: number;
  readonly before: number | undefined;
  readonly behind: number | undefined;
}

function startIn({ places, width, before }: Region, nth: number): number {
  return before === undefined ? 0 : (places[nth * width + before] as number) + 1;
}

function endIn(forms: FormList, { members, places, width, behind }: Region, nth: number): number {
  return behind === undefined
    ? (forms.length[members[nth] as number] as number)
    : (places[nth * width + behind] as number);
}

/** The values of a region; none where no form has anything there. */
function valuesOf(forms: FormList, region: Region): Value[] {
  const { members } = region;
  let first = 0;
  while (first < members.length && endIn(forms, region, first) === startIn(region, first)) first++;
  if (first === members.length) return [];
  const values = new Map<number, Value>();
  for (let nth = 0; nth < members.length; nth++) {
    const form = members[nth] as number;
    const words = forms.keys(form).subarray(startIn(region, nth), endIn(forms, region, nth));
    let hash = 0;
    for (const word of words) hash = scrambled(hash ^ word) + 1;
    const value = values.get(hash);
    const rows = forms.size[form] as number;
    if (value === undefined) values.set(hash, { rows, words: [...words], members: [form] });
    else {
      value.rows += rows;
      value.members.push(form);
    }
  }
  return [...values.values()];
}

/** The tokens of the leader that the texts of a group have, but for one text in so many, in the same order. */
function anchorsOf(forms: FormList, { members, places }: Group, oneIn: number): number[] {
  const { length } = forms.keys(members[0] as number);
  const rows = new Float64Array(length);
  let total = 0;
  for (const [nth, form] of members.entries()) {
    const size = forms.size[form] as number;
    total += size;
    for (let at = 0; at < length; at++)
      if ((places[nth * length + at] as number) >= 0) rows[at] = (rows[at] as number) + size;
  }
  const fewest = total - Math.floor(total / oneIn);
  return [...rows.keys()].filter((at) => (rows[at] as number) >= fewest);
}
