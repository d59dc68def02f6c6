import { useSyncExternalStore } from 'react';
import { type Address, addressFrom, addressText } from './address.ts';

/** Where somebody is now. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  return addressFrom(hash);
}

/** Goes somewhere. With `replace`, the way back leads past where one is now. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (!replace) {
    window.location.hash = to;
    return;
  }
  window.history.replaceState(null, '', to);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Changes parts of what the screen shows, and nothing else of the address. */
export function show(change: Readonly<Record<string, string | undefined>>): void {
  const { path, query } = addressFrom(window.location.hash);
  go(addressText(path, { ...query, ...change }), { replace: true });
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
