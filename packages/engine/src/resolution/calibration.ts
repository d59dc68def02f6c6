import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { candidateTable } from './tables.ts';

/**
 * The kept pairs of one type whose weights lie between `from` and `to`, in bits. The bin below all is open below: pairs are
 * kept there only because they speak against one thing or were judged. The last is open above.
 */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** From where to where, in words: the first and the last bin are open. */
  readonly range: string;
  readonly pairs: number;
  /** The share of pairs of one thing that the model expects: the mean of their probabilities. */
  readonly expected: number;
  readonly linked: number;
  /** What people judged; `share` of the judged is `same`, with its interval. Null where nobody judged. */
  readonly judged: {
    readonly same: number;
    readonly all: number;
    readonly share: number;
    readonly interval: readonly [number, number];
  } | null;
}

/** Bits to a bin. */
const binWidth = 2;
/** Where the last bin begins and the first ends: nothing in them is in doubt. */
export const lastBin = 30;
export const firstBin = -6;

/** Kept pairs by weight, what the model expects of them, and what people found. Bins without pairs are there too. */
export async function readCalibration(lake: Lake, type: string): Promise<readonly CalibrationBin[]> {
  const rows = await lake.rows<{
    bin: number;
    pairs: number;
    expected: number;
    linked: number;
    same: number;
    different: number;
  }>(sql`
    select greatest(${firstBin / binWidth - 1}, least(floor(weight / ${binWidth}), ${lastBin / binWidth}))::integer as bin, count(*) as pairs,
      avg(probability) as expected, count(*) filter (linked) as linked,
      count(*) filter (judged = 'same') as same, count(*) filter (judged = 'different') as different
    from ${candidateTable} where type = ${type} group by bin order by bin`);
  const [first, last] = [rows[0]?.bin, rows.at(-1)?.bin];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index): CalibrationBin => {
    const row = rows.find(({ bin }) => bin === first + index);
    const from = (first + index) * binWidth;
    const all = (row?.same ?? 0) + (row?.different ?? 0);
    return {
      from,
      to: from + binWidth,
      range: rangeOf(from, from + binWidth),
      pairs: row?.pairs ?? 0,
      expected: Math.round((row?.expected ?? 1 / (1 + 2 ** -(from + binWidth / 2))) * 1e4) / 1e4,
      linked: row?.linked ?? 0,
      judged: all === 0 ? null : judgedShare(row?.same ?? 0, all),
    };
  });
}

export function rangeOf(from: number, to: number): string {
  if (to <= firstBin) return `below ${to}`;
  return from >= lastBin ? `${from} and more` : `${from} to ${to}`;
}

function judgedShare(same: number, all: number): NonNullable<CalibrationBin['judged']> {
  return { same, all, share: same / all, interval: wilsonInterval(same, all) };
}

/**
 * The 95 % interval of a share of which `hits` of `all` were seen: it stays between 0 and 1 and holds for few.
 * Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
 */
export function wilsonInterval(hits: number, all: number): readonly [number, number] {
  if (all === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  const whole = 1 + z ** 2 / all;
  return [Math.max(0, (middle - reach) / whole), Math.min(1, (middle + reach) / whole)];
}
