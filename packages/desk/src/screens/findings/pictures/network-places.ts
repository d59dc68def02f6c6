// In: nodes in groups. Out: where each stands in a picture that is 100 wide and high about the middle.
// Invariant: the same nodes stand in the same places, whatever else is on the page.

import type { PictureOf } from '@clew/model/finding-picture.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface GroupSpot extends Spot {
  readonly radius: number;
}

export interface NetworkPlaces {
  readonly nodes: readonly Spot[];
  readonly groups: readonly GroupSpot[];
}

const ring = 33;
/** The angle by which the seeds of a sunflower follow one another: they fill a disc evenly. */
const golden = Math.PI * (3 - Math.sqrt(5));

/** Groups on a ring around the nodes of no group; the nodes of a group fill its disc. */
export function networkPlaces({ groups, nodes }: PictureOf<'network'>): NetworkPlaces {
  const room = groups.length < 2 ? 14 : ring * Math.sin(Math.PI / groups.length) - 1;
  const most = Math.max(1, ...groups.map((_group, index) => nodesOf(nodes, index)));
  const discs = groups.map((_group, index): GroupSpot => {
    const angle = (2 * Math.PI * index) / groups.length - Math.PI / 2 + Math.PI / Math.max(2, groups.length);
    const radius = Math.min(14, room) * Math.max(0.45, Math.sqrt(nodesOf(nodes, index) / most));
    return { x: ring * Math.cos(angle), y: ring * Math.sin(angle), radius };
  });
  const middle: GroupSpot = { x: 0, y: 0, radius: 6 };
  const seen = new Map<number | null, number>();
  const spots = nodes.map(({ group }): Spot => {
    const place = seen.get(group) ?? 0;
    seen.set(group, place + 1);
    const disc = (group === null ? undefined : discs[group]) ?? middle;
    const all = nodes.filter((node) => node.group === group).length;
    const away = all < 2 ? 0 : 0.8 * disc.radius * Math.sqrt((place + 0.5) / all);
    return { x: disc.x + away * Math.cos(place * golden), y: disc.y + away * Math.sin(place * golden) };
  });
  return { nodes: spots, groups: discs };
}

function nodesOf(nodes: PictureOf<'network'>['nodes'], group: number): number {
  return nodes.filter((node) => node.group === group).length;
}
