// In: a network as somebody left it. Out: what the address says of it, and the other way round, so that a link shows the
// same to whoever may see it; what is too much for an address is counted. Invariant: ids, kinds and places alone; what is
// written about things stays with who wrote it.

import { askedFilters, filtersFrom } from './asked-filters.ts';
import { type NetworkFilters, noFilters, type Place } from './network-content.ts';
import type { Colouring, NetworkDocument } from './network-document.ts';
import { toFineness } from './saved-document.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** Parts of a network that an address tells. */
export interface AddressedNetwork {
  /** Around which things everything was asked for, beside the one that the address is of. */
  readonly unfolded: readonly string[];
  /** Things that no unfolding brings. */
  readonly broughtIn: readonly string[];
  readonly filters: NetworkFilters;
  /** Where the pinned things stand; the others are laid out around them. */
  readonly pinned: ReadonlyMap<string, Place>;
  readonly colouring: Colouring;
  readonly folded: readonly string[];
  readonly takenOut: readonly string[];
}

/** An address of more is longer than what passes letters and chats whole: such a network is one to be saved. */
const most = { unfolded: 50, broughtIn: 100, pinned: 100, takenOut: 100 } as const;

/** Of what an address may have to leave something out. */
export type Listed = keyof typeof most;

const colourings: readonly Colouring[] = ['type', 'community', 'broker'];

/** What an address says of a network that begins around some things: none of them is said to be unfolded. */
export function networkQuery(document: NetworkDocument, begun: readonly string[]): Query {
  const { unfolded, broughtIn, filters, pinned, places, colouring, folded, takenOut } = document;
  const said = JSON.stringify(askedFilters(filters));
  const around = [...unfolded].filter((id) => !begun.includes(id));
  return {
    open: around.length > most.unfolded ? undefined : around.join(','),
    with: idsText(broughtIn, most.broughtIn),
    filters: said === JSON.stringify(askedFilters(noFilters)) ? undefined : said,
    pins: pinned.size > most.pinned ? undefined : pinsText([...pinned].sort(), places),
    colour: colouring === 'type' ? undefined : colouring,
    group: [...folded].sort().join(','),
    without: idsText(takenOut, most.takenOut),
  };
}

/** What the address of a network must leave out, and how many of each; empty: a link shows the same. */
export function leftOutOf(
  { unfolded, broughtIn, pinned, takenOut }: NetworkDocument,
  begun: readonly string[],
): readonly { readonly what: Listed; readonly count: number }[] {
  const counts: Readonly<Record<Listed, number>> = {
    unfolded: unfolded.size - begun.filter((id) => unfolded.has(id)).length,
    broughtIn: broughtIn.size,
    pinned: pinned.size,
    takenOut: takenOut.size,
  };
  return (Object.keys(counts) as Listed[]).flatMap((what) =>
    counts[what] > most[what] ? [{ what, count: counts[what] }] : [],
  );
}

/** All or none: half of them would look like a whole. */
function idsText(ids: ReadonlySet<string>, limit: number): string | undefined {
  return ids.size > limit ? undefined : [...ids].sort().join(',');
}

/** What an address says of a network; what cannot be read is left out. */
export function addressedNetwork(query: Query): AddressedNetwork {
  return {
    unfolded: idsFrom(query.open, most.unfolded),
    broughtIn: idsFrom(query.with, most.broughtIn),
    filters: filtersFromText(query.filters),
    pinned: pinsFrom(query.pins ?? ''),
    colouring: colourings.find((each) => each === query.colour) ?? 'type',
    folded: listed(query.group).filter((type) => isType.test(type)),
    takenOut: idsFrom(query.without, most.takenOut),
  };
}

/** More chosen things than these are those of a sweep over the picture, which is made again sooner than it is read. */
const mostChosen = 100;
const noneChosen = 'none';

/** What an address says of which things are chosen: nothing where it is what the network begins around. */
export function chosenQuery(chosen: ReadonlySet<string>, begun: readonly string[]): Query {
  const isBeginning = chosen.size === begun.length && begun.every((id) => chosen.has(id));
  return { chosen: isBeginning ? undefined : idsText(chosen, mostChosen) || noneChosen };
}

/** Which things an address says are chosen. */
export function chosenFrom({ chosen }: Query, begun: readonly string[]): readonly string[] {
  return chosen === undefined ? begun : idsFrom(chosen, mostChosen);
}

const isId = /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{16}$/;
const isType = /^[a-z]+(?:-[a-z]+)*$/;
const isNumber = /^-?\d{1,7}(?:\.\d)?$/;

/** The ids that an address lists, so many at most. */
export function idsFrom(text: string | undefined, limit: number): readonly string[] {
  return listed(text)
    .filter((id) => isId.test(id))
    .slice(0, limit);
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
  for (const pin of text.split('*').slice(0, most.pinned)) {
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
