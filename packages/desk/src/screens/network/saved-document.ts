// In: a network as somebody left it. Out: what is kept of it, and the other way round. Ids and places, no content.

import type { AnswerOf, AskedOf } from '../../api/contract.ts';
import { askedFilters, filtersFrom } from './asked-filters.ts';
import { emptyDocument, type NetworkDocument } from './network-document.ts';

type ToSave = AskedOf<'saveNetworkView'>['body']['document'];
type Saved = AnswerOf<'readNetworkView'>['document'];

/** Places to a tenth of a node's breadth: nobody sees finer, and thousands of them are kept. */
const fineness = 10;

export function toFineness(place: number): number {
  return Math.round(place * fineness) / fineness;
}

export function toSave(document: NetworkDocument): ToSave {
  const members = [...document.members].sort();
  const at = (axis: 'x' | 'y') => members.map((id) => toFineness(document.places.get(id)?.[axis] ?? 0));
  return {
    members,
    x: at('x'),
    y: at('y'),
    pinned: [...document.pinned].sort(),
    notes: [...document.notes].map(([entity, text]) => ({ entity, text })),
    filters: askedFilters(document.filters),
    colouring: document.colouring,
    folded: [...document.folded].sort(),
  };
}

export function fromSaved(saved: Saved): NetworkDocument {
  return {
    ...emptyDocument,
    members: new Set(saved.members),
    places: new Map(
      saved.members.map((id, place) => [id, { x: saved.x[place] ?? 0, y: saved.y[place] ?? 0 }]),
    ),
    pinned: new Set(saved.pinned),
    notes: new Map(saved.notes.map(({ entity, text }) => [entity, text])),
    filters: filtersFrom(saved.filters),
    colouring: saved.colouring,
    folded: new Set(saved.folded),
  };
}
