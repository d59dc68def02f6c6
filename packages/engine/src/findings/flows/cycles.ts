// Cycles: a chain of payments that comes back to where it began, over three to seven accounts.
//
// Expected under the null: a cycle of n accounts through account v arises out(v) drawn(v) B^(n-1) times, B being the
// branching of the layer. In a window of time d the n-1 further payments must fall within the share q of all transfers and
// in order, and v may be at any place of the chain: times n q^(n-1) over the number of orders (P. Holme, J. Saramaki,
// Phys. Rep. 519, 97, 2012, for time-respecting paths; search after R. Kumar, T. Calders, 2SCENT, PVLDB 11(11), 2018).
// Where one step may be by another tie, that step has a branching of its own and may be at any place of the cycle.
// A cycle's chance is that of its busiest account.

import type { Watch } from '@clew/model/progress.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { canFollow, type Layer } from './layer.ts';
import { accountsOf, type Candidate, leastUnlikely, type Searched, type Step } from './pattern.ts';
import { type Edges, outCount } from './ties.ts';

const fewest = 3;
const most = 7;
const lengths = Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index);
/** Steps of the search from one start, and from all. */
const budgetOfOne = 20_000;
const budgetOfAll = 400_000_000;
const keptOfOne = 50;

/** Cycles of one layer. In a layer that is too dense to be followed nothing is tested. */
export function findCycles(layer: Layer, watch: Watch): Searched {
  const { edges } = layer;
  const starts = layer.window === null ? edges.accounts : edges.size;
  if (!canFollow(layer)) return { tested: 0, candidates: [], cutShort: starts };
  let tested = 0;
  for (let account = 0; account < edges.accounts; account++)
    if (outCount(edges, account) > 0 && (layer.drawn[account] as number) > 0) tested++;
  const search = new Search(layer);
  for (let start = 0; start < starts; start++) {
    search.from(start);
    if ((start & 0xffff) === 0)
      watch.onProgress?.({ step: 'cycles', done: start, total: starts, unit: 'starts' });
    watch.signal?.throwIfAborted();
  }
  return { tested, candidates: withoutCovered(search.found), cutShort: search.cutShort };
}

class Search {
  readonly found: Candidate[] = [];
  cutShort = 0;
  readonly #layer: Layer;
  readonly #edges: Edges;
  readonly #path: number[] = [];
  readonly #onPath: Uint8Array;
  readonly #back: Uint8Array;
  #left = budgetOfAll;
  #leftOfOne = 0;
  #keptOfOne = 0;

  constructor(layer: Layer) {
    this.#layer = layer;
    this.#edges = layer.edges;
    this.#onPath = new Uint8Array(layer.edges.accounts);
    this.#back = new Uint8Array(layer.edges.accounts);
  }

  /** From a transfer where times count; else from an account, over accounts with higher numbers. */
  from(start: number): void {
    if (this.#left <= 0) {
      this.cutShort++;
      return;
    }
    this.#leftOfOne = Math.min(budgetOfOne, this.#left);
    const before = this.#leftOfOne;
    this.#keptOfOne = 0;
    if (this.#layer.window === null) this.#fromAccount(start);
    else this.#fromTransfer(start, this.#layer.window.width);
    this.#left -= before - Math.max(0, this.#leftOfOne);
    if (this.#leftOfOne <= 0) this.cutShort++;
  }

  #fromAccount(root: number): void {
    if (outCount(this.#edges, root) === 0) return;
    if (!this.#markBack(root, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1)) return;
    this.#onPath[root] = 1;
    this.#walk(root, { at: root, time: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY });
    this.#onPath[root] = 0;
    this.#markBack(root, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0);
  }

  #fromTransfer(edge: number, width: number): void {
    const { from, to, first } = this.#edges;
    const [root, next] = [from[edge] as number, to[edge] as number];
    const time = first[edge] as number;
    if (!this.#markBack(root, time, time + width, 1)) return;
    this.#onPath[root] = 1;
    this.#onPath[next] = 1;
    this.#path.push(edge);
    this.#walk(root, { at: next, time, until: time + width });
    this.#path.pop();
    this.#onPath[next] = 0;
    this.#onPath[root] = 0;
    this.#markBack(root, time, time + width, 0);
  }

  /** Marks who pays the root within the time: the last account before it must be one of them. */
  #markBack(root: number, from: number, to: number, mark: 0 | 1): boolean {
    const { inStart, in: into, first, from: payer } = this.#layer.closing?.edges ?? this.#edges;
    let some = false;
    for (let at = inStart[root] as number; at < (inStart[root + 1] as number); at++) {
      const edge = into[at] as number;
      const time = first[edge] as number;
      if (time < from || time > to) continue;
      this.#back[payer[edge] as number] = mark;
      some = true;
    }
    return some;
  }

  #walk(root: number, here: { readonly at: number; readonly time: number; readonly until: number }): void {
    const { outStart, out, first, to } = this.#edges;
    const end = outStart[here.at + 1] as number;
    const isTimed = this.#layer.window !== null;
    const closing = this.#layer.closing !== null;
    const from = isTimed ? this.#firstAfter(here.at, here.time) : (outStart[here.at] as number);
    for (let at = from; at < end; at++) {
      if (--this.#leftOfOne <= 0) return;
      const edge = out[at] as number;
      const time = isTimed ? (first[edge] as number) : here.time;
      if (time > here.until) return;
      const next = to[edge] as number;
      if (next === root && !closing) this.#keep([...this.#path, edge]);
      if (this.#onPath[next] === 1 || this.#path.length + 2 > most) continue;
      if (closing && this.#back[next] === 1) this.#keep([...this.#path, edge], next, root);
      if (!isTimed && !closing && next < root) continue;
      if (this.#path.length + 2 === most && this.#back[next] === 0) continue;
      this.#onPath[next] = 1;
      this.#path.push(edge);
      this.#walk(root, { at: next, time, until: here.until });
      this.#path.pop();
      this.#onPath[next] = 0;
    }
  }

  /** The first place among an account's payments that is not before a time. */
  #firstAfter(account: number, time: number): number {
    const { outStart, out, first } = this.#edges;
    let low = outStart[account] as number;
    let high = outStart[account + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((first[out[middle] as number] as number) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keeps a cycle of these edges, closed from one account to another by a tie that is not among those searched. */
  #keep(edges: readonly number[], closedFrom?: number, closedTo?: number): void {
    const { closing } = this.#layer;
    const length = edges.length + (closedTo === undefined ? 0 : 1);
    if (length < fewest || this.#keptOfOne >= keptOfOne) return;
    const steps = edges.map((edge) => stepOf(this.#edges, edge));
    if (closing !== null && closedFrom !== undefined && closedTo !== undefined) {
      const { inStart, in: into, from } = closing.edges;
      const ending = into.subarray(inStart[closedTo], inStart[closedTo + 1]);
      steps.push(stepOf(closing.edges, ending.find((edge) => from[edge] === closedFrom) as number));
    }
    const times = steps.map(({ first }) => first);
    const lasted = this.#layer.window === null ? 0 : Math.max(...times) - Math.min(...times);
    const accounts = accountsOf(steps);
    const chance = Math.max(...accounts.map((account) => this.#chanceOf(account, length, lasted)));
    if (chance > leastUnlikely) return;
    this.#keptOfOne++;
    this.found.push({ kind: 'cycle', accounts, steps, chance });
  }

  #chanceOf(account: number, length: number, lasted: number): number {
    const { drawn, branching, window, closing: other } = this.#layer;
    const closing = outCount(this.#edges, account) * (drawn[account] as number);
    if (window === null) {
      const own = outCount(other?.edges ?? this.#edges, account) * (drawn[account] as number);
      const expected = (n: number) =>
        other === null
          ? closing * branching ** (n - 1)
          : (n - 1) * closing * branching ** (n - 2) * other.branching + own * branching ** (n - 1);
      // As unlikely as this: a cycle of any number of accounts of which no more are expected.
      const rarer = lengths.map(expected).filter((one) => one <= expected(length));
      return chanceOfAtLeastEvents(
        rarer.reduce((sum, one) => sum + one, 0),
        1,
      );
    }
    const inOrder = orders(window.whole ? lasted + 1 : Number.POSITIVE_INFINITY, length - 1);
    const expected = length * closing * (branching * window.share(lasted)) ** (length - 1) * inOrder;
    return Math.min(1, chanceOfAtLeastEvents(expected, 1) * lengths.length);
  }
}

function stepOf({ from, to, first, last }: Edges, edge: number): Step {
  return {
    from: from[edge] as number,
    to: to[edge] as number,
    first: first[edge] as number,
    last: last[edge] as number,
  };
}

/** The share of the ways to put `steps` on `units` of time in which none goes back. */
function orders(units: number, steps: number): number {
  let share = 1;
  for (let step = 0; step < steps; step++)
    share *= Number.isFinite(units) ? (units + step) / units / (step + 1) : 1 / (step + 1);
  return share;
}

/** The unlikeliest first; one that adds no tie to those before it is left out. */
function withoutCovered(found: readonly Candidate[]): Candidate[] {
  const covered = new Set<string>();
  const key = (candidate: Candidate) => candidate.steps.map(({ from, to }) => `${from}>${to}`).join(' ');
  const sorted = found
    .map((candidate) => ({ candidate, key: key(candidate) }))
    .sort(
      (a, b) =>
        a.candidate.chance - b.candidate.chance ||
        a.candidate.steps.length - b.candidate.steps.length ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
  return sorted
    .filter(({ candidate }) => {
      const ties = candidate.steps.map(({ from, to }) => `${from}>${to}`);
      if (ties.every((tie) => covered.has(tie))) return false;
      for (const tie of ties) covered.add(tie);
      return true;
    })
    .map(({ candidate }) => candidate);
}
