import { expect, test } from 'vitest';
import { diceFor, pickSome, pickWeighted, shuffle } from './dice.ts';

const throws = (seed: number, stream: string, index: number) => {
  const dice = diceFor(seed, stream, index);
  return Array.from({ length: 5 }, () => dice.next());
};

test('the same numbers give the same throws, and any other number gives others', () => {
  expect(throws(1, 'person', 7)).toEqual(throws(1, 'person', 7));
  expect(throws(1, 'person', 7)).not.toEqual(throws(2, 'person', 7));
  expect(throws(1, 'person', 7)).not.toEqual(throws(1, 'person', 8));
  expect(throws(1, 'person', 7)).not.toEqual(throws(1, 'cell', 7));
});

test('neighbouring dice are independent and even', () => {
  let sum = 0;
  const first = new Set<number>();
  for (let index = 0; index < 20_000; index++) {
    const value = diceFor(1, 'person', index).next();
    sum += value;
    first.add(value);
  }
  expect(sum / 20_000).toBeCloseTo(0.5, 1);
  expect(first.size).toBeGreaterThan(19_990);
});

test('weights decide how often a value is picked', () => {
  const dice = diceFor(3, 'weights', 0);
  let rare = 0;
  for (let index = 0; index < 10_000; index++)
    if (
      pickWeighted(dice, [
        ['often', 9],
        ['rare', 1],
      ]) === 'rare'
    )
      rare++;
  expect(rare).toBeGreaterThan(850);
  expect(rare).toBeLessThan(1_150);
});

test('picking some gives different ones, from short lists and long ones', () => {
  const dice = diceFor(4, 'some', 0);
  const long = Array.from({ length: 1_000 }, (_, at) => at);
  for (const [list, count] of [
    [long, 6],
    [long.slice(0, 8), 6],
    [long.slice(0, 3), 6],
  ] as const) {
    const some = pickSome(dice, list, count);
    expect(new Set(some).size).toBe(Math.min(count, list.length));
    for (const one of some) expect(list).toContain(one);
  }
  expect([...shuffle(dice, [...long])].sort((a, b) => a - b)).toEqual(long);
});
