// How many ties with several payments at once an account would have by chance. Some arise in any data, where a busy payer meets
// a busy payee twice on a day: a payer with n payments on a day makes n (n - 1) / 2 pairs of them, of which payee j gets both
// with d(j)^2. The others are taken as a share of all ties.

import { type Edges, inCount, outCount, type Side } from './ties.ts';

export class AtOnce {
  readonly #ties: Edges;
  readonly #met: Readonly<Record<Side, Float64Array>>;
  readonly #share: number;

  private constructor(ties: Edges, met: Readonly<Record<Side, Float64Array>>, share: number) {
    this.#ties = ties;
    this.#met = met;
    this.#share = share;
  }

  static of(transfers: Edges, ties: Edges): AtOnce {
    const pairs = pairsOnOneDay(transfers);
    const all = pairs.reduce((sum, one) => sum + one, 0);
    const drawn = Float64Array.from(
      pairs,
      (_, account) => inCount(transfers, account) / Math.max(1, transfers.size),
    );
    const squares = drawn.reduce((sum, one) => sum + one * one, 0);
    const met = { in: drawn.map((one) => one * one * all), out: pairs.map((one) => one * squares) };
    return new AtOnce(ties, met, 0).without(() => false);
  }

  /** The same, with the share taken from those ties that are not explained. */
  without(isExplained: (from: number, to: number) => boolean): AtOnce {
    const { size, from, to, payments } = this.#ties;
    let [left, several] = [0, 0];
    for (let tie = 0; tie < size; tie++) {
      if (isExplained(from[tie] as number, to[tie] as number)) continue;
      left++;
      if ((payments[tie] as number) > 1) several++;
    }
    const met = this.#met.in.reduce((sum, one) => sum + one, 0);
    return new AtOnce(this.#ties, this.#met, Math.max(0, several - met) / Math.max(1, left));
  }

  /** The share of ties beyond those that meet by chance. */
  get share(): number {
    return this.#share;
  }

  expected(side: Side, account: number): number {
    const size = (side === 'in' ? inCount : outCount)(this.#ties, account);
    return Math.min(size, size * this.#share + (this.#met[side][account] as number));
  }

  /** For each account, the share of all ties with several payments at once that it would get. */
  drawn(): Float64Array {
    const expected = this.#met.in.map((_, account) => this.expected('in', account));
    const all = expected.reduce((sum, one) => sum + one, 0);
    return expected.map((one) => one / Math.max(1e-12, all));
  }
}

/** For each payer, the pairs of payments that it makes on one day. */
function pairsOnOneDay({ accounts, outStart, out, first, payments }: Edges): Float64Array {
  const pairs = new Float64Array(accounts);
  for (let account = 0; account < accounts; account++) {
    let [day, count] = [Number.NaN, 0];
    for (let at = outStart[account] as number; at < (outStart[account + 1] as number); at++) {
      const edge = out[at] as number;
      const here = Math.floor(first[edge] as number);
      if (here !== day) [day, count] = [here, 0];
      const more = payments[edge] as number;
      pairs[account] = (pairs[account] as number) + count * more + (more * (more - 1)) / 2;
      count += more;
    }
  }
  return pairs;
}
