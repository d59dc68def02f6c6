import { useEffect, useMemo, useRef, useState } from 'react';
import { type DrawnNetwork, groupType, placeOf } from './folded-network.ts';
import { beginLayout, firstPlaces, type Places } from './layout.ts';
import type { Place } from './network-content.ts';
import type { NetworkState } from './selection.ts';

export interface Layout {
  /** Where everything that is drawn stands now. */
  readonly places: Places;
  /** From 0 to 1 while it runs; null otherwise. */
  readonly share: number | null;
  /** Finds new places for everything that is not pinned. */
  begin(): void;
  /** Ends it; what it found until now stays. */
  cancel(): void;
}

/** So few things are found again after they have moved a little. */
const fewEnough = 100;

/** Finds places beside the page: for what comes anew by itself, for everything when asked. */
export function useLayout(state: NetworkState, drawn: DrawnNetwork): Layout {
  const { document, acts } = state;
  const [moving, setMoving] = useState<{ readonly places: Places; readonly share: number } | null>(null);
  const end = useRef<(() => void) | null>(null);
  const settled = useMemo(() => knownPlaces(drawn, document.places), [drawn, document.places]);
  const start = useMemo(() => firstPlaces(drawn, settled), [drawn, settled]);
  const latest = useRef<Places | null>(null);
  const stop = () => {
    end.current?.();
    end.current = null;
    latest.current = null;
    setMoving(null);
  };
  const run = (fixed: ReadonlySet<string>, keep: (places: Places) => void) => {
    end.current?.();
    setMoving({ places: start, share: 0 });
    end.current = beginLayout({
      network: drawn,
      places: start,
      pinned: fixed,
      onPlaces: (places, share) => {
        latest.current = places;
        if (share < 1) {
          setMoving({ places, share });
          return;
        }
        stop();
        keep(places);
      },
    });
  };
  // What has no place yet gets one. In a large network what has one stays, so that nobody has to look for it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other changes than of what is drawn move nothing
  useEffect(() => {
    if (drawn.nodes.length === 0 || settled.size === drawn.nodes.length) return undefined;
    const fixed = settled.size < fewEnough ? document.pinned : new Set(settled.keys());
    run(fixed, (places) => acts.settle(thingPlaces(drawn, places)));
    return stop;
  }, [drawn]);
  return {
    places: moving?.places ?? start,
    share: moving?.share ?? null,
    begin: () => run(document.pinned, (places) => acts.layOut(thingPlaces(drawn, places))),
    cancel: () => {
      const found = latest.current;
      stop();
      if (found !== null) acts.settle(thingPlaces(drawn, found));
    },
  };
}

/** Where the nodes of the picture stand by what was settled. */
function knownPlaces(drawn: DrawnNetwork, places: Places): Places {
  const known = new Map<string, Place>();
  for (const node of drawn.nodes) {
    const place = placeOf(node, places);
    if (place !== undefined) known.set(node.id, place);
  }
  return known;
}

/** Places of things: those of a group that stood nowhere stand where it does. */
function* thingPlaces(drawn: DrawnNetwork, places: Places): Iterable<readonly [string, Place]> {
  for (const { id, things } of drawn.nodes) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (groupType(id) === undefined) yield [id, place];
    else for (const thing of things) yield [thing.id, place];
  }
}
