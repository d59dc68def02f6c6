import { expect, test } from 'vitest';
import { countries, countryTitles } from './land.ts';

const land = countries('de');

test('land is cut where the map ends: no line runs across the whole of it', () => {
  expect(land.features.length).toBeGreaterThan(200);
  const rings = land.features.flatMap(({ geometry }) =>
    (geometry as GeoJSON.MultiPolygon).coordinates.flat(),
  );
  const steps = rings.flatMap((ring) =>
    ring.slice(1).flatMap(([x = 0, y = 0], place) => {
      const [before = 0] = ring[place] ?? [];
      // Along the lower edge of the world a line may be long: there it is out of sight.
      return Math.abs(y) < 89 ? [Math.abs(x - before)] : [];
    }),
  );
  expect(steps.filter((step) => step > 180)).toEqual([]);
  expect(rings.flat().every(([x = 0, y = 0]) => Math.abs(x) <= 180.001 && Math.abs(y) <= 90.001)).toBe(true);
});

test('countries have names in the language of the desk, in the middle of their largest part', () => {
  const titles = countryTitles(land);
  const germany = titles.features.find(({ properties }) => properties?.title === 'Deutschland');
  const [longitude, latitude] = (germany?.geometry as GeoJSON.Point | undefined)?.coordinates ?? [];
  expect(longitude).toBeCloseTo(10.4, 0);
  expect(latitude).toBeCloseTo(51.1, 0);
});
