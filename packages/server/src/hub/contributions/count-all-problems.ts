import type { ProblemCount } from '@clew/engine/statements/list-problems.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { countRowsOf } from './count-rows-of.ts';
import { listContributions } from './list-contributions.ts';

/** The contributions that the caller may know of, each with its problems in numbers. */
export async function countAllProblems(
  hub: Hub,
  caller: Caller,
): Promise<readonly { readonly kept: KeptContribution; readonly problems: readonly ProblemCount[] }[]> {
  const counted = [];
  for (const kept of await listContributions(hub, caller)) {
    counted.push({ kept, problems: (await countRowsOf(hub, kept)).problems });
  }
  return counted;
}
