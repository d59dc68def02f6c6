import type { Dice } from '../dice.ts';

export { type Dice, diceFor } from '../dice.ts';

/** One of the values, each as likely as its weight among the sum of the weights. */
export function pickWeighted<T>(dice: Dice, weighted: readonly (readonly [T, number])[]): T {
  let total = 0;
  for (const [, weight] of weighted) total += weight;
  let left = dice.next() * total;
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted[weighted.length - 1];
  if (last === undefined) throw new Error('Nothing to pick from');
  return last[0];
}

/** Puts a list in a random order, in place (Fisher and Yates). */
export function shuffle<T>(dice: Dice, list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = dice.below(index + 1);
    const kept = list[index] as T;
    list[index] = list[other] as T;
    list[other] = kept;
  }
  return list;
}

/** Up to `count` different values of a list, in random order. */
export function pickSome<T>(dice: Dice, list: readonly T[], count: number): T[] {
  if (count * 20 > list.length) return shuffle(dice, [...list]).slice(0, count);
  const places = new Set<number>();
  while (places.size < count) places.add(dice.below(list.length));
  return [...places].map((place) => list[place] as T);
}
