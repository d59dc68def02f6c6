import type { NetworkState } from './selection.ts';

/** The place of the timeline of what is shown. */
export function TimelineView({ state }: { readonly state: NetworkState }) {
  return <output className="quiet">{state.nodes.length}</output>;
}
