// How much more uneven the payers of accounts are than chance, in the data at hand. Ordinary accounts have seasons, openings and
// pay days of their own, and shops where people pay twice a day. What is usual among accounts of like size is no lead.
//
// Quasi-likelihood: the variance is the mean times a dispersion, Pearson's X^2 by degrees of freedom (P. McCullagh, J. A.
// Nelder, Generalized Linear Models, 1989, 9.2), over accounts with like numbers of ties, the most uneven tenth left
// out, for among them is what is looked for.

import type { AtOnce } from './at-once.ts';
import { type Edges, inCount, outCount, type Side } from './ties.ts';

const classes = 32;
const trimmed = 0.1;
const fewestInClass = 20;

export interface Crowding {
  /** By how much the variance of counts within a window exceeds the mean. At least 1. */
  inTime(side: Side, size: number, width: number): number;
  /** The same for the number of ties with several payments at once. */
  atOnce(side: Side, size: number): number;
}

export function crowdingOf(ties: Edges, widths: readonly number[], expected: AtOnce): Crowding {
  const inTime = new Map<string, Float64Array>();
  const atOnce = new Map<Side, Float64Array>();
  for (const side of ['in', 'out'] as const) {
    for (const width of widths) inTime.set(`${side} ${width}`, dispersionInTime(ties, side, width));
    atOnce.set(side, dispersionAtOnce(ties, side, expected));
  }
  return {
    inTime: (side, size, width) => 1 + size * (inTime.get(`${side} ${width}`)?.[classOf(size)] ?? 0),
    atOnce: (side, size) => 1 + size * (atOnce.get(side)?.[classOf(size)] ?? 0),
  };
}

function classOf(size: number): number {
  return Math.min(classes - 1, Math.floor(Math.log2(Math.max(1, size))));
}

function dispersionInTime(ties: Edges, side: Side, width: number): Float64Array {
  const bin = (tie: number) => Math.floor((ties.first[tie] as number) / (width + 1));
  const shares = new Map<number, number>();
  for (let tie = 0; tie < ties.size; tie++) shares.set(bin(tie), (shares.get(bin(tie)) ?? 0) + 1 / ties.size);
  return dispersion(ties, side, (list) => {
    let excess = -list.length;
    let run = 0;
    list.forEach((tie, index) => {
      run++;
      const next = list[index + 1];
      if (next !== undefined && bin(next) === bin(tie)) return;
      excess += (run * run) / (list.length * (shares.get(bin(tie)) as number));
      run = 0;
    });
    return excess / Math.max(1, shares.size - 1);
  });
}

function dispersionAtOnce(ties: Edges, side: Side, atOnce: AtOnce): Float64Array {
  return dispersion(ties, side, (list, account) => {
    const marked = list.reduce((sum, tie) => sum + Number((ties.payments[tie] as number) > 1), 0);
    const expected = atOnce.expected(side, account);
    return (marked - expected) ** 2 / Math.max(1e-12, expected * (1 - expected / list.length));
  });
}

/**
 * By how much the dispersion grows with each tie, by class of size: variance = mean + growth * mean^2 of accounts whose
 * rates differ (negative binomial). Where a class has too few accounts, as the class below it.
 */
function dispersion(
  ties: Edges,
  side: Side,
  of: (list: Int32Array, account: number) => number,
): Float64Array {
  const statistics = Array.from({ length: classes }, (): Statistic[] => []);
  const [start, all, count] =
    side === 'in' ? [ties.inStart, ties.in, inCount] : [ties.outStart, ties.out, outCount];
  for (let account = 0; account < ties.accounts; account++) {
    const size = count(ties, account);
    if (size < 2) continue;
    const from = start[account] as number;
    statistics[classOf(size)]?.push({ size, value: of(all.subarray(from, from + size), account) });
  }
  const growth = new Float64Array(classes);
  statistics.forEach((list, index) => {
    if (list.length < fewestInClass) {
      growth[index] = growth[index - 1] ?? 0;
      return;
    }
    const kept = list.sort((a, b) => a.value - b.value).slice(0, Math.floor(list.length * (1 - trimmed)));
    const [values, sizes] = [sumOf(kept, ({ value }) => value), sumOf(kept, ({ size }) => size)];
    growth[index] = Math.max(0, (values - kept.length) / sizes);
  });
  return growth;
}

interface Statistic {
  readonly size: number;
  /** Pearson's X^2 by degrees of freedom. */
  readonly value: number;
}

function sumOf(list: readonly Statistic[], of: (one: Statistic) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}
