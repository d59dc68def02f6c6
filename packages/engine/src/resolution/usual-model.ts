// The weights as they are before any data, as a model to decide with. Invariant: what two records weigh against each
// other depends on these two alone, so that nobody learns of a third from whether they link.

import type { KeptModels } from './kept-model.ts';
import { linkModels } from './models/type-models.ts';
import { untrainedModel } from './train.ts';

/** Whether weights are learnt from what takes part, or taken as they come with Clew. */
export type Weights = 'learnt' | 'usual';

/** What `resolve` is told for it. */
export function weightsAsked(weights: Weights = 'learnt'): { models?: KeptModels; uncounted?: boolean } {
  return weights === 'usual' ? { models: usualModels(), uncounted: true } : {};
}

/** Relatives who look like one person are never taken for one. */
const relatives = -10;

/**
 * For `resolve({ models, uncounted: true })`: nothing is learnt, no value counts as rare or common, and pairs link from a
 * probability of 0.95.
 */
export function usualModels(): KeptModels {
  return new Map(
    linkModels.map((model) => {
      const untrained = untrainedModel(model);
      const averages = untrained.averages.map((levels) => levels.map(() => null));
      return [
        model.type,
        {
          trained: { ...untrained, averages },
          // The usual one; what the model expects of it is worked out by each run.
          threshold: undefined,
          rivals: model.interactions
            .filter(({ rival }) => rival !== undefined)
            .map(({ id }) => ({ interaction: id, bits: [relatives, relatives, relatives] as const })),
        },
      ];
    }),
  );
}
