// In: stops in the order of time. Out: each place with its stays on a line of time.

/** A place, and from when to when somebody or something was there. ISO days, both included. */
export interface Stop {
  readonly place: string;
  readonly from: string;
  readonly until: string;
}

export interface StayShare {
  /** Shares of the whole time, 0 to 1. */
  readonly from: number;
  readonly until: number;
}

export interface PlaceCalendar {
  /** Each place with its stays, in the order in which they were first seen. */
  readonly rows: readonly { readonly place: string; readonly stays: readonly StayShare[] }[];
  readonly first: string;
  readonly last: string;
}

const day = 86_400_000;

/** The whole time runs from the first day to the end of the last. */
export function placeCalendar(stops: readonly Stop[]): PlaceCalendar {
  const first = stops.map(({ from }) => from).sort()[0] ?? '';
  const last =
    stops
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '';
  const [begin, end] = [Date.parse(first), Date.parse(last) + day];
  const share = (at: number) => (at - begin) / (end - begin);
  const byPlace = new Map<string, StayShare[]>();
  for (const { place, from, until } of stops) {
    const stay = { from: share(Date.parse(from)), until: share(Date.parse(until) + day) };
    byPlace.set(place, [...(byPlace.get(place) ?? []), stay]);
  }
  return { rows: [...byPlace].map(([place, stays]) => ({ place, stays })), first, last };
}
