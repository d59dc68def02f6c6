// What the patterns between several accounts are looked for in, with what the null model says of it.
//
// The null: every payer keeps what it pays (how many transfers, when, and which of them are several payments at once), every
// payee keeps how many transfers it gets, and who is paid by which transfer is drawn. That is the directed configuration
// model (M. E. J. Newman, S. H. Strogatz, D. J. Watts, Phys. Rev. E 64, 026118, 2001) with marked edges.

import type { AtOnce } from './at-once.ts';
import { countBelow, type Edges, edgesWhere, firstTimes, inCount, outCount } from './ties.ts';

/**
 * Ties with several payments at once; the same, with one step by another tie; all transfers within a window; all ties,
 * whenever.
 */
export type LayerId = 'at-once' | 'at-once-but-one' | 'in-time' | 'ever';

export interface Layer {
  readonly id: LayerId;
  /** What is searched. */
  readonly edges: Edges;
  /** For each account, the share of drawn transfers that it gets. */
  readonly drawn: Float64Array;
  /** Transfers that one drawn transfer leads on to, on average, over all time. */
  readonly branching: number;
  /** Null where times don't matter. */
  readonly window: Window | null;
  /** What a cycle may close with, instead of what is searched; and its branching. */
  readonly closing: { readonly edges: Edges; readonly branching: number } | null;
}

export interface Window {
  /** A pattern's payments lie no further apart, in units. */
  readonly width: number;
  /** Whether times are whole numbers: then several steps of a pattern may fall on one. */
  readonly whole: boolean;
  /** The share of all transfers that come from the time of one up to `width` later, on average. */
  readonly share: (width: number) => number;
}

/** Windows in units: a day, some days, a week, a fortnight, a month. */
const widths = [0, 2, 6, 13, 29] as const;
/** A window longer than this share of all the time says nothing of time. */
const longestShare = 1 / 4;
/** A search goes on from each transfer to fewer others than this, or it would have no end. */
const mostBranching = 1.5;
const probes = 2000;

export interface Layers {
  readonly layers: readonly Layer[];
  /** Windows for bursts, ascending. */
  readonly widths: readonly number[];
  readonly shareFrom: (from: number, to: number) => number;
}

export function layersOf(
  transfers: Edges,
  ties: Edges,
  given: { readonly hasTime: boolean; readonly atOnce: AtOnce },
): Layers {
  const repeated = edgesWhere(ties, (tie) => (ties.payments[tie] as number) > 1);
  const drawnTies = drawnShares(ties);
  const layers: Layer[] = [];
  const add = (id: LayerId, edges: Edges, drawn: Float64Array, window: Window | null) => {
    layers.push({ id, edges, drawn, branching: branchingOf(edges, drawn), window, closing: null });
  };
  if (repeated.size > 0 && repeated.size < ties.size) {
    const drawn = given.atOnce.drawn();
    add('at-once', repeated, drawn, null);
    const others = edgesWhere(ties, (tie) => (ties.payments[tie] as number) === 1);
    const closing = { edges: others, branching: branchingOf(others, drawn) };
    layers.push({ ...(layers[0] as Layer), id: 'at-once-but-one', closing });
  }
  const times = firstTimes(transfers);
  const fitting = given.hasTime ? fittingWidths(times) : [];
  const share = (width: number) => shareWithin(times, width);
  const drawn = drawnShares(transfers);
  const branching = branchingOf(transfers, drawn);
  const width = fitting.filter((one) => branching * share(one) <= mostBranching).at(-1);
  const whole = times.every((time) => Number.isInteger(time));
  if (width !== undefined) add('in-time', transfers, drawn, { width, whole, share: memo(share) });
  add('ever', ties, drawnTies, null);
  const tieTimes = firstTimes(ties);
  return {
    layers,
    widths: fitting,
    shareFrom: (from, to) =>
      (countBelow(tieTimes, to, true) - countBelow(tieTimes, from, false)) / Math.max(1, tieTimes.length),
  };
}

/** Whether simple paths in the layer stay few enough to be followed. */
export function canFollow(layer: Layer): boolean {
  return layer.branching * (layer.window?.share(layer.window.width) ?? 1) <= mostBranching;
}

function drawnShares(edges: Edges): Float64Array {
  return Float64Array.from(
    { length: edges.accounts },
    (_, account) => inCount(edges, account) / Math.max(1, edges.size),
  );
}

function branchingOf(edges: Edges, drawn: Float64Array): number {
  let sum = 0;
  for (let account = 0; account < edges.accounts; account++)
    sum += outCount(edges, account) * (drawn[account] as number);
  return sum;
}

function fittingWidths(times: Float64Array): number[] {
  const span = times.length === 0 ? 0 : (times.at(-1) as number) - (times[0] as number);
  return widths.filter((width) => Math.max(1, width) <= span * longestShare);
}

function shareWithin(times: Float64Array, width: number): number {
  let sum = 0;
  const count = Math.min(probes, times.length);
  for (let probe = 0; probe < count; probe++) {
    const from = times[Math.floor((probe * times.length) / count)] as number;
    sum += countBelow(times, from + width, true) - countBelow(times, from, false);
  }
  return sum / Math.max(1, count) / Math.max(1, times.length);
}

function memo(of: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const result = of(value);
    if (known.size < 10_000) known.set(value, result);
    return result;
  };
}
