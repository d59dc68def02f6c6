// In: what batches of a proof came to, in any order, over any number of sittings. Out: one record of them all, to be kept
// in the repository: which batches were proved, on which commit, and what came of them.
// Invariant: no batch is in it twice; neighbours on one commit are one range, so that it stays short.

import type { BatchProof, Difference, ProofOptions } from './prove-batch.ts';

/** What makes two proofs one: the same seed and batch number then name the same hubs. */
export interface ProofSettings extends Required<Pick<ProofOptions, 'seed' | 'recompute' | 'weights'>> {
  /** Hubs that lie in one physical hub, and how often each is varied. */
  readonly cells: number;
  readonly variants: number;
}

/** What was proved. */
export interface Figures {
  readonly hubs: number;
  readonly observers: number;
  /** Observers for whom a view of the whole batch was opened. */
  readonly views: number;
  readonly answers: number;
  readonly hits: number;
  /** Of all processes, user and system. */
  readonly cpuSeconds: number;
}

/** Batches one after the other that were proved on one commit. */
export interface ProvedRange extends Figures {
  readonly commit: string;
  /** Number of the first batch, and of the last one. */
  readonly from: number;
  readonly to: number;
  readonly differences: readonly Difference[];
}

export interface ProofRecord {
  readonly settings: ProofSettings;
  /** Ids of the routes that somebody asked, sorted. */
  readonly routes: readonly string[];
  /** In the order of their batches. */
  readonly ranges: readonly ProvedRange[];
}

/** One batch as it is added. */
export interface ProvedBatch {
  readonly index: number;
  readonly commit: string;
  readonly cpuSeconds: number;
  readonly proof: BatchProof;
}

/** The record with one more batch. Throws where the batch is in it. */
export function withBatch(record: ProofRecord, batch: ProvedBatch): ProofRecord {
  const { index, commit, cpuSeconds, proof } = batch;
  if (isProved(record, index)) throw new Error(`Batch ${index} is in the record already`);
  const { routes, differences, hubs, observers, views, answers, hits } = proof;
  const figures = { hubs, observers, views, answers, hits, cpuSeconds: rounded(cpuSeconds) };
  const own: ProvedRange = { commit, from: index, to: index, ...figures, differences };
  const ranges = [...record.ranges, own].sort((a, b) => a.from - b.from).reduce(joinedTo, []);
  return { ...record, ranges, routes: [...new Set([...record.routes, ...routes])].sort() };
}

/** Whether a batch is in the record. */
export function isProved({ ranges }: ProofRecord, index: number): boolean {
  return ranges.some(({ from, to }) => from <= index && index <= to);
}

/** All ranges together. */
export function sumOf({ ranges }: Pick<ProofRecord, 'ranges'>): Figures {
  return ranges.reduce<Figures>(added, nothing);
}

const nothing: Figures = { hubs: 0, observers: 0, views: 0, answers: 0, hits: 0, cpuSeconds: 0 };

function joinedTo(before: readonly ProvedRange[], next: ProvedRange): readonly ProvedRange[] {
  const last = before.at(-1);
  if (last === undefined || last.commit !== next.commit || last.to + 1 !== next.from)
    return [...before, next];
  const { commit, from } = last;
  const differences = [...last.differences, ...next.differences];
  return [...before.slice(0, -1), { commit, from, to: next.to, ...added(last, next), differences }];
}

function added(one: Figures, other: Figures): Figures {
  return {
    hubs: one.hubs + other.hubs,
    observers: one.observers + other.observers,
    views: one.views + other.views,
    answers: one.answers + other.answers,
    hits: one.hits + other.hits,
    cpuSeconds: rounded(one.cpuSeconds + other.cpuSeconds),
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
