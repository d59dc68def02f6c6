// The one state that picture, map, timeline, table and list share. Each shows what it holds and tells it what somebody
// does; none keeps a state of its own. No picture and no request in here.

import { useSyncExternalStore } from 'react';
import type { NetworkContent, NetworkFilters, NetworkLink, NetworkNode, Place } from './network-content.ts';
import {
  type Colouring,
  emptyDocument,
  type NetworkDocument,
  withFilters,
  withFolded,
  withMembers,
  withNote,
  withoutMembers,
  withPinned,
  withPlaces,
} from './network-document.ts';
import { heldNetwork, type KnownNetwork, shownNetwork } from './shown-network.ts';

/** What can be undone, each under a word of its own. */
export type ActName =
  | 'show'
  | 'remove'
  | 'filter'
  | 'move'
  | 'layOut'
  | 'pin'
  | 'unpin'
  | 'note'
  | 'colour'
  | 'fold'
  | 'unfold';

/** What every view of a network is given. */
export interface NetworkState {
  /** What is shown: in the network, and let through. In the order of ids. */
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  /** What is in the network before the filters: what a filter offers is chosen from here. */
  readonly held: NetworkContent;
  readonly filters: NetworkFilters;
  /** Things that are chosen, and shown. */
  readonly selected: ReadonlySet<string>;
  /** The thing under the pointer or the keyboard's focus, in whichever view. */
  readonly hovered: string | null;
  readonly document: NetworkDocument;
  /** What undoing and doing again would concern; null where there is nothing. */
  readonly undoing: ActName | null;
  readonly redoing: ActName | null;
  readonly acts: NetworkActs;
}

/** What can be done. All but choosing, hovering, learning and settling can be undone. */
export interface NetworkActs {
  /** Chooses these and nothing else. */
  select(ids: Iterable<string>): void;
  /** Chooses one more, or lets it go. */
  toggle(id: string): void;
  hover(id: string | null): void;
  filter(change: Partial<NetworkFilters>): void;
  /** Takes in what the hub told, without showing it. */
  learn(content: NetworkContent): void;
  /** `unfolded`: things around which these were found. */
  show(ids: Iterable<string>, unfolded?: Iterable<string>): void;
  remove(ids: Iterable<string>): void;
  move(places: Iterable<readonly [string, Place]>): void;
  layOut(places: Iterable<readonly [string, Place]>): void;
  /** Places that came of an act before: undoing that act undoes them. */
  settle(places: Iterable<readonly [string, Place]>): void;
  pin(ids: Iterable<string>, isPinned: boolean): void;
  note(id: string, text: string): void;
  colour(by: Colouring): void;
  fold(types: Iterable<string>, isFolded: boolean): void;
  undo(): void;
  redo(): void;
  /** Another network in place of this one; nothing of this one can be undone. */
  open(document: NetworkDocument, content: NetworkContent): void;
}

export interface NetworkStore {
  state(): NetworkState;
  subscribe(changed: () => void): () => void;
}

interface Past {
  readonly act: ActName;
  readonly document: NetworkDocument;
}

/** Acts that can be undone at most. */
const mostUndone = 200;

export function createNetworkStore(): NetworkStore {
  const listeners = new Set<() => void>();
  let known: KnownNetwork = { nodes: new Map(), links: new Map() };
  let document = emptyDocument;
  let past: readonly Past[] = [];
  let future: readonly Past[] = [];
  let selected: ReadonlySet<string> = new Set();
  let hovered: string | null = null;
  let held = heldNetwork(known, document);
  let shown = shownNetwork(held, document);
  let state: NetworkState;

  const tell = () => {
    state = describe();
    for (const listener of listeners) listener();
  };
  /** Takes another document, or other knowledge, and works out what that shows. */
  const take = (next: NetworkDocument, isKnownAnew = false) => {
    const isHeldAnew = isKnownAnew || next.members !== document.members;
    const isShownAnew = isHeldAnew || next.filters !== document.filters || next.pinned !== document.pinned;
    document = next;
    if (isHeldAnew) held = heldNetwork(known, document);
    if (isShownAnew) {
      shown = shownNetwork(held, document);
      const ids = new Set(shown.nodes.map(({ id }) => id));
      selected = new Set([...selected].filter((id) => ids.has(id)));
      if (hovered !== null && !ids.has(hovered)) hovered = null;
    }
    tell();
  };
  const act = (name: ActName, next: NetworkDocument) => {
    past = [...past, { act: name, document }].slice(-mostUndone);
    future = [];
    take(next);
  };
  const learn = ({ nodes, links }: NetworkContent) => {
    const next = { nodes: new Map(known.nodes), links: new Map(known.links) };
    for (const node of nodes) next.nodes.set(node.id, node);
    for (const link of links) next.links.set(link.id, link);
    known = next;
  };

  const acts: NetworkActs = {
    select: (ids) => {
      selected = new Set(ids);
      tell();
    },
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      acts.select(next);
    },
    hover: (id) => {
      if (id === hovered) return;
      hovered = id;
      tell();
    },
    filter: (change) => act('filter', withFilters(document, change)),
    learn: (content) => {
      learn(content);
      take(document, true);
    },
    show: (ids, unfolded) => act('show', withMembers(document, ids, unfolded)),
    remove: (ids) => act('remove', withoutMembers(document, ids)),
    move: (places) => act('move', withPlaces(document, places)),
    layOut: (places) => act('layOut', withPlaces(document, places)),
    settle: (places) => take(withPlaces(document, places)),
    pin: (ids, isPinned) => act(isPinned ? 'pin' : 'unpin', withPinned(document, { ids, isPinned })),
    note: (id, text) => act('note', withNote(document, id, text)),
    colour: (colouring) => act('colour', { ...document, colouring }),
    fold: (types, isFolded) => act(isFolded ? 'fold' : 'unfold', withFolded(document, { types, isFolded })),
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return;
      past = past.slice(0, -1);
      future = [...future, { act: last.act, document }];
      take(last.document);
    },
    redo: () => {
      const next = future.at(-1);
      if (next === undefined) return;
      future = future.slice(0, -1);
      past = [...past, { act: next.act, document }];
      take(next.document);
    },
    open: (opened, content) => {
      known = { nodes: new Map(), links: new Map() };
      learn(content);
      past = [];
      future = [];
      selected = new Set();
      take(opened, true);
    },
  };
  const describe = (): NetworkState => ({
    nodes: shown.nodes,
    links: shown.links,
    held,
    filters: document.filters,
    selected,
    hovered,
    document,
    undoing: past.at(-1)?.act ?? null,
    redoing: future.at(-1)?.act ?? null,
    acts,
  });
  state = describe();
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The state as it is now, and again whenever it changes. */
export function useNetworkState(store: NetworkStore): NetworkState {
  return useSyncExternalStore(store.subscribe, store.state);
}
