import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from './clusters.ts';
import type { Spot } from './spots.ts';

const spot = fc.record({
  at: fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -84, max: 84, noNaN: true }),
  }),
  things: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((ids) => ids.sort()),
});
const spots = fc.array(spot, { maxLength: 30 }).map((all) =>
  all.map(
    (each, place): Spot => ({
      ...each,
      ...{ id: `spot-${place}`, title: 'x', country: null, stays: 1, from: null, until: null },
    }),
  ),
);

test('every place is in one marker, whatever the order, and a marker has the things of its places', () => {
  fc.assert(
    fc.property(spots, fc.double({ min: 0, max: 9, noNaN: true }), (all, zoom) => {
      const markers = clustersOf(all, zoom);
      expect(markers.flatMap((marker) => marker.spots.map(({ id }) => id)).sort()).toEqual(
        all.map(({ id }) => id).sort(),
      );
      expect(clustersOf([...all].reverse(), zoom)).toEqual(markers);
      for (const marker of markers)
        expect(marker.things).toEqual([...new Set(marker.spots.flatMap(({ things }) => things))].sort());
    }),
    { numRuns: 60 },
  );
});

test('what is one marker from afar is two from near', () => {
  const at = (id: string, longitude: number): Spot => ({
    ...{ id, title: id, country: null, stays: 1, from: null, until: null, things: ['a'] },
    at: { longitude, latitude: 48 },
  });
  const two = [at('one', 11), at('other', 13)];
  expect(clustersOf(two, 2)).toHaveLength(1);
  expect(clustersOf(two, 7)).toHaveLength(2);
});
