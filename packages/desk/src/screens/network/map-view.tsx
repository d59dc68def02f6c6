import type { NetworkState } from './selection.ts';

/** The place of the map of what is shown. */
export function MapView({ state }: { readonly state: NetworkState }) {
  return <output className="quiet">{state.nodes.length}</output>;
}
