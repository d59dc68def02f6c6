// In: places and how far the map is zoomed in. Out: the markers that do not cover each other.
// Invariant: every place is in one marker; the same places give the same markers, in whatever order they came.

import type { Position } from '../traced.ts';
import { mercator, worldSide } from './mercator.ts';
import type { Spot } from './spots.ts';

/** One place, or several that would cover each other. */
export interface Marker {
  readonly id: string;
  readonly at: Position;
  readonly spots: readonly Spot[];
  /** Ids, sorted; a thing that was at several of the places once. */
  readonly things: readonly string[];
}

/** How near two places may be before they are one marker, in pixels: a name is wider than it is high. */
const nearest = { across: 84, down: 46 };

/** Greedy: the most visited place takes in what is near it, then the most visited of the rest. */
export function clustersOf(spots: readonly Spot[], zoom: number): Marker[] {
  const cells = new Map<string, Spot[]>();
  const placed = new Map(spots.map((spot) => [spot.id, pixelsOf(spot.at, zoom)]));
  for (const spot of spots) {
    const cell = cellOf(placed.get(spot.id) ?? [0, 0]);
    cells.set(cell, [...(cells.get(cell) ?? []), spot]);
  }
  const taken = new Set<string>();
  const ordered = [...spots].sort(
    (one, other) => other.things.length - one.things.length || (one.id < other.id ? -1 : 1),
  );
  return ordered.flatMap((spot) => {
    if (taken.has(spot.id)) return [];
    const [x, y] = placed.get(spot.id) ?? [0, 0];
    const near = around([x, y])
      .flatMap((cell) => cells.get(cell) ?? [])
      .filter(({ id }) => {
        const [otherX, otherY] = placed.get(id) ?? [0, 0];
        return !taken.has(id) && Math.abs(otherX - x) < nearest.across && Math.abs(otherY - y) < nearest.down;
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    for (const { id } of near) taken.add(id);
    return [
      {
        id: spot.id,
        at: spot.at,
        spots: [spot, ...near.filter(({ id }) => id !== spot.id)],
        things: [...new Set(near.flatMap(({ things }) => things))].sort(),
      },
    ];
  });
}

/** The most visited place of a marker, and how many others it stands for. */
export function titleOf({ spots }: Pick<Marker, 'spots'>): string {
  const [first] = spots;
  return spots.length > 1 ? `${first?.title} +${spots.length - 1}` : (first?.title ?? '');
}

function pixelsOf(at: Position, zoom: number): readonly [number, number] {
  const [x, y] = mercator(at);
  const side = worldSide * 2 ** zoom;
  return [x * side, y * side];
}

function cellOf([x, y]: readonly [number, number]): string {
  return `${Math.floor(x / nearest.across)} ${Math.floor(y / nearest.down)}`;
}

function around([x, y]: readonly [number, number]): string[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((right) =>
    steps.map((down) => cellOf([x + right * nearest.across, y + down * nearest.down])),
  );
}
