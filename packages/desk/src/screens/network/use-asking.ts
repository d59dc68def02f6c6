import { useCallback, useEffect, useRef, useState } from 'react';
import { askAround, askCommon, askPaths, type Found } from './ask-network.ts';
import { pathsWithin } from './paths-within.ts';
import { bringsTheSame } from './reopen.ts';
import type { NetworkStore } from './selection.ts';

/** What came of a question: a word for it, and how many. */
export interface Outcome {
  readonly what: 'came' | 'common' | 'paths' | 'noPath' | 'unsearched' | 'onPath';
  readonly count: number;
  readonly more: number;
  readonly leftOut: number;
}

export interface Asking {
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly outcome: Outcome | null;
  unfold(ids: Iterable<string>, only?: { readonly kinds?: readonly string[] }): void;
  common(ids: Iterable<string>): void;
  /** `isWithin`: only along what is shown. */
  paths(ends: readonly [from: string, to: string], isWithin: boolean): void;
  cancel(): void;
}

/** Asks the hub about the network, one question at a time, and takes in what it answers. */
export function useAsking(store: NetworkStore): Asking {
  const [state, setState] = useState<Pick<Asking, 'isBusy' | 'error' | 'outcome'>>(idle);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  const run = useCallback((work: (signal: AbortSignal) => Promise<Outcome>) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setState({ isBusy: true, error: null, outcome: null });
    work(controller.signal).then(
      (outcome) => {
        if (!controller.signal.aborted) setState({ isBusy: false, error: null, outcome });
      },
      (error: Error) => {
        if (!controller.signal.aborted) setState({ isBusy: false, error, outcome: null });
      },
    );
  }, []);
  const takeIn = (found: Found, unfolded: readonly string[] = []): number => {
    const { acts, document } = store.state();
    const fresh = found.ids.filter((id) => !document.members.has(id));
    acts.learn(found.content);
    if (fresh.length > 0) acts.show(found.ids, unfolded);
    return fresh.length;
  };
  return {
    ...state,
    unfold: (ids, only = {}) =>
      run(async (signal) => {
        const entities = [...ids];
        const found = await askAround({ document: store.state().document, signal }, { entities, ...only });
        const { more, leftOut } = found;
        const { filters } = store.state().document;
        const count = takeIn(found, bringsTheSame({ kinds: only.kinds, more, filters }) ? entities : []);
        return { what: 'came', count, more, leftOut };
      }),
    common: (ids) =>
      run(async (signal) => {
        const entities = [...ids];
        const found = await askCommon({ document: store.state().document, signal }, entities);
        takeIn(found);
        store.state().acts.select(found.ids);
        const { more, leftOut } = found;
        return { what: 'common', count: found.ids.length - entities.length, more, leftOut };
      }),
    paths: ([from, to], isWithin) =>
      run(async (signal) => {
        const { document, links, acts } = store.state();
        if (isWithin) {
          const on = pathsWithin(links, { from, to });
          if (on.size === 0) return { ...nothing, what: 'noPath' };
          acts.select(on);
          return { ...nothing, what: 'onPath', count: on.size };
        }
        const { content, ids, paths, searched } = await askPaths({ document, signal }, { from, to });
        if (paths.length === 0) return { ...nothing, what: searched ? 'noPath' : 'unsearched' };
        takeIn({ content, ids, more: 0, leftOut: 0 });
        acts.select(ids);
        return { ...nothing, what: 'paths', count: paths.length };
      }),
    cancel: () => {
      current.current?.abort();
      setState(idle);
    },
  };
}

const idle = { isBusy: false, error: null, outcome: null };
const nothing = { count: 0, more: 0, leftOut: 0 };
