import type { TypeModel } from './model.ts';
import { untaughtBits } from './threshold.ts';
import { overLevels, type TrainedModel } from './train.ts';

/**
 * SQL over outcome columns and `weight`, the pair's in bits: whether the pair may link. Of what tells little, a pair is sure
 * only where it was counted how common the values are: without that every name is of average rarity.
 */
export function linkableSql(model: TypeModel, isCounted: boolean): string {
  const holds = (condition: string) => `coalesce(${overLevels(model, condition)}, false)`;
  const { linkable, linkableIfSure } = model;
  if (!isCounted || linkableIfSure === undefined) return holds(linkable);
  return `(${holds(linkable)} or (weight >= ${untaughtBits.toFixed(4)} and ${holds(linkableIfSure)}))`;
}

/** Whether it was counted for a model how common values are. */
export function isCounted({ averages }: Pick<TrainedModel, 'averages'>): boolean {
  return averages.some((levels) => levels.some((average) => average !== null));
}
