// Bipartite: several payers that share several payees. Stacked: the payees of one such group are payers in another.
//
// Tested is the pair of payers at the heart of it: the payees that they share are expected out(A) out(A') S times, S the
// sum of drawn(j)^2 over the payees j (Saracco et al., New J. Phys. 19, 053022, 2017, in the sparse limit), in a window
// times the chance that two transfers fall so close. A large common payee is in S, so that sharing shops is ordinary.

import type { Watch } from '@clew/model/progress.ts';
import { chanceOfAtLeastEvents, chanceOfBoth } from '../chance.ts';
import type { Layer } from './layer.ts';
import { accountsOf, type Candidate, leastUnlikely, type Searched, type Step } from './pattern.ts';
import { accountsByDegree, outByPayee, outCount } from './ties.ts';

const leastShared = 2;
const leastTogether = 5;
/** Whom more pay than this shows nothing of who belongs together: it is passed over. */
const mostPayers = 200;
/** Of the payees of the first two, who joins them must pay this share. */
const joiningShare = 0.6;
const budgetOfOne = 500_000;
const budgetOfAll = 400_000_000;

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly chance: number;
}

/** Groups in one layer. */
export function findBipartite(layer: Layer, watch: Watch): Searched {
  const { edges } = layer;
  const search = new PairSearch(layer);
  const pairs: Pair[] = [];
  let [tested, cutShort, left] = [0, 0, budgetOfAll];
  for (let account = 0; account < edges.accounts; account++) {
    if ((account & 0xfff) === 0) {
      watch.onProgress?.({ step: 'bipartite', done: account, total: edges.accounts, unit: 'accounts' });
      watch.signal?.throwIfAborted();
    }
    if (outCount(edges, account) < leastShared) continue;
    tested++;
    const looked = left > 0 ? search.count(account) : budgetOfOne + 1;
    left -= looked;
    if (looked > budgetOfOne) cutShort++;
    else pairs.push(...search.pairs(account));
    search.clear();
  }
  return { tested, candidates: groupsOf(layer, pairs), cutShort };
}

class PairSearch {
  readonly #layer: Layer;
  readonly #counts: Int32Array;
  readonly #last: Int32Array;
  readonly #touched: number[] = [];
  readonly #payers: Int32Array;
  readonly #both: number;

  constructor(layer: Layer) {
    this.#layer = layer;
    this.#counts = new Int32Array(layer.edges.accounts);
    this.#last = new Int32Array(layer.edges.accounts).fill(-1);
    this.#payers = accountsByDegree(layer.edges, outCount);
    const squares = layer.drawn.reduce((sum, share) => sum + share * share, 0);
    const near = layer.window === null ? 1 : Math.min(1, 2 * layer.window.share(layer.window.width));
    this.#both = squares * near;
  }

  /** Counts for every other payer the payees it shares with this one. Gives how many payments were looked at. */
  count(account: number): number {
    const { edges, window } = this.#layer;
    const { to, first, from, inStart, in: into } = edges;
    let looked = outCount(edges, account);
    for (const edge of outByPayee(edges, account)) {
      const payee = to[edge] as number;
      const [start, end] = [inStart[payee] as number, inStart[payee + 1] as number];
      if (end - start > mostPayers) continue;
      const time = first[edge] as number;
      for (let at = start; at < end; at++) {
        if (++looked > budgetOfOne) return looked;
        const other = into[at] as number;
        const payer = from[other] as number;
        if (payer === account || this.#last[payer] === payee) continue;
        if (window !== null && Math.abs((first[other] as number) - time) > window.width) continue;
        this.#last[payer] = payee;
        if (this.#counts[payer] === 0) this.#touched.push(payer);
        this.#counts[payer] = (this.#counts[payer] as number) + 1;
      }
    }
    return looked;
  }

  pairs(account: number): Pair[] {
    const own = outCount(this.#layer.edges, account);
    const pairs: Pair[] = [];
    for (const other of this.#touched) {
      const shared = this.#counts[other] as number;
      if (other < account || shared < leastShared) continue;
      const expected = own * outCount(this.#layer.edges, other) * this.#both;
      const possible = this.#payers[Math.min(shared, this.#payers.length - 1)] as number;
      const chance = Math.min(1, chanceOfAtLeastEvents(expected, shared) * possible);
      if (chance <= leastUnlikely) pairs.push({ one: account, other, chance });
    }
    return pairs;
  }

  clear(): void {
    for (const account of this.#touched) {
      this.#counts[account] = 0;
      this.#last[account] = -1;
    }
    this.#touched.length = 0;
  }
}

/** From the unlikeliest pair on: who else pays most of what the two share joins them. */
function groupsOf(layer: Layer, pairs: readonly Pair[]): Candidate[] {
  const near = new Map<number, Set<number>>();
  const link = (a: number, b: number) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const { one, other } of pairs) {
    link(one, other);
    link(other, one);
  }
  const grouped = new Set<string>();
  const groups: Candidate[] = [];
  const sorted = [...pairs].sort((a, b) => a.chance - b.chance || a.one - b.one || a.other - b.other);
  for (const { one, other, chance } of sorted) {
    if (grouped.has(`${one} ${other}`)) continue;
    const shared = sharedPayees(layer, one, other);
    const payers = [one, other];
    for (const candidate of near.get(one) ?? []) {
      if (candidate === other || !near.get(other)?.has(candidate)) continue;
      const together = [...sharedPayees(layer, one, candidate)].filter((payee) => shared.has(payee)).length;
      if (together >= Math.max(leastShared, joiningShare * shared.size)) payers.push(candidate);
    }
    payers.sort((a, b) => a - b);
    for (const a of payers) for (const b of payers) if (a < b) grouped.add(`${a} ${b}`);
    if (payers.length + shared.size < leastTogether) continue;
    const steps = stepsOf(layer, payers, shared);
    groups.push({ kind: 'bipartite', accounts: accountsOf(steps), steps, chance });
  }
  return groups;
}

/** Payees of both, in the window where there is one. */
function sharedPayees({ edges, window }: Layer, one: number, other: number): Set<number> {
  const { outStart, out, to, first } = edges;
  const times = new Map<number, number[]>();
  for (let at = outStart[one] as number; at < (outStart[one + 1] as number); at++) {
    const edge = out[at] as number;
    const payee = to[edge] as number;
    times.set(payee, [...(times.get(payee) ?? []), first[edge] as number]);
  }
  const shared = new Set<number>();
  for (let at = outStart[other] as number; at < (outStart[other + 1] as number); at++) {
    const edge = out[at] as number;
    const payee = to[edge] as number;
    if (payee === one || (edges.inStart[payee + 1] as number) - (edges.inStart[payee] as number) > mostPayers)
      continue;
    const near = times.get(payee)?.some((time) => {
      return window === null || Math.abs(time - (first[edge] as number)) <= window.width;
    });
    if (near === true) shared.add(payee);
  }
  return shared;
}

function stepsOf({ edges }: Layer, payers: readonly number[], payees: ReadonlySet<number>): Step[] {
  const steps: Step[] = [];
  for (const payer of payers) {
    for (let at = edges.outStart[payer] as number; at < (edges.outStart[payer + 1] as number); at++) {
      const edge = edges.out[at] as number;
      const to = edges.to[edge] as number;
      if (!payees.has(to)) continue;
      steps.push({ from: payer, to, first: edges.first[edge] as number, last: edges.last[edge] as number });
    }
  }
  return steps;
}

/** Groups over one another: at least two payees of the first are payers in the second. */
export function stack(groups: readonly Candidate[]): Candidate[] {
  const payersOf = groups.map(({ steps }) => new Set(steps.map(({ from }) => from)));
  const byPayer = new Map<number, number[]>();
  payersOf.forEach((payers, index) => {
    for (const payer of payers) byPayer.set(payer, [...(byPayer.get(payer) ?? []), index]);
  });
  const stacked: Candidate[] = [];
  for (const upper of groups) {
    const payees = new Set(upper.steps.map(({ to }) => to));
    const counts = new Map<number, number>();
    for (const payee of payees)
      for (const index of byPayer.get(payee) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    for (const [index, count] of counts) {
      const lower = groups[index] as Candidate;
      if (lower === upper || count < leastShared) continue;
      const steps = [...upper.steps, ...lower.steps];
      const chance = chanceOfBoth(upper.chance, lower.chance);
      stacked.push({ kind: 'stacked', accounts: accountsOf(steps), steps, chance });
    }
  }
  return stacked;
}
