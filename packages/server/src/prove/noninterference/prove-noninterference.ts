// In: how many random hubs, and a seed. Out: whether anybody's answers depended on what they may not see.
// To be affordable, several random hubs lie in one physical hub, with nothing in common; a file is hidden when it is
// from the observers of all of them. A view of the same id is computed once for both sides unless `recompute` is set.
// docs/security.md says what is compared and what is not.

import { probedRoutes } from './probes.ts';
import { type BatchProof, type Difference, type ProofOptions, proveBatch } from './prove-batch.ts';

/** So many hubs share a process of the database and a lake: enough to share its costs, few enough to be small. */
export const hubsAtOnce = 24;

/** What was proved so far. As JSON it can be kept, and gone on from. */
export interface ProofSum {
  readonly hubs: number;
  readonly observers: number;
  readonly answers: number;
  readonly hits: number;
  readonly differences: readonly Difference[];
  /** The ids of the routes that somebody asked, sorted. */
  readonly routes: readonly string[];
}

export interface NonInterference extends ProofSum {
  /** Routes that nobody asked. */
  readonly unasked: readonly string[];
}

export interface ProofAsked {
  readonly hubs: number;
  readonly seed: number;
  readonly recompute?: boolean | undefined;
  readonly weights?: ProofOptions['weights'];
}

export const nothingProved: ProofSum = {
  hubs: 0,
  observers: 0,
  answers: 0,
  hits: 0,
  differences: [],
  routes: [],
};

export async function proveNonInterference({ hubs, ...how }: ProofAsked): Promise<NonInterference> {
  let sum = nothingProved;
  for (let index = 0; sum.hubs < hubs; index++) {
    sum = withBatch(sum, await proveBatch({ ...how, index, hubs: Math.min(hubsAtOnce, hubs - sum.hubs) }));
  }
  return { ...sum, unasked: unaskedIn(sum) };
}

/** The sum with one more batch. */
export function withBatch(sum: ProofSum, proof: BatchProof): ProofSum {
  return {
    hubs: sum.hubs + proof.hubs,
    observers: sum.observers + proof.observers,
    answers: sum.answers + proof.answers,
    hits: sum.hits + proof.hits,
    differences: [...sum.differences, ...proof.differences],
    routes: [...new Set([...sum.routes, ...proof.routes])].sort(),
  };
}

/** Routes that nobody asked. */
export function unaskedIn({ routes }: ProofSum): readonly string[] {
  return probedRoutes()
    .map(({ id }) => id)
    .filter((id) => !routes.includes(id));
}
