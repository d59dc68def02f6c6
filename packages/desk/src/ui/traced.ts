/** A thing with where it was and what happened to it when: what a map and a timeline show. */
export interface Traced {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  /** In date order; those without a date come first. */
  readonly stays: readonly Stay[];
  /** In date order. */
  readonly moments: readonly TracedMoment[];
  /** How many stays and moments before these there are, which are not told. */
  readonly untold: { readonly stays: number; readonly moments: number };
}

/** A place on a day. */
export interface Stay {
  /** What it is called; null where nothing but a country is stated. */
  readonly title: string | null;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string | null;
  /** Degrees of WGS 84; null where nobody knows where that is. */
  readonly at: Position | null;
  /** ISO 8601; null where no date is stated. */
  readonly seen: string | null;
}

export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

export interface TracedMoment {
  /** ISO 8601. */
  readonly date: string;
  readonly kind: string;
  /** The event that the thing took part in. */
  readonly event: { readonly id: string; readonly title: string } | null;
}

/** ISO days, both included; null: open. */
export interface TimeSpan {
  readonly from: string | null;
  readonly until: string | null;
}

export const allTime: TimeSpan = { from: null, until: null };

/** Whether a day lies in a span. What has no date does. */
export function isWithin(day: string | null, { from, until }: TimeSpan): boolean {
  return day === null || ((from === null || day >= from) && (until === null || day <= until));
}
