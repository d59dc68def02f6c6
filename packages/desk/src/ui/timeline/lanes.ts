// In: things with their moments. Out: lanes of marks, one for each thing or for each kind of moment.
// Invariant: the same things give the same lanes, in whatever order they came; no moment is in two marks of a lane.

import type { Traced } from '../traced.ts';
import { type DayRange, dayFrom, shareOf } from './time-scale.ts';

export type LaneKind = 'thing' | 'kind';

export interface LaneMoment {
  readonly day: number;
  readonly kind: string;
  readonly thing: string;
}

export interface Lane {
  readonly id: string;
  /** In date order. */
  readonly moments: readonly LaneMoment[];
  /** Ids, sorted. */
  readonly things: readonly string[];
}

/** The moments that lie so near each other that they are one mark. */
export interface Mark {
  /** 0 to 1: where in the range the first of them is. */
  readonly share: number;
  readonly from: number;
  readonly until: number;
  readonly count: number;
  /** The kind of all of them; null where they are of several. */
  readonly kind: string | null;
}

/** The lanes, the fullest first. */
export function lanesOf(things: readonly Traced[], by: LaneKind): Lane[] {
  const lanes = new Map<string, LaneMoment[]>();
  for (const { id, moments } of things) {
    for (const { date, kind } of moments) {
      const lane = by === 'thing' ? id : kind;
      const own = lanes.get(lane) ?? [];
      own.push({ day: dayFrom(date), kind, thing: id });
      lanes.set(lane, own);
    }
  }
  return [...lanes]
    .map(([id, moments]) => ({
      id,
      moments: moments.sort(byDay),
      things: [...new Set(moments.map(({ thing }) => thing))].sort(),
    }))
    .sort((one, other) => other.moments.length - one.moments.length || (one.id < other.id ? -1 : 1));
}

/** Kinds of moments, the most frequent first: each gets a sign of its own. */
export function kindsOf(things: readonly Traced[]): string[] {
  const counts = new Map<string, number>();
  for (const { moments } of things)
    for (const { kind } of moments) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([kind]) => kind);
}

/** The marks of a lane that lie in the range. Moments nearer than `nearest` (a part of the range) are one: no two marks are. */
export function marksOf(moments: readonly LaneMoment[], range: DayRange, nearest: number): Mark[] {
  const groups: LaneMoment[][] = [];
  for (const moment of moments) {
    if (moment.day < range.from || moment.day > range.until) continue;
    const last = groups.at(-1);
    const begin = last?.[0]?.day;
    if (
      last !== undefined &&
      begin !== undefined &&
      shareOf(moment.day, range) - shareOf(begin, range) < nearest
    )
      last.push(moment);
    else groups.push([moment]);
  }
  return groups.map((own) => {
    const from = own[0]?.day ?? 0;
    const until = own.at(-1)?.day ?? from;
    const kinds = new Set(own.map(({ kind }) => kind));
    return {
      share: shareOf(from, range),
      ...{ from, until, count: own.length },
      kind: kinds.size === 1 ? (own[0]?.kind ?? null) : null,
    };
  });
}

function byDay(one: LaneMoment, other: LaneMoment): number {
  return (
    one.day - other.day ||
    (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : one.thing < other.thing ? -1 : 1)
  );
}
