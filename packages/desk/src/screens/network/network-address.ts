// In: a network as somebody left it. Out: what the address says of it, and the other way round, so that a link shows the
// same to whoever may see it. Invariant: ids, kinds and places alone; what is written about things stays with who wrote it.

import { askedFilters, filtersFrom } from './asked-filters.ts';
import { type NetworkFilters, noFilters, type Place } from './network-content.ts';
import type { Colouring, NetworkDocument } from './network-document.ts';
import { toFineness } from './saved-document.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** Parts of a network that an address tells. */
export interface AddressedNetwork {
  /** Around which things everything was asked for, beside the one that the address is of. */
  readonly unfolded: readonly string[];
  readonly filters: NetworkFilters;
  /** Where the pinned things stand; the others are laid out around them. */
  readonly pinned: ReadonlyMap<string, Place>;
  readonly colouring: Colouring;
  readonly folded: readonly string[];
  readonly takenOut: readonly string[];
}

const mostUnfolded = 50;
/** An address of more is longer than what passes letters and chats whole: such a network is one to be saved. */
const mostPinned = 100;
const mostTakenOut = 100;

const colourings: readonly Colouring[] = ['type', 'community', 'broker'];

export function networkQuery(document: NetworkDocument, center: string): Query {
  const { unfolded, filters, pinned, places, colouring, folded, takenOut } = document;
  const said = JSON.stringify(askedFilters(filters));
  return {
    open: [...unfolded].filter((id) => id !== center).join(','),
    filters: said === JSON.stringify(askedFilters(noFilters)) ? undefined : said,
    pins: pinned.size > mostPinned ? undefined : pinsText([...pinned].sort(), places),
    colour: colouring === 'type' ? undefined : colouring,
    group: [...folded].sort().join(','),
    without: takenOut.size > mostTakenOut ? undefined : [...takenOut].sort().join(','),
  };
}

/** What an address says of a network; what cannot be read is left out. */
export function addressedNetwork(query: Query): AddressedNetwork {
  return {
    unfolded: idsFrom(query.open, mostUnfolded),
    filters: filtersFromText(query.filters),
    pinned: pinsFrom(query.pins ?? ''),
    colouring: colourings.find((each) => each === query.colour) ?? 'type',
    folded: listed(query.group).filter((type) => isType.test(type)),
    takenOut: idsFrom(query.without, mostTakenOut),
  };
}

const isId = /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{16}$/;
const isType = /^[a-z]+(?:-[a-z]+)*$/;
const isNumber = /^-?\d{1,7}(?:\.\d)?$/;

/** The ids that an address lists, so many at most. */
export function idsFrom(text: string | undefined, most: number): readonly string[] {
  return listed(text)
    .filter((id) => isId.test(id))
    .slice(0, most);
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '').split(',');
}

/** `id_x_y` for each, with `*` between: signs that an address carries as they are. */
function pinsText(ids: readonly string[], places: ReadonlyMap<string, Place>): string {
  return ids
    .flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [`${id}_${toFineness(place.x)}_${toFineness(place.y)}`];
    })
    .join('*');
}

function pinsFrom(text: string): ReadonlyMap<string, Place> {
  const pins = new Map<string, Place>();
  for (const pin of text.split('*').slice(0, mostPinned)) {
    const [id = '', x = '', y = '', ...more] = pin.split('_');
    if (isId.test(id) && isNumber.test(x) && isNumber.test(y) && more.length === 0)
      pins.set(id, { x: Number(x), y: Number(y) });
  }
  return pins;
}

function filtersFromText(text: string | undefined): NetworkFilters {
  try {
    return filtersFrom(JSON.parse(text ?? '{}'));
  } catch {
    return noFilters;
  }
}
