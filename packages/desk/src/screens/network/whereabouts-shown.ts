import { useMemo } from 'react';
import { type TracedAnswer, useWhereabouts } from '../../api/use-whereabouts.ts';
import type { TimeSpan, Traced } from '../../ui/traced.ts';
import type { NetworkNode } from './network-content.ts';
import type { NetworkState } from './selection.ts';
import { shownNetwork } from './shown-network.ts';

/** Where and when all of a network was: asked for once, whatever is let through now. */
export function useHeldWhereabouts({ held }: NetworkState): TracedAnswer {
  const ids = useMemo(() => held.nodes.map(({ id }) => id), [held.nodes]);
  return useWhereabouts(ids);
}

/** Those of the things that are shown. */
export function tracedOf(things: readonly Traced[], nodes: readonly NetworkNode[]): readonly Traced[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return things.filter(({ id }) => ids.has(id));
}

/** What would be shown of all times: a timeline shows what lies out of the time that it lets through. */
export function nodesOfAllTime({ held, document }: NetworkState): readonly NetworkNode[] {
  const filters = { ...document.filters, from: null, until: null };
  return shownNetwork(held, { ...document, filters }).nodes;
}

export function spanOf({ filters }: NetworkState): TimeSpan {
  return { from: filters.from, until: filters.until };
}

/** Chooses things in a view that is no picture. */
export function chooseIn({
  acts,
  selected,
}: NetworkState): (ids: readonly string[], isAdded: boolean) => void {
  return (ids, isAdded) => acts.select(isAdded ? [...selected, ...ids] : ids);
}
