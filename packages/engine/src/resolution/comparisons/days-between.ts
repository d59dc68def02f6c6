import type { Comparison, Level } from '../model.ts';

/** Days from what the earlier of two files says to what the later one says; below zero where it is the other way round. */
const days = (l: string, r: string) =>
  `(case when ${l}.file < ${r}.file then ${r}.day - ${l}.day else ${l}.day - ${r}.day end)`;

function between(
  title: string,
  span: readonly [number, number],
  shares: { readonly m: number; readonly u: number },
): Level {
  const [least, most] = span;
  return {
    title,
    when: (l, r) =>
      least === most ? `${days(l, r)} = ${least}` : `${days(l, r)} between ${least} and ${most}`,
    ...shares,
  };
}

/**
 * The days that two sides book one payment on. Money arrives after it left, so one direction is likelier than the other:
 * which of the two files is the one where it left is not known beforehand, and is learnt.
 */
export const daysBetween: Comparison = {
  id: 'date',
  title: 'Date',
  known: (l, r) => `${l}.day is not null and ${r}.day is not null`,
  levels: [
    between('the same day', [0, 0], { m: 0.4, u: 0.008 }),
    between('one day later in the later file', [1, 1], { m: 0.15, u: 0.008 }),
    between('one day later in the earlier file', [-1, -1], { m: 0.15, u: 0.008 }),
    between('two days later in the later file', [2, 2], { m: 0.05, u: 0.008 }),
    between('two days later in the earlier file', [-2, -2], { m: 0.05, u: 0.008 }),
    between('three days later in the later file', [3, 3], { m: 0.03, u: 0.008 }),
    between('three days later in the earlier file', [-3, -3], { m: 0.03, u: 0.008 }),
    between('four to seven days later in the later file', [4, 7], { m: 0.03, u: 0.03 }),
    between('four to seven days later in the earlier file', [-7, -4], { m: 0.03, u: 0.03 }),
    between('one to two weeks later in the later file', [8, 14], { m: 0.015, u: 0.05 }),
    between('one to two weeks later in the earlier file', [-14, -8], { m: 0.015, u: 0.05 }),
    between('two to four weeks later in the later file', [15, 31], { m: 0.01, u: 0.1 }),
    between('two to four weeks later in the earlier file', [-31, -15], { m: 0.01, u: 0.1 }),
    { title: 'more than a month apart', when: () => 'true', m: 0.03, u: 0.584 },
  ],
};
