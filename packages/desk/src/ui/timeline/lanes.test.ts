import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Traced } from '../traced.ts';
import { kindsOf, lanesOf, marksOf } from './lanes.ts';
import { isoFrom } from './time-scale.ts';

const untold = { stays: 0, moments: 0 };
const moment = fc.record({
  date: fc.integer({ min: 0, max: 300 }).map(isoFrom),
  kind: fc.constantFrom('seen', 'trip', 'advert'),
  event: fc.constant(null),
});
const traced = fc.array(fc.array(moment, { maxLength: 12 }), { maxLength: 6 }).map((all) =>
  all.map(
    (moments, place): Traced => ({
      ...{ id: `thing-${place}`, title: 'x', type: 'person', stays: [], untold },
      moments: [...moments].sort((one, other) => (one.date < other.date ? -1 : 1)),
    }),
  ),
);

test('every moment is in one lane and in one mark of it, in whatever order the things came', () => {
  const range = { from: 0, until: 300 };
  fc.assert(
    fc.property(traced, fc.constantFrom('thing' as const, 'kind' as const), (things, by) => {
      const lanes = lanesOf(things, by);
      expect(lanesOf([...things].reverse(), by)).toEqual(lanes);
      const all = things.reduce((sum, { moments }) => sum + moments.length, 0);
      const marks = lanes.flatMap(({ moments }) => marksOf(moments, range, 1 / 30));
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(all);
      for (const { share } of marks) expect(share > 0 && share < 1).toBe(true);
      for (const { moments } of lanes) {
        const shares = marksOf(moments, range, 1 / 30).map(({ share }) => share);
        for (const [place, share] of shares.slice(1).entries())
          expect(share - (shares[place] ?? 0)).toBeGreaterThanOrEqual(1 / 30 - 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('a mark says its kind where it has but one; zooming in parts it', () => {
  const at = (day: number, kind: string) => ({ day, kind, thing: 'a' });
  const moments = [at(10, 'seen'), at(12, 'trip'), at(200, 'seen')];
  expect(marksOf(moments, { from: 0, until: 300 }, 1 / 30)).toMatchObject([
    { from: 10, until: 12, count: 2, kind: null },
    { from: 200, count: 1, kind: 'seen' },
  ]);
  expect(marksOf(moments, { from: 5, until: 25 }, 1 / 30).map(({ kind }) => kind)).toEqual(['seen', 'trip']);
});

test('kinds come with the most frequent first, so that a picture keeps its signs', () => {
  const things: Traced[] = [
    {
      ...{ id: 'a', title: 'a', type: 'person', stays: [], untold },
      moments: ['trip', 'seen', 'seen'].map((kind) => ({ date: '2024-01-01', kind, event: null })),
    },
  ];
  expect(kindsOf(things)).toEqual(['seen', 'trip']);
});
