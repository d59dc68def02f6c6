import { useEffect, useState } from 'react';
import { type Measured, mostForBrokers } from './measure-network.ts';
import type { NetworkState } from './selection.ts';

/** A number for each thing that has one: that of its community, or its rank as a broker. */
export type Numbers = ReadonlyMap<string, number>;

export interface Measuring {
  readonly numbers: Numbers;
  readonly isBusy: boolean;
  /** There is more than brokers can be found in. */
  readonly isTooLarge: boolean;
}

const none: Numbers = new Map();

/** Communities or brokers of what is shown, where that is what the colours say; found beside the page. */
export function useMeasured({ nodes, links, document }: NetworkState): Measuring {
  const what = document.colouring;
  const [numbers, setNumbers] = useState<Numbers>(none);
  const [isBusy, setBusy] = useState(false);
  const isTooLarge = what === 'broker' && nodes.length > mostForBrokers;
  useEffect(() => {
    setNumbers(none);
    if (what === 'type' || isTooLarge) return undefined;
    setBusy(true);
    const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Measured>) => {
      setNumbers(new Map(data));
      setBusy(false);
    };
    const ids = nodes.map(({ id }) => id);
    const places = new Map(ids.map((id, place) => [id, place]));
    worker.postMessage({
      what,
      ids,
      links: links.map(({ source, target }) => [places.get(source) ?? 0, places.get(target) ?? 0]),
    });
    return () => {
      worker.terminate();
      setBusy(false);
    };
  }, [what, nodes, links, isTooLarge]);
  return { numbers, isBusy, isTooLarge };
}
