import { type TriedProblem, tryMapping } from '@clew/engine/statements/try-mapping.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { refusedBy } from '@clew/model/terms/profiles/profiles.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { checkMapping } from './check-mapping.ts';

export interface RowsToTry {
  readonly partner: string;
  readonly reader: string;
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What reading a few rows with a mapping would complain of. Neither is kept. */
export async function tryReading(
  hub: Hub,
  caller: Caller,
  { partner, reader, mapping, columns, rows }: RowsToTry,
): Promise<readonly TriedProblem[]> {
  await hub.gate.pass(caller, 'contribution.hand-in', { kind: 'contribution', id: 'new', owner: partner });
  checkMapping(mapping, { reader, columns });
  return tryMapping(mapping, rows, refusedBy(hub.profile));
}
