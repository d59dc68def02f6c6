import type { NetworkNode, Place } from './network-content.ts';

/** Turning by it again and again leaves no gaps: the arrangement of seeds (Vogel 1979). */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** How far apart things stand. */
export const spacing = 10;

/** The `place`th of things that stand close together around a middle, the first one inmost. */
export function seedPlace(place: number, { x, y }: Place = { x: 0, y: 0 }): Place {
  const radius = spacing * Math.sqrt(place + 0.5);
  return { x: x + radius * Math.cos(place * goldenAngle), y: y + radius * Math.sin(place * goldenAngle) };
}

/** Places in which all things of a type stand together, each type apart from the others, largest first. */
export function arrangeByType(nodes: readonly NetworkNode[]): ReadonlyMap<string, Place> {
  const groups = new Map<string, NetworkNode[]>();
  for (const node of nodes) {
    const known = groups.get(node.type);
    if (known === undefined) groups.set(node.type, [node]);
    else known.push(node);
  }
  const ordered = [...groups.entries()].sort(
    ([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1),
  );
  const places = new Map<string, Place>();
  const radii = ordered.map(([, things]) => spacing * Math.sqrt(things.length) + 2 * spacing);
  const around = Math.max(
    (radii[0] ?? 0) + (radii[1] ?? 0),
    radii.slice(1).reduce((sum, radius) => sum + 2 * radius, 0) / (2 * Math.PI),
  );
  let angle = 0;
  ordered.forEach(([, things], group) => {
    const share = Math.asin(Math.min(1, (radii[group] ?? 0) / Math.max(around, 1)));
    if (group > 0) angle += share;
    const middle =
      group === 0 ? { x: 0, y: 0 } : { x: around * Math.cos(angle), y: around * Math.sin(angle) };
    if (group > 0) angle += share;
    const inmostFirst = things.toSorted(
      (one, other) => other.degree - one.degree || (one.id < other.id ? -1 : 1),
    );
    for (const [place, { id }] of inmostFirst.entries()) places.set(id, seedPlace(place, middle));
  });
  return places;
}
