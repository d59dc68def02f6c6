import { contributionTables } from '@clew/engine/contribution/tables.ts';
import { mountTables } from '@clew/engine/lake/store.ts';
import { statementTables } from '@clew/engine/statements/tables.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Hub } from '../hub.ts';
import { contributionFolder } from './contribution-folder.ts';

/** Makes stages 1 and 2 of contributions readable in a lake. */
export function mountContributions(
  { lake, layout }: Pick<Hub, 'lake' | 'layout'>,
  kept: readonly KeptContribution[],
): Promise<void> {
  const folders = kept.map((each) => contributionFolder(layout, each));
  return mountTables(lake, [...contributionTables, ...statementTables], folders);
}
