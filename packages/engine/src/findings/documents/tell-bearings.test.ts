import { expect, test } from 'vitest';
import { type BearingUse, bearingPicture, comingsBack, daysAtOnce } from './tell-bearings.ts';

const use = (bearer: number, day: string | null, place: string | null = null): BearingUse => ({
  ...{ bearer, day, place, number: 'XA7654321' },
});

test.each<[string, readonly BearingUse[], number]>([
  ['in turn', [use(0, '2025-01-01'), use(1, '2025-01-02'), use(0, '2025-01-03'), use(1, '2025-01-04')], 2],
  ['one after the other for good', [use(0, '2025-01-01'), use(0, '2025-01-02'), use(1, '2025-01-03')], 0],
  ['days that are not known', [use(0, null), use(1, '2025-01-02'), use(0, null)], 0],
])('comes back: %s', (_what, uses, times) => {
  expect(comingsBack(uses)).toBe(times);
});

test.each<[string, readonly BearingUse[], number]>([
  ['in two places in two hands', [use(0, '2025-01-01', 'wien'), use(1, '2025-01-01', 'graz')], 1],
  ['in one place in two hands', [use(0, '2025-01-01', 'wien'), use(1, '2025-01-01', 'wien')], 0],
  ['in two places in one hand', [use(0, '2025-01-01', 'wien'), use(0, '2025-01-01', 'graz')], 0],
  ['on two days', [use(0, '2025-01-01', 'wien'), use(1, '2025-01-02', 'graz')], 0],
])('on one day %s', (_what, uses, days) => {
  expect(daysAtOnce(uses)).toBe(days);
});

test('a picture names bearers by letters and says what it leaves out', () => {
  const uses = Array.from({ length: 70 }, (_, at) => use(at % 30, '2025-01-01', 'wien'));
  const { rows, more, heads } = bearingPicture(uses, true);
  expect(heads).toEqual(['number', 'date', 'place', 'holder']);
  expect(rows[0]).toEqual(['XA7654321', '2025-01-01', 'wien', 'A']);
  expect(rows[27]?.at(-1)).toBe('28');
  expect([rows.length, more]).toEqual([60, 10]);
});
