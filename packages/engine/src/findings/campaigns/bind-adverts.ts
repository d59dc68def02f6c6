// In: adverts, each with the template of its wording and the contact points that it names. Out: which have one origin.
//
// A contact point binds the adverts that name it, unless it stands under more wordings and beside more other contact points
// than such points usually do: then it is popular (a site's helpdesk, a number filled in for want of one).
// A wording binds adverts without contact points, and the adverts of two origins where nobody else uses it and it is
// unlikely that somebody else would write the same words. Under three or more origins it is passed around.

import { chanceOfAtLeastTrials, falseDiscoveryRates } from '../chance.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import { WordingChance, type Words } from './wording-chance.ts';

export interface AdvertToBind {
  /** The place of its template, -1 where its wording is its own. */
  readonly template: number;
  /** The places of its contact points, each once. */
  readonly contacts: readonly number[];
}

export interface WordsOf {
  /** The words of an advert. */
  readonly advert: (advert: number) => Int32Array;
  /** The constant words of a template. */
  readonly template: (template: number) => Words;
}

export interface Bound {
  /** The origin of each advert: the first advert of the same one. */
  readonly origin: Int32Array;
  /** Contact points that bind nothing. */
  readonly popular: ReadonlySet<number>;
  /** Templates through which two origins were found to be one, with the corrected chance that they are two. */
  readonly joined: ReadonlyMap<number, number>;
}

/** Of the contact points that are left out, and of the wordings that bind, at most this share is wrong by chance. */
const mostChance = 0.05;
const mostRounds = 4;

export function bindAdverts(adverts: readonly AdvertToBind[], words: WordsOf): Bound {
  const popular = popularContacts(adverts);
  const sets = new DisjointSets(adverts.length);
  const firstOf = new Map<number, number>();
  adverts.forEach(({ contacts }, advert) => {
    for (const contact of contacts) {
      if (popular.has(contact)) continue;
      const first = firstOf.get(contact);
      if (first === undefined) firstOf.set(contact, advert);
      else sets.join(first, advert);
    }
  });
  const hasPoint = (advert: number) =>
    (adverts[advert] as AdvertToBind).contacts.some((contact) => !popular.has(contact));
  const joined = bindByWording(adverts, words, { sets, hasPoint });
  return { origin: Int32Array.from(adverts, (_, advert) => sets.find(advert)), popular, joined };
}

/** Adverts by template, without those of a wording of their own. */
function byTemplate(adverts: readonly AdvertToBind[]): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  adverts.forEach(({ template }, advert) => {
    if (template < 0) return;
    const list = lists.get(template);
    if (list === undefined) lists.set(template, [advert]);
    else list.push(advert);
  });
  return lists;
}

interface Spread {
  readonly contact: number;
  readonly adverts: number;
  /** Adverts that nothing else binds are of different origins. */
  readonly origins: number;
}

/**
 * A contact point's adverts fall into origins by what else they share. How many further adverts bring a further origin is
 * measured over all contact points; one with far more than that is popular (binomial tail, Benjamini and Hochberg 1995).
 * Those that were found are taken out of the measure, and it is done again.
 */
function popularContacts(adverts: readonly AdvertToBind[]): Set<number> {
  const named = new Map<number, number[]>();
  adverts.forEach(({ contacts }, advert) => {
    for (const contact of contacts) {
      const list = named.get(contact);
      if (list === undefined) named.set(contact, [advert]);
      else list.push(advert);
    }
  });
  const popular = new Set<number>();
  for (let round = 0; round < mostRounds; round++) {
    const spreads = [...named]
      .filter(([contact, list]) => list.length > 1 && !popular.has(contact))
      .map(([contact, list]) => spreadOf(adverts, { contact, list, popular }));
    const further = sum(spreads.map((one) => one.adverts - 1));
    const parted = sum(spreads.map((one) => one.origins - 1));
    const chances = spreads.map((one) => {
      const rate = (parted - one.origins + 2) / (further - one.adverts + 3);
      return chanceOfAtLeastTrials({ trials: one.adverts - 1, rate }, one.origins - 1);
    });
    const rates = falseDiscoveryRates(chances);
    const found = spreads.filter((_, at) => (rates[at] as number) <= mostChance);
    for (const { contact } of found) popular.add(contact);
    if (found.length === 0) break;
  }
  return popular;
}

function spreadOf(
  adverts: readonly AdvertToBind[],
  of: {
    readonly contact: number;
    readonly list: readonly number[];
    readonly popular: ReadonlySet<number>;
  },
): Spread {
  const { contact, list, popular } = of;
  const sets = new DisjointSets(list.length);
  const firstWith = new Map<string, number>();
  list.forEach((advert, at) => {
    const { template, contacts } = adverts[advert] as AdvertToBind;
    const others = contacts.filter((other) => other !== contact && !popular.has(other));
    const marks = others.map((other) => `c${other}`);
    // A wording says who it is only where no other contact point does.
    if (template >= 0 && others.length === 0) marks.push(`t${template}`);
    for (const mark of marks) {
      const first = firstWith.get(mark);
      if (first === undefined) firstWith.set(mark, at);
      else sets.join(first, at);
    }
  });
  const origins = new Set(list.map((_, at) => sets.find(at))).size;
  return { contact, adverts: list.length, origins };
}

interface ByPoints {
  readonly sets: DisjointSets;
  readonly hasPoint: (advert: number) => boolean;
}

/** Adverts of one wording that may be of one origin: of two, or of one and of nobody known. */
interface Candidate {
  readonly template: number;
  readonly list: readonly number[];
}

/** Joins two origins by their wording, and adverts that name no contact point to the only origin that writes as they do. */
function bindByWording(
  adverts: readonly AdvertToBind[],
  words: WordsOf,
  { sets, hasPoint }: ByPoints,
): Map<number, number> {
  const named = adverts.map((_, advert) => advert).filter(hasPoint);
  const candidates: Candidate[] = [];
  for (const [template, list] of byTemplate(adverts)) {
    const withPoint = list.filter(hasPoint);
    const own = new Set(withPoint.map((advert) => sets.find(advert))).size;
    if (own === 2 || (own === 1 && withPoint.length < list.length)) candidates.push({ template, list });
  }
  const joined = new Map<number, number>();
  if (candidates.length === 0) return joined;
  const origins = new Set(named.map((advert) => sets.find(advert))).size;
  const chances = chancesOf(adverts, words, { candidates, sets, others: origins - 1 });
  // Every origin could have met its like: those that did are looked at because they did.
  const rates = falseDiscoveryRates(chances, Math.max(origins, candidates.length));
  candidates.forEach(({ template, list }, at) => {
    const rate = rates[at] as number;
    if (rate > mostChance) return;
    joined.set(template, rate);
    for (const advert of list) sets.join(list[0] as number, advert);
  });
  return joined;
}

/** Of one origin so many wordings are read. */
const wordingsRead = 20;

/** For each candidate, how many others are expected to write its wording by chance, 1 at most. */
function chancesOf(
  adverts: readonly AdvertToBind[],
  words: WordsOf,
  of: { readonly candidates: readonly Candidate[]; readonly sets: DisjointSets; readonly others: number },
): number[] {
  const written = new Map<number, Map<number, Int32Array>>();
  adverts.forEach(({ template }, advert) => {
    const origin = of.sets.find(advert);
    // One text of each wording says it.
    const wording = template < 0 ? -1 - advert : template;
    const known = written.get(origin);
    if (known === undefined) written.set(origin, new Map([[wording, words.advert(advert)]]));
    else if (!known.has(wording) && known.size < wordingsRead) known.set(wording, words.advert(advert));
  });
  const wordsOf = (origin: number) => [...(written.get(origin)?.values() ?? [])];
  const model = new WordingChance();
  for (const origin of written.keys()) model.add(wordsOf(origin));
  return of.candidates.map(({ template, list }) => {
    const own = [...new Set(list.map((advert) => of.sets.find(advert)))];
    for (const origin of own) model.add(wordsOf(origin), -1);
    const log = model.logChance(words.template(template));
    for (const origin of own) model.add(wordsOf(origin));
    return Math.min(1, of.others * Math.exp(log));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
