import { earliestYear, latestYear } from '@clew/model/values/date-value.ts';
import type { Comparison } from '../model.ts';
import { dateClassSql, dateOf, dateWidthSql, isVagueSql, yearClassSql } from '../value-code.ts';

// `births` are codes whose lower bits are yyyymmdd, with zeros for what is not known (see `value-code.ts`).
const ymd = dateOf;
const vague = isVagueSql;
const year = (code: string) => `(${ymd(code)} // 10000)`;
const month = (code: string) => `(${ymd(code)} // 100 % 100)`;
const day = (code: string) => `(${ymd(code)} % 100)`;
const isSpan = (code: string) => `${dateWidthSql(code)} > 0`;
const lastYear = (code: string) => `(${year(code)} + ${dateWidthSql(code)})`;
/** The year is not known: zero, or one that cannot be. */
const noYear = (code: string) =>
  `(${ymd(code)} not between ${earliestYear * 10_000} and ${latestYear * 10_000 + 9999})`;
const eitherNoYear = (l: string, r: string) => `(${noYear(l)} or ${noYear(r)})`;
const tellsDay = (code: string) =>
  `(${day(code)} > 0 and ${ymd(code)} % 10000 <> 101 and (not ${vague(code)} or ${year(code)} = 0))`;
const sameDayOfYear = (l: string, r: string) => `${ymd(l)} % 10000 = ${ymd(r)} % 10000`;
/** Years between the end of one and the beginning of the other; below one where they overlap, null where one is not known. */
const gap = (l: string, r: string) =>
  `(case when ${eitherNoYear(l, r)} then null else greatest(${year(l)} - ${lastYear(r)}, ${year(r)} - ${lastYear(l)}) end)`;
const sameYear = (l: string, r: string) =>
  `${year(l)} = ${year(r)} and ${year(l)} > 0 and not ${isSpan(l)} and not ${isSpan(r)}`;

// Dates are whole numbers of eight digits: which of them differ is told from the digits above and below. Texts are dear.

/** The digits above the lowest `count` are the same. */
const sameAbove = (l: string, r: string, count: number) =>
  `${ymd(l)} // ${10 ** count} = ${ymd(r)} // ${10 ** count}`;

/**
 * Two digits that stand side by side changed places: 1978 and 1987, the 12th and the 21st. Then the difference is a
 * multiple of nine, which is asked first.
 */
const twoExchanged = (l: string, r: string) => {
  const pair = (code: string, below: number) => `(${ymd(code)} // ${10 ** below} % 100)`;
  const at = [6, 5, 4, 2, 0].map((below) => {
    const [one, other] = [pair(l, below), pair(r, below)];
    return `(${ymd(l)} % ${10 ** below} = ${ymd(r)} % ${10 ** below} and ${sameAbove(l, r, below + 2)}
      and ${one} % 10 * 10 + ${one} // 10 = ${other})`;
  });
  return `(case when abs(${ymd(l)} - ${ymd(r)}) % 9 = 0 and ${ymd(l)} <> ${ymd(r)} and (${at.join(' or ')})
    then true else false end)`;
};

/** One of the eight digits differs: the difference is one digit and zeros, and the digits above it are the same. */
const oneDigit = (l: string, r: string) => {
  const apart = `abs(${ymd(l)} - ${ymd(r)})`;
  const wholes = [2, 3, 4, 5, 6, 7].map(
    (digits) =>
      `when ${apart} < ${10 ** digits} then ${apart} % ${10 ** (digits - 1)} = 0 and ${sameAbove(l, r, digits)}`,
  );
  return `(case when ${ymd(l)} = ${ymd(r)} then false when ${apart} < 10 then ${sameAbove(l, r, 1)}
    ${wholes.join(' ')} else ${apart} % 10000000 = 0 end)`;
};

/**
 * The last of a month and the first of the next, as a converted calendar may have it. As numbers of the form yyyymmdd
 * they differ by 70 to 73, or by 8870 at New Year.
 */
const overMonthEnd = (l: string, r: string) => {
  const apart = `abs(${ymd(l)} - ${ymd(r)})`;
  return `(${apart} in (70, 71, 72, 73, 8870) and greatest(${ymd(l)}, ${ymd(r)}) % 100 = 1 and (${apart} in (70, 71, 8870)
    or least(${ymd(l)}, ${ymd(r)}) // 100 % 100 = 2))`;
};

/**
 * Not further apart than from a day of one month to the same day of the next: an older calendar (Julian, 13 days; a lunar
 * month), or the day on which a birth was registered in place of its own.
 */
const withinMonth = (l: string, r: string) => {
  const days = (code: string) => `((${ymd(code)} // 100 - ${ymd(code)} // 10000 * 88) * 31 + ${day(code)})`;
  return `abs(${days(l)} - ${days(r)}) <= 31`;
};

/**
 * Dates of birth as the field has them: swapped, mistyped, partial, estimated, converted from another calendar, or 1
 * January because nobody knows better. What one side does not know is not held against the pair, and an agreement in
 * what stands for "not known" says no more than that the years agree. Digits of a year that cannot be may be a slip; how
 * far it lies from another year says nothing.
 */
export const birthDate: Comparison = {
  id: 'birthDate',
  title: 'Date of birth',
  variants: { one: 'birth', all: 'births' },
  known: (l, r) =>
    `${l} is not null and ${r} is not null
      and (case when ${eitherNoYear(l, r)} then ${tellsDay(l)} and ${tellsDay(r)} else true end)`,
  levels: [
    {
      title: 'the same date',
      when: (l, r) => `${ymd(l)} = ${ymd(r)} and not ${vague(l)}`,
      m: 0.8,
      u: 4e-5,
      frequency: (l) => dateClassSql(l),
    },
    {
      title: 'day and month swapped',
      when: (l, r) =>
        `${sameYear(l, r)} and ${month(l)} = ${day(r)} and ${day(l)} = ${month(r)} and ${ymd(l)} <> ${ymd(r)} and ${day(l)} > 0`,
      m: 0.03,
      u: 1.5e-5,
    },
    {
      title: 'one digit other, or two exchanged',
      when: (l, r) =>
        `not ${vague(l)} and not ${vague(r)} and (
           ${oneDigit(l, r)} or ${twoExchanged(l, r)} or ${overMonthEnd(l, r)})`,
      m: 0.06,
      u: 1.6e-3,
    },
    {
      title: 'the day or the month other',
      when: (l, r) =>
        `not ${vague(l)} and not ${vague(r)} and (${ymd(l)} // 100 = ${ymd(r)} // 100
           or (${year(l)} = ${year(r)} and ${day(l)} = ${day(r)}))`,
      m: 0.02,
      u: 9e-4,
    },
    {
      title: 'at most a month apart',
      when: (l, r) =>
        `not ${vague(l)} and not ${vague(r)} and ${withinMonth(l, r)} and not ${eitherNoYear(l, r)}`,
      m: 0.008,
      u: 1.3e-3,
    },
    {
      title: 'the same month of the same year, and the day not known',
      when: (l, r) =>
        `${sameYear(l, r)} and ${month(l)} = ${month(r)} and ${month(l)} > 0 and (${day(l)} = 0 or ${day(r)} = 0)`,
      m: 0.005,
      u: 1e-4,
    },
    {
      title: 'the same year, and the same day that stands for one not known',
      when: (l, r) => `${sameYear(l, r)} and ${ymd(l)} = ${ymd(r)} and ${day(l)} > 0 and ${vague(l)}`,
      m: 0.02,
      u: 7e-4,
      frequency: (l) => yearClassSql(l),
    },
    {
      title: 'the same year, and day and month not known or 1 January',
      when: (l, r) =>
        `${sameYear(l, r)} and (${vague(l)} or ${vague(r)})
         and (${month(l)} * ${month(r)} = 0 or ${month(l)} = ${month(r)} or (${vague(l)} and ${day(l)} > 0) or (${vague(r)} and ${day(r)} > 0))`,
      m: 0.025,
      u: 7e-4,
      frequency: (l) => yearClassSql(l),
    },
    {
      title: 'the same year',
      when: (l, r) => sameYear(l, r),
      m: 0.008,
      u: 0.011,
    },
    {
      title: 'a span of years that fits',
      when: (l, r) => `(${isSpan(l)} or ${isSpan(r)}) and ${gap(l, r)} < 1`,
      m: 0.005,
      u: 1e-3,
    },
    {
      title: 'the same day and month, and the year not known',
      when: (l, r) => `${eitherNoYear(l, r)} and ${sameDayOfYear(l, r)}`,
      m: 0.001,
      u: 4e-6,
    },
    {
      title: 'another year, the same day and month',
      when: (l, r) => `${sameDayOfYear(l, r)} and not ${vague(l)} and not ${vague(r)} and ${gap(l, r)} < 15`,
      m: 0.01,
      u: 2.5e-3,
    },
    {
      title: 'one year apart',
      when: (l, r) => `${gap(l, r)} = 1`,
      m: 0.01,
      u: 0.027,
    },
    {
      title: 'another date, less than fifteen years apart or the year not known',
      when: (l, r) => `coalesce(${gap(l, r)}, 0) < 15`,
      m: 0.015,
      u: 0.4,
    },
    {
      // A slip of the whole year, or parent and child: of these 1 in 365 share a birthday.
      title: 'fifteen or more years apart, the same day and month',
      when: (l, r) => `${sameDayOfYear(l, r)} and not ${vague(l)} and not ${vague(r)}`,
      m: 0.001,
      u: 1.5e-3,
    },
    {
      title: 'fifteen or more years apart',
      when: () => 'true',
      m: 0.009,
      u: 0.5485,
    },
  ],
};
