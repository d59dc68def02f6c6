import {
  countProblems,
  countRows,
  type ProblemCount,
  type RowCount,
} from '@clew/engine/statements/list-problems.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Hub } from '../open-hub.ts';
import { mountContributions } from './mount-contributions.ts';

/** What came of the rows of a contribution, in numbers: rows in = rows stated + rows refused. */
export function countRowsOf(
  hub: Hub,
  kept: KeptContribution,
): Promise<{ readonly counts: RowCount; readonly problems: readonly ProblemCount[] }> {
  return hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    const none = { contribution: kept.id, rows: 0, stated: 0, refused: 0 };
    return { counts: (await countRows(lake))[0] ?? none, problems: await countProblems(lake) };
  });
}
