import { askNecessity, findNecessity, type Necessity } from '@clew/ledger/necessities.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { checkProjectId } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { tellOversight } from './tell-oversight.ts';

export type NecessityToRecord = Pick<Necessity, 'project' | 'categories' | 'minors' | 'reason' | 'until'>;

/** Records a strict necessity in a project. It has no effect before another person approves it. */
export async function recordNecessity(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { project, categories, minors, reason, until }: NecessityToRecord,
): Promise<Necessity> {
  checkProjectId(project);
  await hub.gate.pass(caller, 'necessity.record', { kind: 'project', id: project });
  const at = new Date().toISOString();
  const by = caller.actor.person;
  return hub.ledger.transaction(async (database) => {
    const id = await askNecessity(database, { project, categories, minors, reason, until, by, at });
    await addNotice(database, { to: { role: 'supervisor' }, kind: 'necessity-asked', about: id, at });
    await tellOversight(database, { kind: 'necessity-asked', about: id, at });
    return (await findNecessity(database, id)) as Necessity;
  });
}
