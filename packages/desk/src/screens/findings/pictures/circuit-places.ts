// In: stops in the order of time. Out: where each place stands in a picture 100 wide, and each stop on a line of time.
// Invariant: north is up, and a degree is as long east as it is north in the middle of the picture; nothing is drawn for
// a stop whose place has no coordinates, but its time.

import type { PictureOf } from '@clew/model/finding-picture.ts';

type Stop = PictureOf<'circuit'>['stops'][number];

export interface PlaceSpot {
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly times: number;
}

export interface Stay {
  readonly stop: Stop;
  /** Shares of the whole time, 0 to 1. */
  readonly from: number;
  readonly until: number;
}

export interface CircuitPlaces {
  /** The places with coordinates, in the order in which they were first seen. */
  readonly spots: readonly PlaceSpot[];
  /** The way from spot to spot. */
  readonly legs: readonly { readonly from: PlaceSpot; readonly to: PlaceSpot }[];
  readonly height: number;
  /** Each place with its stays, in the order in which they were first seen. */
  readonly rows: readonly { readonly place: string; readonly stays: readonly Stay[] }[];
  readonly first: string;
  readonly last: string;
}

const margin = 12;

export function circuitPlaces({ stops }: Pick<PictureOf<'circuit'>, 'stops'>): CircuitPlaces {
  const first = stops.map(({ from }) => from).sort()[0] ?? '';
  const last =
    stops
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '';
  const [begin, end] = [Date.parse(first), Date.parse(last) + day];
  const share = (at: number) => (at - begin) / (end - begin);
  const byPlace = new Map<string, Stay[]>();
  for (const stop of stops) {
    const stay = { stop, from: share(Date.parse(stop.from)), until: share(Date.parse(stop.until) + day) };
    byPlace.set(stop.place, [...(byPlace.get(stop.place) ?? []), stay]);
  }
  const { spots, height } = projected(stops);
  const way = stops.flatMap(({ place }) => spots.get(place) ?? []);
  return {
    spots: [...spots.values()],
    legs: way.slice(1).flatMap((to, index) => {
      const from = way[index];
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
    height,
    rows: [...byPlace].map(([place, stays]) => ({ place, stays })),
    first,
    last,
  };
}

const day = 86_400_000;

function projected(stops: readonly Stop[]): { spots: Map<string, PlaceSpot>; height: number } {
  const known = stops.flatMap(({ place, latitude, longitude, times }) =>
    latitude === null || longitude === null ? [] : [{ place, latitude, longitude, times }],
  );
  const middle = known.reduce((sum, { latitude }) => sum + latitude, 0) / Math.max(1, known.length);
  const narrow = Math.cos((middle * Math.PI) / 180);
  const xs = known.map(({ longitude }) => longitude * narrow);
  const ys = known.map(({ latitude }) => -latitude);
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const wide = Math.max(0.1, Math.max(...xs) - west);
  const high = Math.max(0.1, Math.max(...ys) - north);
  const scale = Math.min((100 - 2 * margin) / wide, (80 - 2 * margin) / high);
  const spots = new Map<string, PlaceSpot>();
  known.forEach(({ place, times }, index) => {
    const before = spots.get(place);
    if (before !== undefined) {
      spots.set(place, { ...before, times: before.times + times });
      return;
    }
    const x = margin + ((xs[index] as number) - west) * scale + (100 - 2 * margin - wide * scale) / 2;
    spots.set(place, { place, x, y: margin + ((ys[index] as number) - north) * scale, times });
  });
  return { spots, height: known.length === 0 ? 0 : high * scale + 2 * margin };
}
