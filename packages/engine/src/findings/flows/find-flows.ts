// In: payments. Out: patterns in their structure and times, the unlikeliest first; amounts are never looked at.
// Invariant: the same payments in any order give the same patterns.

import type { Watch } from '@clew/model/progress.ts';
import { falseDiscoveryRates } from '../chance.ts';
import { AtOnce } from './at-once.ts';
import { findBipartite, stack } from './bipartite.ts';
import { crowdingOf } from './crowding.ts';
import { findCycles } from './cycles.ts';
import { findFans } from './fans.ts';
import { type LayerId, type Layers, layersOf } from './layer.ts';
import { type Candidate, type FlowKind, flowKinds, type Searched } from './pattern.ts';
import type { Payments } from './payments.ts';
import { findScatterGather } from './scatter-gather.ts';
import { tiesOf, transfersOf } from './ties.ts';

export interface Pattern {
  readonly kind: FlowKind;
  readonly accounts: readonly string[];
  /** Data rows of its payments, ascending. */
  readonly rows: readonly number[];
  /** Sum over the payments that have an amount; null where there are none. */
  readonly amount: number | null;
  /** Probability of the same or more under the null model, for one test. */
  readonly chance: number;
  /** The same, corrected for all that were tested (Benjamini and Hochberg 1995). */
  readonly chanceCorrected: number;
}

export interface Flows {
  readonly patterns: readonly Pattern[];
  /** How many tests were made: accounts, for every kind and layer that they were tested in. */
  readonly tested: number;
  /** What was not searched to its end, and why so. */
  readonly cutShort: readonly CutShort[];
  readonly accounts: number;
  readonly payments: number;
  readonly toThemselves: number;
}

export interface CutShort {
  readonly kind: FlowKind;
  readonly layer: LayerId;
  readonly starts: number;
}

/** The share of false ones that is accepted among what is reported. */
export const acceptedShare = 0.05;
const mostRounds = 4;

/** Finds the patterns that are too unlikely for chance, at a false discovery rate of 5 %. */
export function findFlows(payments: Payments, watch: Watch = {}): Flows {
  const transfers = transfersOf(payments);
  const ties = tiesOf(transfers);
  let atOnce = AtOnce.of(transfers, ties);
  const layers = layersOf(transfers, ties, { hasTime: payments.time !== null, atOnce });
  const fans = () => findFans(ties, { layers, atOnce, crowding: crowdingOf(ties, layers.widths, atOnce) });
  const { searched, cutShort } = searchLayers(layers, watch);
  // Patterns hide one another: they raise the share of payments at once that chance is held to make.
  let all = [fans(), ...searched];
  for (let round = 0; round < mostRounds; round++) {
    const without = atOnce.without(explainedBy(significant(all).map(({ candidate }) => candidate)));
    if (without.share >= atOnce.share) break;
    atOnce = without;
    all = [fans(), ...searched];
  }
  return {
    patterns: describe(payments, significant(all)),
    tested: testedIn(all),
    cutShort,
    accounts: payments.accounts.length,
    payments: payments.payer.length,
    toThemselves:
      payments.payer.length - payments.payer.filter((payer, at) => payer !== payments.payee[at]).length,
  };
}

function searchLayers({ layers }: Layers, watch: Watch): { searched: Searched[]; cutShort: CutShort[] } {
  const searched: Searched[] = [];
  const cutShort: CutShort[] = [];
  for (const layer of layers) {
    const note = (kind: FlowKind, found: Searched) => {
      searched.push(found);
      if (found.cutShort > 0) cutShort.push({ kind, layer: layer.id, starts: found.cutShort });
    };
    note('cycle', findCycles(layer, watch));
    if (layer.closing !== null) continue;
    note('scatter-gather', findScatterGather(layer, watch));
    const groups = findBipartite(layer, watch);
    note('bipartite', groups);
    searched.push({ tested: 0, candidates: stack(groups.candidates), cutShort: 0 });
  }
  return { searched, cutShort };
}

interface Significant {
  readonly candidate: Candidate;
  readonly rate: number;
}

function testedIn(searched: readonly Searched[]): number {
  return searched.reduce((sum, one) => sum + one.tested, 0);
}

function significant(searched: readonly Searched[]): Significant[] {
  const candidates = distinct(searched.flatMap((one) => one.candidates));
  const rates = falseDiscoveryRates(
    candidates.map(({ chance }) => chance),
    Math.max(testedIn(searched), candidates.length),
  );
  return candidates
    .map((candidate, index) => ({ candidate, rate: rates[index] as number }))
    .filter(({ rate }) => rate <= acceptedShare);
}

/** Whether a payer and a payee are neighbours in one of the patterns. */
function explainedBy(patterns: readonly Candidate[]): (from: number, to: number) => boolean {
  const explained = new Set(patterns.flatMap(({ steps }) => steps.map(({ from, to }) => `${from} ${to}`)));
  const payers = new Set(patterns.flatMap(({ steps }) => steps.map(({ from }) => from)));
  return (from, to) => payers.has(from) && explained.has(`${from} ${to}`);
}

function describe(payments: Payments, found: readonly Significant[]): Pattern[] {
  const rows = rowsOf(
    payments,
    found.map(({ candidate }) => candidate),
  );
  return found.map(({ candidate, rate }, index) => {
    const own = rows[index] as readonly number[];
    return {
      kind: candidate.kind,
      accounts: candidate.accounts.map((account) => payments.accounts[account] as string),
      rows: own.map((at) => payments.row[at] as number).sort((a, b) => a - b),
      amount: amountOf(payments, own),
      chance: candidate.chance,
      chanceCorrected: rate,
    };
  });
}

/** The unlikeliest first; of several of one kind over the same accounts the unlikeliest. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort(
      (a, b) =>
        a.chance - b.chance ||
        flowKinds.indexOf(a.kind) - flowKinds.indexOf(b.kind) ||
        compareLists(a.accounts, b.accounts),
    )
    .filter(({ kind, accounts }) => {
      const key = `${kind} ${accounts.join(' ')}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Places of the payments of each pattern. */
function rowsOf(payments: Payments, candidates: readonly Candidate[]): number[][] {
  const rows = candidates.map((): number[] => []);
  const wanted = new Map<string, { pattern: number; first: number; last: number }[]>();
  candidates.forEach(({ steps }, pattern) => {
    for (const { from, to, first, last } of steps) {
      const key = `${from} ${to}`;
      const list = wanted.get(key);
      if (list === undefined) wanted.set(key, [{ pattern, first, last }]);
      else list.push({ pattern, first, last });
    }
  });
  const payers = new Set(candidates.flatMap(({ steps }) => steps.map(({ from }) => from)));
  payments.payer.forEach((payer, at) => {
    if (!payers.has(payer)) return;
    const time = payments.time?.[at] ?? 0;
    for (const { pattern, first, last } of wanted.get(`${payer} ${payments.payee[at]}`) ?? []) {
      const list = rows[pattern] as number[];
      if (time >= first && time <= last && list.at(-1) !== at) list.push(at);
    }
  });
  return rows;
}

function amountOf({ amount }: Payments, places: readonly number[]): number | null {
  const known = places.map((at) => amount?.[at] ?? Number.NaN).filter((one) => !Number.isNaN(one));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}
