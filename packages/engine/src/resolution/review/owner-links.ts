// Who would learn of whom: owners that hold the same thing on a ground that they share.

/** One owner's hold on a thing: on which ground, and whether others may be told of it. */
export interface Hold {
  readonly owner: number;
  readonly ground: number;
  readonly tells: boolean;
}

/** The pairs of owners (as one number each) of whom at least one is told that the other holds the same. */
export function ownerLinks(holds: Iterable<Hold>, owners: number): Set<number> {
  const byGround = new Map<number, Map<number, boolean>>();
  for (const { owner, ground, tells } of holds) {
    const on = byGround.get(ground) ?? new Map<number, boolean>();
    on.set(owner, (on.get(owner) ?? false) || tells);
    byGround.set(ground, on);
  }
  const links = new Set<number>();
  for (const on of byGround.values()) {
    const all = [...on];
    for (const [index, [one, oneTells]] of all.entries()) {
      for (const [other, otherTells] of all.slice(index + 1)) {
        if (oneTells || otherTells) links.add(Math.min(one, other) * owners + Math.max(one, other));
      }
    }
  }
  return links;
}

/** How many links two sides have together and neither has by itself. */
export function linksBetween(one: readonly Hold[], other: readonly Hold[], owners: number): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [own, theirs] = [ownerLinks(one, owners), ownerLinks(other, owners)];
  let count = 0;
  for (const link of ownerLinks([...one, ...other], owners)) if (!own.has(link) && !theirs.has(link)) count++;
  return count;
}
