import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binsOf,
  dayFrom,
  isoFrom,
  moved,
  rangeAfter,
  rangeOf,
  shareOf,
  ticksOf,
  zoomed,
} from './time-scale.ts';

const day = fc.integer({ min: -700_000, max: 2_900_000 });
const range = fc
  .tuple(day, fc.nat({ max: 200_000 }))
  .map(([from, length]) => ({ from, until: from + length }));

test('a day is the same day there and back, in every century', () => {
  fc.assert(
    fc.property(day, (each) => {
      expect(dayFrom(isoFrom(each))).toBe(each);
    }),
  );
  expect(isoFrom(0)).toBe('1970-01-01');
  expect(dayFrom('2024-02-29')).toBe(19782);
});

test('ticks lie in their range, in order, and are never more than asked for', () => {
  fc.assert(
    fc.property(range, (each) => {
      const ticks = ticksOf(each, 10);
      expect(ticks.length).toBeLessThanOrEqual(12);
      ticks.forEach((tick, place) => {
        expect(tick.day).toBeGreaterThanOrEqual(each.from);
        expect(tick.day).toBeLessThanOrEqual(each.until);
        expect(tick.day).toBeGreaterThan(ticks[place - 1]?.day ?? Number.NEGATIVE_INFINITY);
      });
    }),
    { numRuns: 60 },
  );
  const years = ticksOf({ from: dayFrom('2020-01-01'), until: dayFrom('2025-12-31') }, 8);
  expect(years.map((tick) => isoFrom(tick.day))).toContain('2023-01-01');
  expect(years.every(({ unit }) => unit === 'year')).toBe(true);
});

test('what is zoomed or moved stays within the whole, and zooming out ends with the whole', () => {
  const whole = { from: 0, until: 999 };
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('+', '-', 'ArrowLeft', 'ArrowRight'), { maxLength: 20 }),
      fc.boolean(),
      (keys, isRightToLeft) => {
        let shown = whole;
        for (const key of keys) shown = rangeAfter(key, { range: shown, whole, isRightToLeft }) ?? shown;
        expect(shown.from).toBeGreaterThanOrEqual(0);
        expect(shown.until).toBeLessThanOrEqual(999);
        expect(shown.until).toBeGreaterThan(shown.from);
        expect(rangeAfter('Home', { range: shown, whole, isRightToLeft })).toEqual(whole);
      },
    ),
    { numRuns: 100 },
  );
  expect(zoomed({ from: 400, until: 499 }, 0.5, whole)).toEqual({ from: 425, until: 474 });
  expect(moved({ from: 400, until: 499 }, 0.25, whole)).toEqual({ from: 425, until: 524 });
  expect(rangeAfter('x', { range: whole, whole, isRightToLeft: false })).toBeUndefined();
});

test('in Arabic the line runs the other way, and so do the keys', () => {
  const whole = { from: 0, until: 999 };
  const shown = { from: 400, until: 499 };
  const left = (isRightToLeft: boolean) => rangeAfter('ArrowLeft', { range: shown, whole, isRightToLeft });
  expect(left(false)?.from).toBe(375);
  expect(left(true)?.from).toBe(425);
});

test('every day of a range falls into one part of it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (days) => {
      const whole = rangeOf(days) ?? { from: 0, until: 0 };
      const bins = binsOf(days, whole, 96);
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(days.length);
      for (const each of days) expect(shareOf(each, whole)).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
  expect(rangeOf([])).toBeUndefined();
});
