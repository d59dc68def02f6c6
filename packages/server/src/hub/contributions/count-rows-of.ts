import { countQuarantined } from '@clew/engine/statements/count-quarantined.ts';
import {
  countProblems,
  countRows,
  type ProblemCount,
  type RowCount,
} from '@clew/engine/statements/list-problems.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Hub } from '../hub.ts';
import { mountContributions } from './mount-contributions.ts';

/** What came of the rows of a contribution, in numbers: rows in = rows stated + rows refused. */
export interface RowsOf {
  readonly counts: RowCount;
  readonly problems: readonly ProblemCount[];
  /** Persons whom nobody has put in a category yet. */
  readonly quarantined: number;
}

export function countRowsOf(hub: Hub, kept: KeptContribution): Promise<RowsOf> {
  return hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    const none = { contribution: kept.id, rows: 0, stated: 0, refused: 0 };
    return {
      counts: (await countRows(lake))[0] ?? none,
      problems: await countProblems(lake),
      quarantined: (await countQuarantined(lake))[0]?.persons ?? 0,
    };
  });
}
