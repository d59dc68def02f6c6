import {
  listProblems,
  type ProblemCount,
  type ProblemPlace,
  placeAfter,
  type RowCount,
} from '@clew/engine/statements/list-problems.ts';
import type { Problem } from '@clew/model/problem.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { contributionFor } from './contribution-for.ts';
import { countRowsOf } from './count-rows-of.ts';
import { mountContributions } from './mount-contributions.ts';
import { refuseUnread } from './read-records.ts';

/** What came of the rows of a contribution, and what is wrong in them. */
export interface ContributionProblems {
  readonly counts: RowCount;
  readonly problems: readonly ProblemCount[];
  readonly rows: readonly Problem[];
  /** Give it as `after` to read on; null at the end. */
  readonly next: ProblemPlace | null;
}

/** The problems of a contribution by row and column, `limit` of them after the place named. */
export async function readProblems(
  hub: Hub,
  caller: Caller,
  asked: {
    readonly contribution: string;
    readonly after?: ProblemPlace | undefined;
    readonly limit: number;
  },
): Promise<ContributionProblems> {
  const kept = await contributionFor(hub, caller, { action: 'contribution.read', id: asked.contribution });
  refuseUnread(hub, kept);
  const { after, limit } = asked;
  const counted = await countRowsOf(hub, kept);
  const found = await hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    return listProblems(lake, { after, limit: limit + 1 });
  });
  const rows = found.slice(0, limit);
  const next = found.length > limit ? (placeAfter(rows, after) ?? null) : null;
  return { ...counted, rows, next };
}
