/** Numbers that look random and come again with the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from 0, less than the limit. */
  below(limit: number): number;
  pick<T>(of: readonly T[]): T;
}

/** A linear congruential generator over 64 bits (constants of Knuth's MMIX), of which the upper half is given out. */
export function chanceFrom(seed: number): Chance {
  let state = BigInt.asUintN(64, BigInt(seed) * 0x9e3779b97f4a7c15n + 1n);
  const next = () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 32n) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (of) => {
      if (of.length === 0) throw new Error('Nothing to pick from');
      return of[below(of.length)] as (typeof of)[number];
    },
  };
}
