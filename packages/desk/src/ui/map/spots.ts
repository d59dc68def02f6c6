// In: things with where they were. Out: the places of the map with who was there, and who went from where to where.
// Invariant: the same things give the same map, in whatever order they came; every thing is at each place once.

import { isWithin, type Position, type Stay, type TimeSpan, type Traced } from '../traced.ts';

/** A place of the map and the things that were there. */
export interface Spot {
  readonly id: string;
  readonly title: string;
  readonly country: string | null;
  readonly at: Position;
  /** Ids, sorted. */
  readonly things: readonly string[];
  /** How many stays of them. */
  readonly stays: number;
  readonly from: string | null;
  readonly until: string | null;
}

/** That things went from one place to another, as far as the dates tell. */
export interface Movement {
  readonly id: string;
  readonly from: Spot;
  readonly to: Spot;
  /** Ids, sorted. */
  readonly things: readonly string[];
  /** False: both places are stated for one day, and which came first is not known. */
  readonly isDirected: boolean;
}

export interface Whereabouts {
  /** The most visited first. */
  readonly spots: readonly Spot[];
  /** The most travelled first. */
  readonly movements: readonly Movement[];
  /** Things of which no place is known that a map could show. */
  readonly nowhere: readonly Traced[];
}

/** What a map shows of the things, within a span of time. */
export function whereaboutsOf(things: readonly Traced[], span: TimeSpan): Whereabouts {
  const spots = new Map<string, Gathered>();
  const ways = new Map<string, Way>();
  const nowhere: Traced[] = [];
  for (const thing of things) {
    const stays = thing.stays
      .filter(isOnMap)
      .filter(({ seen }) => isWithin(seen, span))
      .map(keyed);
    if (stays.length === 0) nowhere.push(thing);
    for (const { key, stay } of stays) gather(spots, { key, stay, thing: thing.id });
    for (const leg of legsOf(stays)) {
      const id = `${leg.from} ${leg.isDirected ? '>' : '-'} ${leg.to}`;
      const way = ways.get(id) ?? { ...leg, things: new Set<string>() };
      way.things.add(thing.id);
      ways.set(id, way);
    }
  }
  const found = new Map([...spots].map(([id, spot]) => [id, spotFrom(id, spot)]));
  const movements = [...ways].flatMap(([id, way]) => {
    const [from, to] = [found.get(way.from), found.get(way.to)];
    if (from === undefined || to === undefined) return [];
    return [{ id, from, to, things: [...way.things].sort(), isDirected: way.isDirected }];
  });
  return { spots: [...found.values()].sort(fullestFirst), movements: movements.sort(fullestFirst), nowhere };
}

/** The stays of one thing as a way: one after the other, a place that is stated again at once only once. */
export function wayOf(thing: Traced, span: TimeSpan): readonly Stay[] {
  const dated = thing.stays.filter(({ seen }) => seen !== null && isWithin(seen, span));
  return inOrder(dated.map(keyed))
    .filter(({ key }, place, all) => key !== all[place - 1]?.key)
    .map(({ stay }) => stay);
}

type OnMap = Stay & { readonly at: Position };

function isOnMap(stay: Stay): stay is OnMap {
  return stay.at !== null;
}

interface Gathered {
  readonly at: Position;
  readonly titles: Map<string, number>;
  readonly countries: Set<string>;
  readonly things: Set<string>;
  stays: number;
  from: string | null;
  until: string | null;
}

interface Gathering extends Keyed<OnMap> {
  readonly thing: string;
}

function gather(spots: Map<string, Gathered>, { key, stay, thing }: Gathering): void {
  const spot: Gathered = spots.get(key) ?? {
    at: stay.at,
    ...{ titles: new Map(), countries: new Set(), things: new Set(), stays: 0, from: null, until: null },
  };
  spots.set(key, spot);
  if (stay.title !== null) spot.titles.set(stay.title, (spot.titles.get(stay.title) ?? 0) + 1);
  if (stay.country !== null) spot.countries.add(stay.country);
  spot.things.add(thing);
  spot.stays++;
  if (stay.seen === null) return;
  if (spot.from === null || stay.seen < spot.from) spot.from = stay.seen;
  if (spot.until === null || stay.seen > spot.until) spot.until = stay.seen;
}

function spotFrom(id: string, { titles, countries, things, ...rest }: Gathered): Spot {
  const [title = id] =
    [...titles].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0] ?? [];
  return { ...rest, id, title, country: [...countries].sort()[0] ?? null, things: [...things].sort() };
}

interface Leg {
  readonly from: string;
  readonly to: string;
  readonly isDirected: boolean;
}

interface Way extends Leg {
  readonly things: Set<string>;
}

/** From each place to the next. Where the direction is not known, the two are in the order of their keys. */
function legsOf(stays: readonly Keyed<OnMap>[]): Leg[] {
  const dated = inOrder(stays.filter(({ stay }) => stay.seen !== null));
  return dated.slice(1).flatMap(({ key, stay }, place) => {
    const before = dated[place];
    if (before === undefined || before.key === key) return [];
    const isDirected = before.stay.seen !== stay.seen;
    const isTurned = !isDirected && key < before.key;
    return [{ from: isTurned ? key : before.key, to: isTurned ? before.key : key, isDirected }];
  });
}

/** By date. Of the places of one day that where it was before comes first: nobody is in two places at once. */
function inOrder<S extends Stay>(stays: readonly Keyed<S>[]): readonly Keyed<S>[] {
  const sorted = [...stays].sort(
    (one, other) => compare(one.stay.seen ?? '', other.stay.seen ?? '') || compare(one.key, other.key),
  );
  for (let begin = 1; begin < sorted.length; begin++) {
    const day = sorted[begin]?.stay.seen;
    const last = sorted[begin - 1];
    if (last?.stay.seen === day) continue;
    let again = begin;
    while (sorted[again]?.stay.seen === day && sorted[again]?.key !== last?.key) again++;
    if (again > begin && sorted[again]?.stay.seen === day)
      sorted.splice(begin, 0, ...sorted.splice(again, 1));
  }
  return sorted;
}

interface Keyed<S extends Stay> {
  readonly key: string;
  readonly stay: S;
}

/** Places at the same degrees are one place of the map, whatever they are called. */
function keyed<S extends Stay>(stay: S): Keyed<S> {
  const { at, title, country } = stay;
  return { stay, key: at === null ? `${title} ${country}` : `${at.longitude},${at.latitude}` };
}

interface Filled {
  readonly id: string;
  readonly things: readonly string[];
}

function fullestFirst(one: Filled, other: Filled): number {
  return other.things.length - one.things.length || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
