import { parseCountry } from '@clew/model/values/country.ts';
import { type GeoProjection, geoConicConformal, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import detailed from 'world-atlas/countries-50m.json' with { type: 'json' };
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' };
import { blue, type Chart, chartWidth, count, land, round, sea, svg, text, widthOf } from './svg.ts';

export interface CountryCount {
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string;
  /** Null where the count is not shown. */
  readonly value: number | null;
}

type Atlas = Parameters<typeof feature>[0];
/** A country's outline, as d3-geo draws it. */
type Country = Extract<ReturnType<typeof feature>, { type: 'Feature' }>;

const height = 380;
/** Where a country's middle is not where its people are (overseas parts, the far north): longitude, latitude. */
const middles: Readonly<Record<string, readonly [number, number]>> = {
  fr: [2.5, 46.6],
  no: [9.5, 61.5],
  es: [-3.6, 40],
  pt: [-8, 39.6],
  nl: [5.5, 52.2],
  gb: [-1.6, 52.6],
  us: [-98, 39.5],
  ru: [38, 55.5],
  gr: [22.3, 39.2],
  hr: [16.2, 45.4],
  it: [12.3, 43],
  dk: [9.4, 56],
};

/** Europe with its neighbours, as long and as wide as counts of the field reach most often. */
const europe = { west: -12, east: 45, south: 33, north: 62 };

/**
 * Circles whose area is the count, each with its number, over a quiet map: Europe where at least two thirds of the
 * counted countries lie in it, the world otherwise. Borders are Natural Earth's (public domain), as drawn by
 * `world-atlas`; they take no side in a dispute.
 */
export function mapChart(counts: readonly CountryCount[], title: string): Chart {
  const known = counts.filter(({ value }) => value === null || value > 0);
  const inside = known.filter(({ country }) => isEuropean(country));
  const ofEurope = inside.length * 3 >= known.length * 2;
  const shown = ofEurope ? inside : known;
  const countries = ofEurope
    ? countriesOf(detailed as unknown as Atlas)
    : countriesOf(coarse as unknown as Atlas);
  const projection = ofEurope ? europeProjection() : worldProjection();
  const path = geoPath(projection).digits(1);
  const counted = new Set(shown.map(({ country }) => country));
  const outlines = countries.map(({ code, shape }) => {
    const drawn = path(shape);
    if (drawn === null) return '';
    return `<path d="${drawn}" fill="${counted.has(code) ? '#c3cfda' : land}" stroke="#ffffff" stroke-width="0.7"/>`;
  });
  const largest = Math.max(1, ...shown.map(({ value }) => value ?? 0));
  const circles = [...shown]
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.country < b.country ? -1 : 1))
    .map((one) => ({
      ...one,
      at: middleOf(one.country, countries, projection),
      radius: radiusOf(one, largest),
    }))
    .filter((one): one is Circle => one.at !== null);
  const names = namesOf(circles);
  const frame = `<rect x="0.5" y="0.5" width="${chartWidth - 1}" height="${height - 1}" fill="${sea}" stroke="#dfe5ea"/>`;
  return {
    svg: svg(height, [frame, ...outlines, ...circles.flatMap(circleOf), ...names]),
    alt: `${title}. ${counts.map(({ country, value }) => `${countryName(country)}: ${value === null ? 'not shown' : count(value)}`).join('; ')}.`,
  };
}

/** The English name of a country. */
export function countryName(country: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(country.toUpperCase()) ?? country;
  } catch {
    return country;
  }
}

interface Circle extends CountryCount {
  readonly at: readonly [number, number];
  readonly radius: number;
}

function radiusOf(one: CountryCount, largest: number): number {
  return one.value === null ? 6 : Math.max(8, 26 * Math.sqrt(one.value / largest));
}

function circleOf({ value, at, radius }: Circle): readonly string[] {
  const [x, y] = at;
  if (value === null) {
    return [
      `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="#ffffff" stroke="${blue}" stroke-dasharray="2 2"/>`,
    ];
  }
  const number = count(value);
  const size = radius >= 15 ? 13 : 11;
  const fits = number.length * size * 0.52 < radius * 2 - 2;
  return [
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${blue}" fill-opacity="0.88" stroke="#ffffff"/>`,
    fits
      ? text(x, y + size / 3, number, { anchor: 'middle', colour: '#ffffff', bold: true, size })
      : text(x + radius + 2, y + 4, number, { bold: true, size: 11, rim: true }),
  ];
}

const nameSize = 11;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names under, above or beside the circles, the largest first, left out where all would lie on something else. */
function namesOf(circles: readonly Circle[]): readonly string[] {
  const taken: Box[] = circles.map(({ at: [x, y], radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return circles.flatMap(({ country, at: [x, y], radius }) => {
    const name = countryName(country);
    const width = widthOf(name, nameSize) + 4;
    const place = [
      boxAt(x - width / 2, y + radius + 1, width),
      boxAt(x - width / 2, y - radius - 14, width),
      boxAt(x - radius - width - 2, y - 6, width),
      boxAt(x + radius + 2, y - 6, width),
    ].find((box) => isFree(box, taken));
    if (place === undefined) return [];
    taken.push(place);
    return [text(place.left + 2, place.top + 10, name, { size: nameSize, rim: true })];
  });
}

function boxAt(left: number, top: number, width: number): Box {
  return { left, right: left + width, top, bottom: top + 13 };
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  if (box.left < 2 || box.right > chartWidth - 2 || box.top < 2 || box.bottom > height - 2) return false;
  return taken.every(
    (other) =>
      other.right < box.left || other.left > box.right || other.bottom < box.top || other.top > box.bottom,
  );
}

interface Outline {
  readonly code: string;
  readonly shape: Country;
}

function countriesOf(atlas: Atlas): readonly Outline[] {
  const { countries } = atlas.objects;
  if (countries?.type !== 'GeometryCollection') throw new Error('The atlas has no countries');
  return feature(atlas, countries).features.map((shape) => ({ code: codeOf(shape), shape }));
}

/** The atlas has numeric codes, and none for Kosovo, which partners write as XK. */
function codeOf(shape: Country): string {
  if (shape.properties?.name === 'Kosovo') return 'xk';
  if (shape.id === undefined) return '';
  return parseCountry(String(shape.id).padStart(3, '0')).value ?? '';
}

function middleOf(
  country: string,
  countries: readonly Outline[],
  projection: GeoProjection,
): readonly [number, number] | null {
  const fixed = middles[country];
  if (fixed !== undefined) return projection([fixed[0], fixed[1]]);
  const shape = countries.find(({ code }) => code === country)?.shape;
  if (shape === undefined) return null;
  const [x, y] = geoPath(projection).centroid(shape);
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

const europeans: ReadonlySet<string> = new Set(
  (
    'ad al at ba be bg by ch cy cz de dk ee es fi fr gb ge gr hr hu ie is it li lt lu lv mc md me mk mt nl no pl pt ' +
    'ro rs se si sk sm tr ua va xk'
  ).split(' '),
);

function isEuropean(country: string): boolean {
  return europeans.has(country);
}

function europeProjection(): GeoProjection {
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [europe.west, europe.south],
      [europe.east, europe.south],
      [europe.west, europe.north],
      [europe.east, europe.north],
    ],
  };
  return geoConicConformal()
    .parallels([40, 60])
    .rotate([-15, 0])
    .fitExtent(
      [
        [0, 0],
        [chartWidth, height],
      ],
      corners,
    )
    .clipExtent([
      [0, 0],
      [chartWidth, height],
    ]);
}

function worldProjection(): GeoProjection {
  return geoNaturalEarth1().fitExtent(
    [
      [6, 6],
      [chartWidth - 6, height - 6],
    ],
    { type: 'Sphere' },
  );
}
