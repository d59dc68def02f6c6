// The borders of the countries: Natural Earth's (public domain), as drawn by `world-atlas`; they take no side in a
// dispute. Part of the page: no server is asked for them.

import { type GeoStream, geoEquirectangular, geoStream } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json';
import { countryName } from '../../words/country-name.ts';

type Atlas = Parameters<typeof feature>[0];

/** Two letters by the three digits of ISO 3166-1, which are the ids of the atlas. */
const letters = new Map(codes.map(([two = '', , digits = '']) => [digits, two] as const));

/** Every country with its outline and, under `title`, its name in a language. */
export function countries(locale: string): GeoJSON.FeatureCollection {
  const drawn = feature(atlas as unknown as Atlas, 'countries') as unknown as GeoJSON.FeatureCollection;
  return {
    ...drawn,
    features: drawn.features.map((each) => ({
      type: 'Feature',
      properties: { title: titleOf(each, locale) },
      geometry: { type: 'MultiPolygon', coordinates: flatRings(each).map((ring) => [ring]) },
    })),
  };
}

/** Where each country's name goes: the middle of its largest part. */
export function countryTitles({ features }: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry, properties }) => {
      const largest = largestPart(geometry);
      if (largest === undefined) return [];
      const { middle, size } = largest;
      return [
        {
          type: 'Feature',
          properties: { ...properties, size },
          geometry: { type: 'Point', coordinates: middle },
        },
      ];
    }),
  };
}

function titleOf(each: GeoJSON.Feature, locale: string): string {
  const code = letters.get(String(each.id));
  return code === undefined ? String(each.properties?.name ?? '') : countryName(locale, code);
}

/** Degrees in, degrees out, cut where the map ends: the atlas draws on a ball, on which land goes on beyond 180°. */
const flat = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0);

/** Each ring by itself: what lies in a hole is another country, which has the same colour. */
function flatRings(each: GeoJSON.Feature): GeoJSON.Position[][] {
  const rings: GeoJSON.Position[][] = [];
  const nothing = () => undefined;
  const sink: GeoStream = {
    point: (x, y) => rings.at(-1)?.push([x, -y]),
    lineStart: () => rings.push([]),
    lineEnd: () => {
      const ring = rings.at(-1);
      if (ring?.[0] !== undefined) ring.push(ring[0]);
    },
    polygonStart: nothing,
    polygonEnd: nothing,
  };
  geoStream(each, flat.stream(sink));
  return rings.filter((ring) => ring.length > 3);
}

function largestPart(geometry: GeoJSON.Geometry): { middle: GeoJSON.Position; size: number } | undefined {
  return (geometry as GeoJSON.MultiPolygon).coordinates
    .flatMap(([ring = []]) => (ring.length < 4 ? [] : [middleOf(ring)]))
    .sort((one, other) => other.size - one.size)[0];
}

/** The centroid of a ring and its area in square degrees, narrowed towards the poles. */
function middleOf(ring: readonly GeoJSON.Position[]): { middle: GeoJSON.Position; size: number } {
  let [area, x, y] = [0, 0, 0];
  for (let place = 0; place + 1 < ring.length; place++) {
    const [x0 = 0, y0 = 0] = ring[place] ?? [];
    const [x1 = 0, y1 = 0] = ring[place + 1] ?? [];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const middle = area === 0 ? (ring[0] ?? [0, 0]) : [x / (6 * area), y / (6 * area)];
  return { middle, size: Math.abs(area) * Math.cos(((middle[1] ?? 0) * Math.PI) / 180) };
}
