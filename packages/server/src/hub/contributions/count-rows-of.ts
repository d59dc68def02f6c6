import { contributionTables } from '@clew/engine/contribution/tables.ts';
import type { Lake } from '@clew/engine/lake/lake.ts';
import { mountTables } from '@clew/engine/lake/store.ts';
import { countQuarantined } from '@clew/engine/statements/count-quarantined.ts';
import {
  countProblems,
  countRows,
  type ProblemCount,
  type RowCount,
} from '@clew/engine/statements/list-problems.ts';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import { labelTable, statementTable, valueProblemTable } from '@clew/engine/statements/tables.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { isQuarantined, labelFromText } from '@clew/model/terms/label.ts';
import type { Hub } from '../hub.ts';
import { contributionFolder } from './contribution-folder.ts';
import type { TakenIn } from './take-in-kept.ts';

/** What came of the rows of a contribution, in numbers: rows in = rows stated + rows refused. */
export interface RowsOf {
  readonly counts: RowCount;
  readonly problems: readonly ProblemCount[];
  /** Persons whom nobody has put in a category yet. */
  readonly quarantined: number;
}

/** What taking it in has counted just now (`taken`) is not counted again. */
export function countRowsOf(hub: Hub, kept: KeptContribution, taken: TakenIn | null = null): Promise<RowsOf> {
  return hub.reading.use(async (lake) => {
    const folder = contributionFolder(hub.layout, kept);
    const isProblem = taken === null || !isFlawless(taken);
    if (isProblem) await mountTables(lake, [...contributionTables, valueProblemTable], [folder]);
    return {
      counts: taken === null ? await countedRows(lake, kept) : rowsTaken(kept, taken),
      problems: isProblem ? await countProblems(lake) : [],
      quarantined: await personsInQuarantine(lake, folder),
    };
  });
}

async function countedRows(lake: Lake, { id }: KeptContribution): Promise<RowCount> {
  return (await countRows(lake))[0] ?? { contribution: id, rows: 0, stated: 0, refused: 0 };
}

function rowsTaken({ id }: KeptContribution, { rows, stated }: TakenIn): RowCount {
  return { contribution: id, rows, stated, refused: rows - stated };
}

/** Every row was read and stated, and no value was odd. */
function isFlawless({ rows, stated, problems }: TakenIn): boolean {
  return rows > 0 && rows === stated && problems === 0;
}

async function personsInQuarantine(lake: Lake, folder: string): Promise<number> {
  const [found] = await folderLabels(lake, [folder]);
  const labels = found?.labels ?? [];
  if (!labels.some(({ content }) => isQuarantined(labelFromText(content as string)))) return 0;
  await mountTables(lake, [statementTable, labelTable], [folder]);
  return (await countQuarantined(lake))[0]?.persons ?? 0;
}
