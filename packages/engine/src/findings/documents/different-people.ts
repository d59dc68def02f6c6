// In: what is on file of two people who bear one document. Out: whether that shows that they are two.
// Invariant: what is missing shows nothing. Whoever may be the same, or may rightly be in the other's document, is not
// counted as a further bearer.

import { givenNames } from '../../resolution/names/given-names.ts';
import { particles } from '../../resolution/names/name-words.ts';
import { soundKey } from '../../resolution/names/sound-key.ts';
import { editDistance } from '../../statements/edit-distance.ts';

/** What is on file of one bearer. */
export interface Bearer {
  readonly person: bigint;
  /** Dates of birth as values that tell a year: `1985-04-03`, `1985-04`, `1985`, `1985/1990`. */
  readonly births: readonly string[];
  /** Names as values: whole ones, and parts where they are stated in parts. */
  readonly names: readonly string[];
  /** Of these, those that the family name is in. */
  readonly families: readonly string[];
  /** Days of use, as days since 1970. */
  readonly days: readonly number[];
  /** Issue and expiry of the document in this person's hands, as values of dates. */
  readonly issued: readonly string[];
  readonly expires: readonly string[];
  /** The documents, of the number or resting on the breeder document. */
  readonly documents: readonly bigint[];
}

const given: ReadonlySet<string> = new Set(givenNames);

/** Births of one person as several write them down are this many years apart at most. */
const misread = 2;
/** A child in a passport is at least so much younger than the parent. */
const generation = 14;
/** No travel document is valid for longer (ICAO Doc 9303-3), so a number that turns up again was given again. */
const longestValid = 3_653;

/** Whether two are proven to be different people by what is on file: other names, and births too far apart to be slips. */
export function areDifferent(one: Bearer, other: Bearer): boolean {
  if (one.births.length === 0 || other.births.length === 0) return false;
  if (mayBeOneBirth(one, other)) return false;
  return one.names.length > 0 && other.names.length > 0 && !mayBeOneName(one.names, other.names);
}

/** Whether two may be one: names that are spellings of each other, and births, where both are known, that may be slips. */
export function mayBeOnePerson(
  one: Pick<Bearer, 'births' | 'names'>,
  other: Pick<Bearer, 'births' | 'names'>,
): boolean {
  if (one.names.length === 0 || other.names.length === 0 || !mayBeOneName(one.names, other.names))
    return false;
  if (one.births.length === 0 || other.births.length === 0) return true;
  return mayBeOneBirth(one, other);
}

/**
 * Whether two may rightly be in one passport: a parent and a child, or two children of a third who is on file with it. One
 * family name, and a generation between parent and child.
 */
export function mayBeInOnePassport(one: Bearer, other: Bearer, all: readonly Bearer[]): boolean {
  if (mayBeParentOf(one, other) || mayBeParentOf(other, one)) return true;
  return all.some((third) => mayBeParentOf(third, one) && mayBeParentOf(third, other));
}

/** Of a parent no birth need be known; of the child one must be. */
function mayBeParentOf(parent: Bearer, child: Bearer): boolean {
  if (parent.births.length === 0) return child.births.length > 0 && shareName(parent, child);
  const gaps = parent.births.flatMap((a) => child.births.map((b) => yearsOf(b)[0] - yearsOf(a)[1]));
  // The greatest: a child who was taken for the parent has left a birth with the parent's.
  return gaps.length > 0 && Math.max(...gaps) >= generation && shareName(parent, child);
}

/** Whether two have a family name in common: `al rifai` and `alrefai` too. */
function shareName(one: Bearer, other: Bearer): boolean {
  const others = familyWords(other);
  return familyWords(one).some((a) => others.some((b) => areAlike(a, b)));
}

/** Whether nothing explains that the documents of two rest on one thing: no family, and not one document in two hands. */
export function areUnrelated(one: Bearer, other: Bearer): boolean {
  return !shareName(one, other) && !shareDocument(one, other);
}

/** Whether one document is in the hands of both. */
function shareDocument(one: Bearer, other: Bearer): boolean {
  return one.documents.some((document) => other.documents.includes(document));
}

/** Whether the number was given to one after it had ended for the other. */
export function isReissued(one: Bearer, other: Bearer): boolean {
  return endsBefore(one, other) || endsBefore(other, one) || gapOfDays(one.days, other.days) > longestValid;
}

/** Whether two who are different count as two, with everybody who is on file with it. */
export type IsApart = (one: Bearer, other: Bearer, all: readonly Bearer[]) => boolean;

/**
 * As many as can be shown to be different from one another and to have had it at one time: those taken first come first,
 * so it is a number that they are at least, not the largest there is.
 */
export function differentBearers<Known extends Bearer>(bearers: readonly Known[], isApart: IsApart): Known[] {
  const taken: Known[] = [];
  for (const bearer of bearers)
    if (taken.every((other) => areDifferent(bearer, other) && isApart(bearer, other, bearers)))
      taken.push(bearer);
  return taken;
}

function endsBefore(one: Bearer, other: Bearer): boolean {
  const [end] = [...one.expires].sort().slice(-1);
  const [start] = [...other.issued].sort();
  return end !== undefined && start !== undefined && end < start;
}

function gapOfDays(ones: readonly number[], others: readonly number[]): number {
  if (ones.length === 0 || others.length === 0) return 0;
  return Math.max(0, Math.min(...others) - Math.max(...ones), Math.min(...ones) - Math.max(...others));
}

function yearsOf(birth: string): readonly [number, number] {
  const [from = '', to = from] = birth.split('/');
  return [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
}

function yearsBetween(one: string, other: string): number {
  const [a, b] = yearsOf(one);
  const [c, d] = yearsOf(other);
  return Math.max(0, c - b, a - d);
}

function mayBeOneBirth(one: Pick<Bearer, 'births'>, other: Pick<Bearer, 'births'>): boolean {
  return one.births.some((a) => other.births.some((b) => mayBeOneDate(a, b)));
}

/** Years near each other, or the same day of the year, also with day and month changed about: one may be a slip. */
function mayBeOneDate(one: string, other: string): boolean {
  if (!(yearsBetween(one, other) > misread)) return true;
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(one) ?? [];
  const [, otherMonth, otherDay] = /^\d{4}-(\d\d)-(\d\d)$/.exec(other) ?? [];
  if (month === undefined || otherMonth === undefined || (month === '01' && day === '01')) return false;
  return (month === otherMonth && day === otherDay) || (month === otherDay && day === otherMonth);
}

/** Each word of the shorter name is like one of the longer; an initial is like any word that begins with it. */
function mayBeOneName(ones: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [wordsOf(ones), wordsOf(others)];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((word) => many.some((other) => isInitial(word, other) || areAlike(word, other)));
}

function wordsOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => name.split(' ')))];
}

/** Words that may be family names: no particles, no given names where there are others, and each with the next in one word. */
function familyWords({ families }: Bearer): readonly string[] {
  return families.flatMap((name) => {
    const words = name.split(' ');
    const joined = words.slice(1).map((word, at) => `${words[at]}${word}`);
    const telling = words.filter((word) => word.length > 1 && !particles.has(word));
    const others = telling.filter((word) => !given.has(word));
    // Where nothing else is left it is the name: Le is one.
    const [most = words] = [others, telling].filter(({ length }) => length > 0);
    return [...most, ...joined];
  });
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0);
}

/** Spellings of one word: the same sound, or a letter in four another, and none in words of three or less. */
function areAlike(one: string, other: string): boolean {
  if (one === other || soundKey(one) === soundKey(other)) return true;
  return editDistance(one, other) <= Math.floor(Math.max(one.length, other.length) / 4);
}
