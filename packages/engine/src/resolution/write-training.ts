import type { Lake } from '../lake/lake.ts';
import { writeTable } from '../lake/table-writer.ts';
import { trainingTable } from './tables.ts';
import type { TrainedModel } from './train.ts';

/** Writes `resolution.training`. Types of which nothing was compared have no rows. */
export async function writeTraining(
  lake: Lake,
  folder: string,
  models: readonly TrainedModel[],
): Promise<void> {
  await writeTable(lake, { folder, table: trainingTable }, async (writer) => {
    for (const { model, subjects, log } of models) {
      for (const [index, step] of log.steps.entries()) {
        await writer.add({
          type: model.type,
          iteration: index + 1,
          change: step.change,
          log_likelihood: step.logLikelihood,
          subjects,
          block_pairs: log.blockPairs,
          random_pairs: log.randomPairs,
        });
      }
    }
  });
}
