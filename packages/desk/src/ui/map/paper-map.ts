// In: places, the ways between them and the land. Out: a map as a drawing, in pixels: what goes onto paper, where the
// graphics card paints nothing. Invariant: all of the places are in it, and nothing of it lies outside.

import { geoIdentity, geoPath } from 'd3-geo';
import type { Position } from '../traced.ts';
import { clustersOf, type Marker } from './clusters.ts';
import { countryTitles } from './land.ts';
import { mercator, worldSide } from './mercator.ts';
import type { Movement, Spot } from './spots.ts';

type Pixel = readonly [x: number, y: number];

export interface PaperMap {
  /** An SVG path. */
  readonly land: string;
  readonly countries: readonly { readonly title: string; readonly at: Pixel }[];
  readonly ways: readonly { readonly id: string; readonly from: Pixel; readonly to: Pixel }[];
  /** Where the direction of a way is known: an SVG path each, in its middle. */
  readonly arrows: readonly { readonly id: string; readonly path: string }[];
  readonly markers: readonly { readonly marker: Marker; readonly at: Pixel }[];
}

interface Asked {
  readonly spots: readonly Spot[];
  readonly movements: readonly Movement[];
  /** As `countries` gives it. */
  readonly land: GeoJSON.FeatureCollection;
}

export const paperSize = { width: 960, height: 480 } as const;
/** Left free around the places, for their names. */
const padding = 72;
/** No nearer than at this zoom of the map on the screen. */
const closest = 5;
/** Steps along a coast that are shorter than this nobody sees. */
const finest = 0.6;
const aside = 3;
const letterWidth = 6.5;
/** A country of less breadth than this, in pixels, has no name: it would stand on its neighbours. */
const narrowest = 24;
/** Half of the room that a marker takes up with its name. */
const markerRoom = { across: 42, down: 26 } as const;

export function paperMap({ spots, movements, land }: Asked): PaperMap {
  const projected = projection(spots.map(({ at }) => at));
  const { pixelOf, zoom } = projected;
  const markers = clustersOf(spots, zoom).map((marker) => ({ marker, at: pixelOf(marker.at) }));
  const ways = movements.map(({ id, from, to, isDirected }) => {
    const ends = beside(pixelOf(from.at), pixelOf(to.at), isDirected ? aside : 0);
    return { id, ...ends, isDirected };
  });
  return {
    land: landPath(land, pixelOf),
    countries: namesBetween(
      land,
      projected,
      markers.map(({ at }) => at),
    ),
    ways: ways.map(({ id, from, to }) => ({ id, from, to })),
    arrows: ways
      .filter(({ isDirected }) => isDirected)
      .map(({ id, from, to }) => ({ id, path: arrowPath(from, to) })),
    markers,
  };
}

interface Projection {
  readonly pixelOf: (at: Position) => Pixel;
  readonly zoom: number;
}

/** Web Mercator, as the map on the screen has it: as near as all of the places allow. */
function projection(places: readonly Position[]): Projection {
  const flat = places.map(mercator);
  const [left, right] = [Math.min(...flat.map(([x]) => x)), Math.max(...flat.map(([x]) => x))];
  const [top, bottom] = [Math.min(...flat.map(([, y]) => y)), Math.max(...flat.map(([, y]) => y))];
  const { width, height } = paperSize;
  const scale = Math.min(
    (width - 2 * padding) / (right - left),
    (height - 2 * padding) / (bottom - top),
    worldSide * 2 ** closest,
  );
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return {
    pixelOf: (at) => {
      const [x, y] = mercator(at);
      return [width / 2 + (x - middleX) * scale, height / 2 + (y - middleY) * scale];
    },
    zoom: Math.log2(scale / worldSide),
  };
}

function landPath({ features }: GeoJSON.FeatureCollection, pixelOf: Projection['pixelOf']): string {
  const { width, height } = paperSize;
  const coordinates = features.flatMap(({ geometry }) =>
    (geometry as GeoJSON.MultiPolygon).coordinates.map(([ring = []]) => [thinned(ring, pixelOf)]),
  );
  const clipped = geoIdentity().clipExtent([
    [0, 0],
    [width, height],
  ]);
  return geoPath(clipped).digits(1)({ type: 'MultiPolygon', coordinates }) ?? '';
}

/** A ring in pixels, without the points that lie on one another; closed. */
function thinned(ring: readonly GeoJSON.Position[], pixelOf: Projection['pixelOf']): GeoJSON.Position[] {
  const points: [number, number][] = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const [x, y] = pixelOf({ longitude, latitude });
    const last = points.at(-1);
    if (last === undefined || Math.hypot(x - last[0], y - last[1]) >= finest) points.push([x, y]);
  }
  const [first] = points;
  return first === undefined ? [] : [...points, first];
}

/** The largest countries first; no name stands on another or on a place. */
function namesBetween(
  land: GeoJSON.FeatureCollection,
  { pixelOf, zoom }: Projection,
  places: readonly Pixel[],
): PaperMap['countries'] {
  const taken: Room[] = places.map((at) => ({ at, ...markerRoom }));
  const degree = (worldSide * 2 ** zoom) / 360;
  const sizeOf = ({ properties }: GeoJSON.Feature) => Number(properties?.size);
  const bySize = countryTitles(land)
    .features.filter((each) => Math.sqrt(sizeOf(each)) * degree >= narrowest)
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return bySize.flatMap(({ geometry, properties }) => {
    const title = String(properties?.title ?? '');
    const [longitude = 0, latitude = 0] = (geometry as GeoJSON.Point).coordinates;
    const at = pixelOf({ longitude, latitude });
    const own = { at, across: (title.length * letterWidth) / 2, down: 8 };
    const isInside =
      at[0] > own.across &&
      at[0] < paperSize.width - own.across &&
      at[1] > own.down &&
      at[1] < paperSize.height - own.down;
    if (!isInside || taken.some((each) => covers(each, own))) return [];
    taken.push(own);
    return [{ title, at }];
  });
}

interface Room {
  readonly at: Pixel;
  readonly across: number;
  readonly down: number;
}

function covers(one: Room, other: Room): boolean {
  return (
    Math.abs(one.at[0] - other.at[0]) < one.across + other.across &&
    Math.abs(one.at[1] - other.at[1]) < one.down + other.down
  );
}

/** A way moved to its right, so that there and back lie side by side. */
function beside([x0, y0]: Pixel, [x1, y1]: Pixel, by: number): { readonly from: Pixel; readonly to: Pixel } {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [right, down] = [(-(y1 - y0) / length) * by, ((x1 - x0) / length) * by];
  return { from: [x0 + right, y0 + down], to: [x1 + right, y1 + down] };
}

function arrowPath([x0, y0]: Pixel, [x1, y1]: Pixel): string {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [along, down] = [(x1 - x0) / length, (y1 - y0) / length];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const corner = (forth: number, side: number) =>
    [x + along * forth - down * side, y + down * forth + along * side]
      .map((value) => Math.round(value * 10) / 10)
      .join(' ');
  return `M${corner(7, 0)}L${corner(-5, 5)}L${corner(-5, -5)}Z`;
}
