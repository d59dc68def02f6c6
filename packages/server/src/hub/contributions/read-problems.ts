import { listProblems, type ProblemCount, type RowCount } from '@clew/engine/statements/list-problems.ts';
import type { Problem } from '@clew/model/problem.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { contributionFor } from './contribution-for.ts';
import { countRowsOf } from './count-rows-of.ts';
import { mountContributions } from './mount-contributions.ts';

/** What came of the rows of a contribution, and what is wrong in them. */
export interface ContributionProblems {
  readonly counts: RowCount;
  readonly problems: readonly ProblemCount[];
  readonly rows: readonly Problem[];
}

/** The problems of a contribution by row and column, at most `limit` of them. */
export async function readProblems(
  hub: Hub,
  caller: Caller,
  asked: { readonly contribution: string; readonly limit: number },
): Promise<ContributionProblems> {
  const kept = await contributionFor(hub, caller, { action: 'contribution.read', id: asked.contribution });
  const counted = await countRowsOf(hub, kept);
  const rows = await hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    return listProblems(lake, { limit: asked.limit });
  });
  return { ...counted, rows };
}
