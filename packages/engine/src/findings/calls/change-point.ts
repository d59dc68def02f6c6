// Whether calls change on one day. In: calls a day of some and of all others. Out: the change and its chance.

import { chanceOfChiSquare } from '../chance.ts';

/** So many days before and after are compared. */
export const windowDays = 14;
/** A response may come a day or two later, or tell that somebody knew before: days so near are the same occasion. */
const nearDays = 3;
/** Fewer calls in the two windows cannot tell a change. */
export const leastCalls = 12;
/** Fewer other days cannot tell chance from a change. */
const leastOtherDays = 60;
/** Fewer circles cannot tell how unevenly people change. */
const leastCircles = 20;
/** The median of the chi-square distribution of one degree of freedom. */
const medianChiSquare = 0.4549;
/**
 * A day whose log-likelihood ratio is below that of the best one by more than half of this is out of the confidence set:
 * (1 - exp(-x / 2))^2 = 0.95 (D. Siegmund, Confidence sets in change-point problems, Int. Stat. Rev. 56, 31, 1988).
 */
const mostBelowBest = 7.35;

/** Calls of a day. */
export interface Daily {
  readonly day: string;
  readonly around: number;
  readonly others: number;
}

/** Calls of some in the windows before and after a day, beside those of all others. */
export interface Windows {
  readonly before: number;
  readonly after: number;
  readonly othersBefore: number;
  readonly othersAfter: number;
}

export interface Change extends Windows {
  /** How many would be expected after, had they changed as those of all others did. */
  readonly expected: number;
  /** Other days that were tried. */
  readonly days: number;
  readonly chance: number;
}

/**
 * The change on a day beside that of all others, by the likelihood ratio of the table of two by two, so that what all share,
 * such as a holiday, is no change; and none where a single change cannot have been on that day (the confidence set of the
 * change-point). It must be unlikely twice, and the less unlikely counts. Among all other days on which these people are known
 * to have called: twice the share of those on which they change as much in the same direction, the day itself included and
 * those next to it left out (a permutation of the days). And among other people on that day: by chi-square, divided by
 * `unevenness`. Only days between the first and the last call of these people count, for before and after them nothing was
 * supplied. Undefined where too little is known.
 */
export function changeOn(daily: readonly Daily[], day: string, unevenness = 1): Change | undefined {
  const at = daily.findIndex((one) => one.day === day);
  const first = daily.findIndex(({ around }) => around > 0);
  if (at < 0 || first < 0 || at < first + windowDays || at + windowDays > daily.length) return undefined;
  const end = Math.max(at + windowDays, daily.findLastIndex(({ around }) => around > 0) + 1);
  const sums = { around: sumsOf(daily, 'around'), others: sumsOf(daily, 'others') };
  const told = windowsAt(sums, at);
  if (!isEnough(told)) return undefined;
  const own = changeAt(sums, at);
  let [days, asMuch] = [0, 1];
  for (let other = first + windowDays; other + windowDays <= end; other++) {
    if (Math.abs(other - at) <= nearDays || !isEnough(windowsAt(sums, other))) continue;
    days++;
    if (changeAt(sums, other) * Math.sign(own) >= Math.abs(own) - 1e-9) asMuch++;
  }
  if (days < leastOtherDays) return undefined;
  const ofDays = (2 * asMuch) / (days + 1);
  const ofPeople = chanceOfChiSquare(Math.abs(own) / unevenness);
  return { ...told, expected: expectedAfter(told), days, chance: Math.min(1, Math.max(ofDays, ofPeople)) };
}

/**
 * How unevenly other people change on a day, beside chance: the median of the likelihood ratio over circles of people, beside
 * its median by chance (the genomic control of Devlin and Roeder, Biometrics 55, 997, 1999). At least 1, and 1 where too few
 * circles are known.
 */
export function unevennessOf(circles: readonly Windows[]): number {
  if (circles.length < leastCircles) return 1;
  const ratios = circles.map((windows) => Math.abs(ratioOf(windows))).sort((a, b) => a - b);
  return Math.max(1, (ratios[Math.floor(ratios.length / 2)] as number) / medianChiSquare);
}

/** Sums of all before a place, from none to all. */
interface Sums {
  readonly around: readonly number[];
  readonly others: readonly number[];
}

function sumsOf(daily: readonly Daily[], of: 'around' | 'others'): readonly number[] {
  const running = [0];
  for (const one of daily) running.push((running.at(-1) as number) + one[of]);
  return running;
}

/** From `first` up to `at`, and from there up to `last`. */
function windowsAt(sums: Sums, at: number, first = at - windowDays, last = at + windowDays): Windows {
  const between = (of: readonly number[], from: number, until: number) =>
    (of[until] as number) - (of[from] as number);
  return {
    before: between(sums.around, first, at),
    after: between(sums.around, at, last),
    othersBefore: between(sums.others, first, at),
    othersAfter: between(sums.others, at, last),
  };
}

function isEnough({ before, after }: Windows): boolean {
  return before + after >= leastCalls;
}

/** The change on a day, below 0 where there is less after; 0 where a single change cannot have been on that day. */
function changeAt(sums: Sums, at: number): number {
  const [first, last] = [at - windowDays, at + windowDays];
  const own = ratioOf(windowsAt(sums, at));
  for (let day = first + 1; day < last; day++)
    if (Math.abs(ratioOf(windowsAt(sums, day, first, last))) - Math.abs(own) > mostBelowBest) return 0;
  return own;
}

/** As many as there would be after, had they changed as the others did. */
function expectedAfter({ before, othersBefore, othersAfter }: Windows): number {
  return othersBefore === 0 ? before : (before * othersAfter) / othersBefore;
}

/** G, the likelihood ratio statistic of independence in a table of two by two; below 0 where there is less after. */
function ratioOf(windows: Windows): number {
  const { before, after, othersBefore, othersAfter } = windows;
  const all = before + after + othersBefore + othersAfter;
  const rows = [before + after, othersBefore + othersAfter] as const;
  const columns = [before + othersBefore, after + othersAfter] as const;
  const part = (seen: number, row: number, column: number) =>
    seen === 0 ? 0 : 2 * seen * Math.log((seen * all) / (row * column));
  const change =
    part(before, rows[0], columns[0]) +
    part(after, rows[0], columns[1]) +
    part(othersBefore, rows[1], columns[0]) +
    part(othersAfter, rows[1], columns[1]);
  return after < expectedAfter(windows) ? -change : change;
}
