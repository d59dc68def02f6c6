// In: how many random hubs, and a seed. Out: whether anybody's answers depended on what they may not see.
// To be affordable, several random hubs lie in one physical hub, with nothing in common; a file is hidden when it is
// from the observers of all of them. A view of the same id is computed once for both sides unless `recompute` is set.
// docs/security.md says what is compared and what is not.

import { probedRoutes } from './probes.ts';
import { type BatchProof, type Difference, type ProofOptions, proveBatch } from './prove-batch.ts';

/** So many hubs share a process of the database and a lake: enough to share its costs, few enough to be small. */
export const hubsAtOnce = 24;

export interface NonInterference {
  readonly hubs: number;
  readonly observers: number;
  readonly answers: number;
  readonly hits: number;
  readonly differences: readonly Difference[];
  /** Routes that nobody asked. */
  readonly unasked: readonly string[];
}

export interface ProofAsked {
  readonly hubs: number;
  readonly seed: number;
  readonly recompute?: boolean | undefined;
  readonly weights?: ProofOptions['weights'];
  /** The first batch; 0 unless told. */
  readonly from?: number | undefined;
  /** Every so-manieth batch from there; each unless told. Others take those between. */
  readonly every?: number | undefined;
  readonly onBatch?: ((done: Omit<NonInterference, 'unasked'>) => void) | undefined;
}

export async function proveNonInterference(asked: ProofAsked): Promise<NonInterference> {
  const routesAsked = new Set<string>();
  let sum = { hubs: 0, observers: 0, answers: 0, hits: 0, differences: [] as readonly Difference[] };
  for (let index = asked.from ?? 0; sum.hubs < asked.hubs; index += asked.every ?? 1) {
    const hubs = Math.min(hubsAtOnce, asked.hubs - sum.hubs);
    const { seed, recompute, weights } = asked;
    const proof: BatchProof = await proveBatch({ seed, index, hubs, recompute, weights });
    for (const route of proof.routes) routesAsked.add(route);
    sum = {
      hubs: sum.hubs + proof.hubs,
      observers: sum.observers + proof.observers,
      answers: sum.answers + proof.answers,
      hits: sum.hits + proof.hits,
      differences: [...sum.differences, ...proof.differences],
    };
    asked.onBatch?.(sum);
  }
  return {
    ...sum,
    unasked: probedRoutes()
      .filter(({ id }) => !routesAsked.has(id))
      .map(({ id }) => id),
  };
}
