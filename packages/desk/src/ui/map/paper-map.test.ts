import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allTime } from '../traced.ts';
import { countries } from './land.ts';
import { paperMap, paperSize } from './paper-map.ts';
import { whereaboutsOf } from './spots.ts';

const land = countries('en');
const stay = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

function mapOf(places: readonly { readonly latitude: number; readonly longitude: number }[]) {
  const stays = places.map((at, day) => ({
    ...{ title: `Place ${day}`, country: null, at },
    seen: `2025-01-${String(day + 1).padStart(2, '0')}`,
  }));
  const way = { id: 'way', title: '', type: '', stays, moments: [], untold: { stays: 0, moments: 0 } };
  return paperMap({ ...whereaboutsOf([way], allTime), land });
}

test('wherever the places are, all of them are on the sheet, and nothing is drawn beyond it', () => {
  fc.assert(
    fc.property(fc.array(stay, { minLength: 1, maxLength: 5 }), (places) => {
      const map = mapOf(places);
      const points = [...map.land.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const spots = map.markers.reduce((sum, { marker }) => sum + marker.spots.length, 0);
      expect(spots).toBe(new Set(places.map(({ latitude, longitude }) => `${longitude},${latitude}`)).size);
      for (const [x = -1, y = -1] of [...points, ...map.markers.map(({ at }) => at)]) {
        expect(x >= 0 && x <= paperSize.width && y >= 0 && y <= paperSize.height).toBe(true);
      }
    }),
    { numRuns: 15 },
  );
});

test('there and back lie side by side, each with its arrow; names of countries are those between the places', () => {
  const [vienna, rome] = [
    { latitude: 48.2, longitude: 16.4 },
    { latitude: 41.9, longitude: 12.5 },
  ];
  const { ways, arrows, countries: named } = mapOf([vienna, rome, vienna]);
  expect(arrows).toHaveLength(2);
  const [there, back] = ways;
  expect(there?.from).not.toEqual(back?.to);
  expect(named.map(({ title }) => title)).toEqual(expect.arrayContaining(['Slovenia', 'Croatia']));
  expect(named.map(({ title }) => title)).not.toContain('Brazil');
});
