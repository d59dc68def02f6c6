// In: how many random hubs, and a seed. Out: whether anybody's answers depended on what they may not see.
// To be affordable, several random hubs lie in one physical hub, with nothing in common; a file is hidden when it is
// from the observers of all of them; and each base is compared with several variants, each of which counts as a hub. A view
// of the same id is computed once for all sides unless `recompute` is set.
// docs/security.md says what is compared and what is not.

import { probedRoutes } from './probes.ts';
import { type ProofRecord, type ProofSettings, sumOf, withBatch } from './proof-record.ts';
import { type ProofOptions, proveBatch } from './prove-batch.ts';

/** So many hubs share a process of the database and a lake, and so often each of them is varied. */
export const batchSize = { cells: 25, variants: 4 } as const;

/** Hubs in a whole batch. */
export const hubsAtOnce = batchSize.cells * batchSize.variants;

/** What makes a batch, so that it is the same wherever it is made again. */
export function batchOf(settings: ProofSettings, index: number, hubs: number): ProofOptions {
  const { seed, recompute, weights, variants } = settings;
  return {
    seed,
    recompute,
    weights,
    index,
    variants,
    hubs: Math.min(settings.cells, Math.ceil(hubs / variants)),
  };
}

export function emptyRecord(settings: ProofSettings): ProofRecord {
  return { settings, routes: [], ranges: [] };
}

/** At least as many hubs as asked for, in this process. */
export async function proveNonInterference(asked: {
  readonly hubs: number;
  readonly seed: number;
  /** How often each base is varied: of few hubs all can be different. */
  readonly variants?: number;
}): Promise<ProofRecord> {
  const { seed, variants = batchSize.variants } = asked;
  let record = emptyRecord({ seed, recompute: false, weights: 'usual', ...batchSize, variants });
  for (let index = 0; sumOf(record).hubs < asked.hubs; index++) {
    const proof = await proveBatch(batchOf(record.settings, index, asked.hubs - sumOf(record).hubs));
    record = withBatch(record, { index, commit: '', cpuSeconds: 0, proof });
  }
  return record;
}

/** Routes that nobody asked. */
export function unaskedIn({ routes }: Pick<ProofRecord, 'routes'>): readonly string[] {
  return probedRoutes()
    .map(({ id }) => id)
    .filter((id) => !routes.includes(id));
}
