import type { Comparison } from '../model.ts';
import { dateClassSql, dateOf } from '../value-code.ts';

// `births` are codes whose lower bits are yyyymmdd, with zeros for what is not known.
const ymd = (code: string) => dateOf(code);
const year = (code: string) => `(${ymd(code)} // 10000)`;
const month = (code: string) => `(${ymd(code)} // 100 % 100)`;
const day = (code: string) => `(${ymd(code)} % 100)`;
const partial = (code: string) => `(${ymd(code)} % 100 = 0 or ${ymd(code)} % 10000 = 101)`;

/** Dates of birth as the field has them: swapped, mistyped, partial, or 1 January because nobody knows better. */
export const birthDate: Comparison = {
  id: 'birthDate',
  title: 'Date of birth',
  variants: { one: 'birth', all: 'births' },
  known: (l, r) => `${l} is not null and ${r} is not null`,
  levels: [
    {
      title: 'the same date',
      when: (l, r) => `${ymd(l)} = ${ymd(r)} and not ${partial(l)}`,
      m: 0.8,
      u: 4e-5,
      frequency: (l) => dateClassSql(l),
    },
    {
      title: 'day and month swapped',
      when: (l, r) =>
        `${year(l)} = ${year(r)} and ${month(l)} = ${day(r)} and ${day(l)} = ${month(r)} and ${ymd(l)} <> ${ymd(r)} and ${day(l)} > 0`,
      m: 0.03,
      u: 1.5e-5,
    },
    {
      title: 'one digit or one part other',
      when: (l, r) =>
        `not ${partial(l)} and not ${partial(r)} and (
           hamming(lpad(${ymd(l)}::varchar, 8, '0'), lpad(${ymd(r)}::varchar, 8, '0')) = 1
           or (${ymd(l)} // 100 = ${ymd(r)} // 100)
           or (${year(l)} = ${year(r)} and ${day(l)} = ${day(r)}))`,
      m: 0.07,
      u: 2.5e-3,
    },
    {
      title: 'the same year, and day and month not known or 1 January',
      when: (l, r) => `${year(l)} = ${year(r)} and (${partial(l)} or ${partial(r)})`,
      m: 0.05,
      u: 1.5e-3,
    },
    {
      title: 'the same year',
      when: (l, r) => `${year(l)} = ${year(r)}`,
      m: 0.01,
      u: 0.012,
    },
    {
      title: 'one year apart or another year of the same day',
      when: (l, r) =>
        `abs(${year(l)} - ${year(r)}) = 1 or (${ymd(l)} % 10000 = ${ymd(r)} % 10000 and not ${partial(l)})`,
      m: 0.015,
      u: 0.03,
    },
    {
      title: 'another date, less than fifteen years apart',
      when: (l, r) => `abs(${year(l)} - ${year(r)}) < 15`,
      m: 0.015,
      u: 0.4,
    },
    {
      title: 'fifteen or more years apart',
      when: () => 'true',
      m: 0.01,
      u: 0.55,
    },
  ],
};
