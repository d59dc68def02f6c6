import type { TypeModel } from './model.ts';
import { untaughtBits } from './threshold.ts';
import { overLevels, type TrainedModel, unseenSubjects } from './train.ts';

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

/**
 * Whether a model tells what is rare: how common values are was counted, among as many subjects as are thought of beside them.
 * Of fewer every name would be rare.
 */
export function isCounted(trained: {
  readonly subjects: number;
  /** Levels of which it is known how often two share a value of theirs. */
  readonly counted: number;
}): boolean {
  return trained.counted > 0 && trained.subjects >= unseenSubjects;
}

export function countedLevels({ averages }: Pick<TrainedModel, 'averages'>): number {
  return averages.flat().filter((average) => average !== null).length;
}
