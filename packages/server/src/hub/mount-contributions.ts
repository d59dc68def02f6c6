import { contributionTables } from '@clew/engine/contribution/tables.ts';
import { mountTables } from '@clew/engine/lake/store.ts';
import { statementTables } from '@clew/engine/statements/tables.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { contributionFolder } from './contribution-folder.ts';
import type { Hub } from './open-hub.ts';

/** Makes stages 1 and 2 of contributions readable in the lake. */
export function mountContributions(hub: Hub, kept: readonly KeptContribution[]): Promise<void> {
  const folders = kept.map((each) => contributionFolder(hub.layout, each));
  return mountTables(hub.lake, [...contributionTables, ...statementTables], folders);
}
