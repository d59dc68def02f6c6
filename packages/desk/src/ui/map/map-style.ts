import type { StyleSpecification } from 'maplibre-gl';
import type { Movement } from './spots.ts';

/** Colours as the style sheet has them, light or dark. */
export interface MapColours {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly quiet: string;
  readonly way: string;
  readonly chosenWay: string;
}

export const movementSource = 'movements';
/** The two signs of direction, drawn by the page. */
export const arrows = { way: 'arrow', chosenWay: 'arrow-chosen' } as const;

interface StyleParts {
  readonly colours: MapColours;
  readonly land: GeoJSON.FeatureCollection;
  readonly titles: GeoJSON.FeatureCollection;
  /** A font family of the page: letters are drawn by the browser, no server is asked for them. */
  readonly font: string;
}

/** Land, borders, names of countries, and the ways between places: solid where chosen, broken else. */
export function mapStyle({ colours, land, titles, font }: StyleParts): StyleSpecification {
  const isChosen = ['==', ['get', 'isChosen'], true] as const;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, tolerance: 0.2 },
      titles: { type: 'geojson', data: titles },
      [movementSource]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        paint: { 'fill-color': colours.land, 'fill-antialias': false },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'land',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colours.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.2],
        },
      },
      {
        id: 'titles',
        type: 'symbol',
        source: 'titles',
        minzoom: 2,
        layout: {
          'text-field': ['upcase', ['get', 'title']],
          'text-letter-spacing': 0.12,
          'text-font': [font],
          'text-size': ['interpolate', ['linear'], ['zoom'], 2, 9, 6, 12],
          'text-max-width': 7,
          'text-padding': 8,
          'symbol-sort-key': ['-', ['get', 'size']],
        },
        paint: { 'text-color': colours.quiet, 'text-halo-color': colours.land, 'text-halo-width': 1 },
      },
      {
        id: 'ways',
        type: 'line',
        source: movementSource,
        filter: ['!', isChosen],
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': colours.way,
          'line-width': ['get', 'width'],
          'line-offset': ['get', 'offset'],
          'line-dasharray': [3, 2],
          'line-opacity': ['get', 'opacity'],
        },
      },
      {
        id: 'chosen-ways',
        type: 'line',
        source: movementSource,
        filter: isChosen,
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': colours.chosenWay,
          'line-width': ['+', 1, ['get', 'width']],
          'line-offset': ['get', 'offset'],
        },
      },
      {
        id: 'directions',
        type: 'symbol',
        source: movementSource,
        filter: ['==', ['get', 'isDirected'], true],
        layout: {
          'symbol-placement': 'line-center',
          'icon-image': ['case', isChosen, arrows.chosenWay, arrows.way],
          'icon-offset': ['get', 'iconOffset'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
        paint: { 'icon-opacity': ['get', 'opacity'] },
      },
    ],
  } as unknown as StyleSpecification;
}

/** More lines than this nobody tells apart. */
export const mostWays = 1500;

/** The most travelled ways as features; there and back lie side by side. */
export function movementFeatures(
  movements: readonly Movement[],
  chosen: ReadonlySet<string>,
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: movements.slice(0, mostWays).map(({ from, to, things, isDirected }) => {
      const offset = isDirected ? 3 : 0;
      const isChosen = things.some((id) => chosen.has(id));
      return {
        type: 'Feature',
        properties: {
          isDirected,
          isChosen,
          width: Math.min(4, 1 + Math.log2(things.length) / 2),
          opacity: isChosen || chosen.size === 0 ? 0.85 : 0.3,
          offset,
          iconOffset: [0, offset],
        },
        geometry: {
          type: 'LineString',
          coordinates: [from, to].map(({ at }) => [at.longitude, at.latitude]),
        },
      };
    }),
  };
}
