import type { Position } from '../traced.ts';

/** The side of the whole world at zoom 0, in pixels of the screen: as MapLibre has it. */
export const worldSide = 512;

/** Web Mercator (EPSG:3857): the whole world from 0 to 1, to the right and down. */
export function mercator({ longitude, latitude }: Position): readonly [x: number, y: number] {
  const radians = (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180;
  return [(longitude + 180) / 360, (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) / 2];
}
