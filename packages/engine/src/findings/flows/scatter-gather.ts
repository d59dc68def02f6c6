// Scatter-gather: one account pays several, and they pay one other. Expected under the null: A's transfers that reach B over
// one account between them, out(A) drawn(B) B' q, with B' the branching of the layer and q its window's share of all transfers.

import type { Watch } from '@clew/model/progress.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { canFollow, type Layer } from './layer.ts';
import { accountsOf, type Candidate, leastUnlikely, type Searched, type Step } from './pattern.ts';
import { accountsByDegree, inCount, outByPayee, outCount } from './ties.ts';

const leastBetween = 3;
/** Payments looked at for one account. */
const budgetOfOne = 500_000;
const budgetOfAll = 400_000_000;

/** Accounts that pay through others into one, in one layer. */
export function findScatterGather(layer: Layer, watch: Watch): Searched {
  const { edges } = layer;
  const receivers = accountsByDegree(edges, inCount);
  const scratch = new Scratch(edges.accounts);
  const candidates: Candidate[] = [];
  let [tested, cutShort, left] = [0, 0, budgetOfAll];
  const isFollowed = canFollow(layer) || layer.id === 'ever';
  for (let account = 0; account < edges.accounts; account++) {
    if ((account & 0xfff) === 0) {
      watch.onProgress?.({ step: 'scatter-gather', done: account, total: edges.accounts, unit: 'accounts' });
      watch.signal?.throwIfAborted();
    }
    if (outCount(edges, account) < leastBetween) continue;
    tested++;
    const looked = isFollowed ? relaysOf(layer, account, scratch) : Number.POSITIVE_INFINITY;
    left -= Number.isFinite(looked) ? looked : 0;
    if (looked > budgetOfOne || left < 0) {
      cutShort++;
      scratch.clear();
      continue;
    }
    const found = bestReceiver(layer, account, { scratch, receivers });
    scratch.clear();
    if (found === undefined) continue;
    const chance = Math.min(1, found.chance);
    if (chance > leastUnlikely) continue;
    const steps = stepsBetween(layer, account, found.receiver);
    candidates.push({ kind: 'scatter-gather', accounts: accountsOf(steps), steps, chance });
  }
  return { tested, candidates, cutShort };
}

/** Counts for accounts, emptied without going through all. */
class Scratch {
  readonly counts: Int32Array;
  readonly #marks: Int32Array;
  readonly touched: number[] = [];
  #mark = 0;

  constructor(accounts: number) {
    this.counts = new Int32Array(accounts);
    this.#marks = new Int32Array(accounts);
  }

  /** What was seen since then is counted once. */
  newTurn(): void {
    this.#mark++;
  }

  add(account: number): void {
    if (this.#marks[account] === this.#mark) return;
    this.#marks[account] = this.#mark;
    if (this.counts[account] === 0) this.touched.push(account);
    this.counts[account] = (this.counts[account] as number) + 1;
  }

  clear(): void {
    for (const account of this.touched) this.counts[account] = 0;
    this.touched.length = 0;
  }
}

/** Counts for each account how many of those that `account` pays pay it in time. Gives how many payments were looked at. */
function relaysOf(layer: Layer, account: number, scratch: Scratch): number {
  let looked = 0;
  let between = -1;
  for (const { one, second } of relays(layer, account)) {
    if (++looked > budgetOfOne) return looked;
    if (layer.edges.to[one] !== between) scratch.newTurn();
    between = layer.edges.to[one] as number;
    scratch.add(layer.edges.to[second] as number);
  }
  return looked + outCount(layer.edges, account);
}

/** Pairs of transfers from an account to another and on from there in time, those over one account together. */
function* relays(
  { edges, window }: Layer,
  account: number,
): Generator<{ readonly one: number; readonly second: number }> {
  const { outStart, out, to, first } = edges;
  for (const one of outByPayee(edges, account)) {
    const between = to[one] as number;
    const time = first[one] as number;
    for (let next = outStart[between] as number; next < (outStart[between + 1] as number); next++) {
      const second = out[next] as number;
      if (to[second] === account) continue;
      const later = first[second] as number;
      if (window !== null && later > time + window.width) break;
      if (window === null || later >= time) yield { one, second };
    }
  }
}

function bestReceiver(
  layer: Layer,
  account: number,
  given: { readonly scratch: Scratch; readonly receivers: Int32Array },
): { readonly receiver: number; readonly chance: number } | undefined {
  const { edges, drawn, branching, window } = layer;
  const share = window?.share(window.width) ?? 1;
  const all = outCount(edges, account) * branching * share;
  let best: { receiver: number; chance: number } | undefined;
  for (const receiver of given.scratch.touched) {
    const count = given.scratch.counts[receiver] as number;
    if (count < leastBetween) continue;
    const possible = given.receivers[Math.min(count, given.receivers.length - 1)] as number;
    const tail = chanceOfAtLeastEvents(all * (drawn[receiver] as number), count);
    const chance = tail * possible;
    const isBetter =
      best === undefined || chance < best.chance || (chance === best.chance && receiver < best.receiver);
    if (isBetter) best = { receiver, chance };
  }
  return best;
}

function stepsBetween(layer: Layer, account: number, receiver: number): Step[] {
  const { from, to, first, last } = layer.edges;
  const used = new Set<number>();
  for (const { one, second } of relays(layer, account))
    if (to[second] === receiver && to[one] !== receiver) used.add(one).add(second);
  return [...used]
    .sort((a, b) => a - b)
    .map((edge) => ({
      from: from[edge] as number,
      to: to[edge] as number,
      first: first[edge] as number,
      last: last[edge] as number,
    }));
}
