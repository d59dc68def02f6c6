import type { Lake } from '@clew/engine/lake/lake.ts';
import { countQuarantined } from '@clew/engine/statements/count-quarantined.ts';
import {
  countProblems,
  countRows,
  type ProblemCount,
  type RowCount,
} from '@clew/engine/statements/list-problems.ts';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { isQuarantined, labelFromText } from '@clew/model/terms/label.ts';
import type { Hub } from '../hub.ts';
import { contributionFolder } from './contribution-folder.ts';
import { mountContributions } from './mount-contributions.ts';
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
    if (taken !== null && isFlawless(taken) && !(await hasQuarantined(lake, hub, kept))) {
      const { rows, stated } = taken;
      const counts = { contribution: kept.id, rows, stated, refused: rows - stated };
      return { counts, problems: [], quarantined: 0 };
    }
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    const none = { contribution: kept.id, rows: 0, stated: 0, refused: 0 };
    return {
      counts: (await countRows(lake))[0] ?? none,
      problems: await countProblems(lake),
      quarantined: (await countQuarantined(lake))[0]?.persons ?? 0,
    };
  });
}

/** Every row was read and stated, and no value was odd. */
function isFlawless({ rows, stated, problems }: TakenIn): boolean {
  return rows > 0 && rows === stated && problems === 0;
}

async function hasQuarantined(lake: Lake, hub: Hub, kept: KeptContribution): Promise<boolean> {
  const [found] = await folderLabels(lake, [contributionFolder(hub.layout, kept)]);
  return (found?.labels ?? []).some(({ content }) => isQuarantined(labelFromText(content as string)));
}
