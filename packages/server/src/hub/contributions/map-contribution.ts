import { sampleFile } from '@clew/engine/contribution/sample.ts';
import { addMapping } from '@clew/ledger/contributions.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { checkMapping } from './check-mapping.ts';
import { contributionFor } from './contribution-for.ts';
import { type TakenIn, takeInKept } from './take-in-kept.ts';

/** Corrects how a contribution is read, and reads it anew. The next run takes it up. */
export async function mapContribution(
  hub: Hub,
  caller: Caller,
  given: { readonly contribution: string; readonly mapping: Mapping; readonly watch?: Watch },
): Promise<TakenIn> {
  const known = await contributionFor(hub, caller, { action: 'contribution.map', id: given.contribution });
  const open = () => hub.vault.read(known.object);
  const { fileName, bytes } = known;
  checkMapping(given.mapping, await sampleFile({ fileName, bytes, open }, { mapping: given.mapping }));
  const at = new Date().toISOString();
  await hub.ledger.transaction((database) =>
    addMapping(database, known.id, { mapping: given.mapping, by: caller.actor.person, at }),
  );
  const now = await contributionFor(hub, caller, { action: 'contribution.map', id: known.id });
  return takeInKept(hub, now, given.watch ?? {});
}
