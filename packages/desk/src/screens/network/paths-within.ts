// In: links that are shown, and two things. Out: every thing on a shortest path between them, both ends included.

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Empty where no path leads from one to the other. Breadth first; links are followed both ways. */
export function pathsWithin(
  links: readonly Ends[],
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlySet<string> {
  const near = neighbours(links);
  const depth = depthsFrom(near, from);
  const on = new Set<string>();
  if (!depth.has(to)) return on;
  const waiting = [to];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (on.has(id)) continue;
    on.add(id);
    const before = (depth.get(id) ?? 0) - 1;
    waiting.push(...(near.get(id) ?? []).filter((each) => depth.get(each) === before));
  }
  return on;
}

/** What each thing is linked to. */
export function neighbours(links: readonly Ends[]): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const known = near.get(one);
    if (known === undefined) near.set(one, [other]);
    else known.push(other);
  };
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return near;
}

function depthsFrom(near: ReadonlyMap<string, readonly string[]>, from: string): ReadonlyMap<string, number> {
  const depth = new Map([[from, 0]]);
  let edge = [from];
  for (let step = 1; edge.length > 0; step++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const other of near.get(id) ?? []) {
        if (depth.has(other)) continue;
        depth.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return depth;
}
