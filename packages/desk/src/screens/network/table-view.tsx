import type { NetworkState } from './selection.ts';

/** The place of the table of what is shown. */
export function TableView({ state }: { readonly state: NetworkState }) {
  return <output className="quiet">{state.nodes.length}</output>;
}
