import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceFor } from '../../dice.ts';
import { dayOf } from './call-story.ts';
import { changeOn, type Daily, unevennessOf } from './change-point.ts';

/** Days of calls: as many a day as told, from the first of January on. */
function daysOf(around: (day: number) => number, others: (day: number) => number): Daily[] {
  return Array.from({ length: 200 }, (_, day) => ({
    ...{ day: dayOf(day), around: around(day), others: others(day) },
  }));
}

test('a fall on the day of the arrest is unlikely, one that everybody shares or that came earlier is not', () => {
  const isAway = (day: number) => day >= 100 && day < 130;
  const ordinary = (day: number) => 3 + (day % 3);
  const alone = daysOf((day) => (isAway(day) ? 0 : ordinary(day)), ordinary);
  const found = changeOn(alone, dayOf(100));
  expect(found).toMatchObject({ before: 56, after: 0, days: 159 });
  expect(found?.chance).toBeLessThan(0.02);
  expect(changeOn(alone, dayOf(90))?.chance).toBeGreaterThan(0.05);
  const shared = daysOf(
    (day) => (isAway(day) ? 0 : ordinary(day)),
    (day) => (isAway(day) ? 0 : ordinary(day + 1)),
  );
  expect(changeOn(shared, dayOf(100))?.chance).toBeGreaterThan(0.05);
});

test('a chance is a share of the days, and too little known is none', () => {
  const rare = daysOf(
    () => 0,
    () => 5,
  );
  expect(changeOn(rare, dayOf(100))).toBeUndefined();
  expect(
    changeOn(
      daysOf(
        () => 2,
        () => 5,
      ).slice(0, 50),
      dayOf(25),
    ),
  ).toBeUndefined();
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { minLength: 200, maxLength: 200 }),
      fc.integer({ min: 14, max: 186 }),
      (calls, at) => {
        const told = changeOn(
          daysOf(
            (day) => calls[day] ?? 0,
            () => 5,
          ),
          dayOf(at),
        );
        if (told === undefined) return;
        expect(told.chance).toBeGreaterThan(0);
        expect(told.chance).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});

test('days on which nothing was supplied are none to compare with', () => {
  const ordinary = (day: number) => 3 + (day % 3);
  const supplied = (day: number) => (day >= 20 && day < 150 ? ordinary(day) : 0);
  const told = changeOn(daysOf(supplied, ordinary), dayOf(100));
  expect(told?.days).toBe(150 - 20 - 2 * 14 + 1 - 7);
  // The order began less than a fortnight before.
  expect(changeOn(daysOf(supplied, ordinary), dayOf(30))).toBeUndefined();
});

test('a change on a day on which others change unevenly too is less unlikely', () => {
  const ordinary = (day: number) => 3 + (day % 3);
  const fallen = daysOf((day) => (day >= 100 ? 2 : ordinary(day)), ordinary);
  const even = Array.from({ length: 40 }, () => ({
    before: 30,
    after: 30,
    othersBefore: 300,
    othersAfter: 300,
  }));
  const uneven = even.map((circle, at) => ({ ...circle, after: at % 2 === 0 ? 60 : 10 }));
  expect(unevennessOf(even)).toBe(1);
  expect(unevennessOf(uneven.slice(0, 10))).toBe(1);
  expect(unevennessOf(uneven)).toBeGreaterThan(10);
  const chance = (unevenness: number) => changeOn(fallen, dayOf(100), unevenness)?.chance;
  expect(chance(unevennessOf(even))).toBeLessThan(0.05);
  expect(chance(unevennessOf(uneven))).toBeGreaterThan(0.05);
});

test('a change a few days before is taken for one of that day only where it cannot be told from it', () => {
  const around = (from: number) => (day: number) => (day >= from ? 0 : 3);
  const steady = () => 40;
  expect(changeOn(daysOf(around(98), steady), dayOf(100))?.chance).toBe(1);
  const fewer = daysOf((day) => Number(day < 98), steady);
  expect(changeOn(fewer, dayOf(100))?.chance).toBeLessThan(1);
});

test('where nothing happens a change is no more often unlikely than is said', () => {
  const chances = Array.from({ length: 300 }, (_, series) => {
    const dice = diceFor(7, 'calls', series);
    const calls = Array.from({ length: 120 }, () => dice.below(4) + dice.below(3));
    const others = Array.from({ length: 120 }, () => 30 + dice.below(20));
    const daily = daysOf(
      (day) => calls[day] ?? 0,
      (day) => others[day] ?? 0,
    );
    return changeOn(daily.slice(0, 120), dayOf(20 + dice.below(80)))?.chance ?? 1;
  });
  for (const said of [0.05, 0.1, 0.3]) {
    const spread = Math.sqrt(chances.length * said * (1 - said));
    expect(chances.filter((chance) => chance <= said).length).toBeLessThan(
      said * chances.length + 2 * spread,
    );
  }
  expect(chances.filter((chance) => chance <= 0.3).length).toBeGreaterThan(30);
});
