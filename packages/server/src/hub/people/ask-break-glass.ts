import { askBreakGlass, type BreakGlass, findBreakGlass } from '@clew/ledger/break-glass.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { findProject } from '@clew/ledger/projects.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { type Resource, wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { tellOversight } from './tell-oversight.ts';

/** Asks for access beyond the rules, for the purpose and in the project that the caller states. It opens nothing yet. */
export async function askForBreakGlass(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { reason }: { readonly reason: string },
): Promise<BreakGlass> {
  const { purpose, project } = caller.ground;
  const resource: Resource = project === null ? wholeHub : { kind: 'project', id: project };
  await hub.gate.pass(caller, 'break-glass.ask', resource);
  if (project !== null && (await findProject(hub.ledger, project)) === undefined) {
    throw new Refusal('not-found', 'There is no such project.', 'Look with clew project list.');
  }
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    const id = await askBreakGlass(database, { person: caller.actor.person, purpose, project, reason, at });
    await addNotice(database, { to: { role: 'supervisor' }, kind: 'break-glass-asked', about: id, at });
    await tellOversight(database, { kind: 'break-glass-asked', about: id, at });
    return (await findBreakGlass(database, id)) as BreakGlass;
  });
}
