// What somebody made of a network: which things are in it, where, what is let through. Kept as a value, so that every
// act gives another one and undoing an act is going back to the one before.

import { type NetworkFilters, noFilters, type Place } from './network-content.ts';

/** By what the nodes are coloured; a sign or word always says the same. */
export type Colouring = 'type' | 'community' | 'broker';

export interface NetworkDocument {
  /** The things in the network, whether a filter lets them through or not. */
  readonly members: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, Place>;
  /** Things that no layout moves and no limit on links hides. */
  readonly pinned: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly filters: NetworkFilters;
  readonly colouring: Colouring;
  /** Types of which the picture shows all things as one. */
  readonly folded: ReadonlySet<string>;
  /** Things around which everything was asked for, be they still there or not. */
  readonly unfolded: ReadonlySet<string>;
  /** Things that no unfolding alone brings: found by a path, in common, by one kind of link or while a filter held. */
  readonly broughtIn: ReadonlySet<string>;
  /** Things that were there and were taken out. */
  readonly takenOut: ReadonlySet<string>;
}

export const emptyDocument: NetworkDocument = {
  members: new Set(),
  places: new Map(),
  pinned: new Set(),
  notes: new Map(),
  filters: noFilters,
  colouring: 'type',
  folded: new Set(),
  unfolded: new Set(),
  broughtIn: new Set(),
  takenOut: new Set(),
};

/** With more things; `unfolded`: those around which all of them were found. Without, they were brought in. */
export function withMembers(
  document: NetworkDocument,
  ids: Iterable<string>,
  unfolded: Iterable<string> = [],
): NetworkDocument {
  const come = new Set(ids);
  const around = [...unfolded];
  const fresh = [...come].filter((id) => !document.members.has(id));
  return {
    ...document,
    members: new Set([...document.members, ...come]),
    takenOut: without(document.takenOut, come),
    unfolded: new Set([...document.unfolded, ...around]),
    broughtIn:
      around.length > 0 ? without(document.broughtIn, come) : new Set([...document.broughtIn, ...fresh]),
  };
}

/** A network as it begins: nothing of it was brought in. */
export function begunWith(ids: Iterable<string>, unfolded: Iterable<string> = []): NetworkDocument {
  return { ...emptyDocument, members: new Set(ids), unfolded: new Set(unfolded) };
}

/** Without some things, and without what was said and set about them. */
export function withoutMembers(document: NetworkDocument, ids: Iterable<string>): NetworkDocument {
  const gone = new Set(ids);
  const keptIn = <V>(all: ReadonlyMap<string, V>) => new Map([...all].filter(([id]) => !gone.has(id)));
  return {
    ...document,
    members: without(document.members, gone),
    pinned: without(document.pinned, gone),
    broughtIn: without(document.broughtIn, gone),
    takenOut: new Set([...document.takenOut, ...gone]),
    places: keptIn(document.places),
    notes: keptIn(document.notes),
  };
}

export function withPlaces(
  document: NetworkDocument,
  places: Iterable<readonly [string, Place]>,
): NetworkDocument {
  return { ...document, places: new Map([...document.places, ...places]) };
}

export function withPinned(
  document: NetworkDocument,
  { ids, isPinned }: { readonly ids: Iterable<string>; readonly isPinned: boolean },
): NetworkDocument {
  return { ...document, pinned: changed(document.pinned, ids, isPinned) };
}

export function withFolded(
  document: NetworkDocument,
  { types, isFolded }: { readonly types: Iterable<string>; readonly isFolded: boolean },
): NetworkDocument {
  return { ...document, folded: changed(document.folded, types, isFolded) };
}

/** An empty note is none. */
export function withNote(document: NetworkDocument, id: string, text: string): NetworkDocument {
  const notes = new Map(document.notes);
  if (text.trim() === '') notes.delete(id);
  else notes.set(id, text.trim());
  return { ...document, notes };
}

export function withFilters(document: NetworkDocument, change: Partial<NetworkFilters>): NetworkDocument {
  return { ...document, filters: { ...document.filters, ...change } };
}

function without(all: ReadonlySet<string>, gone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((id) => !gone.has(id)));
}

function changed(all: ReadonlySet<string>, some: Iterable<string>, isIn: boolean): ReadonlySet<string> {
  const next = new Set(all);
  for (const each of some) {
    if (isIn) next.add(each);
    else next.delete(each);
  }
  return next;
}
