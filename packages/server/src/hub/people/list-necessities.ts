import { type Necessity, necessities } from '@clew/ledger/necessities.ts';
import { checkProjectId } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../open-hub.ts';

/** The necessities of one project; of all projects for who approves them. The newest first. */
export async function listNecessities(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { project }: { readonly project?: string | undefined },
): Promise<readonly Necessity[]> {
  if (project === undefined) {
    await hub.gate.pass(caller, 'necessity.approve', wholeHub);
    return necessities(hub.ledger);
  }
  checkProjectId(project);
  await hub.gate.pass(caller, 'project.list', { kind: 'project', id: project });
  const mayKnow =
    caller.actor.projects.includes(project) ||
    hub.gate.allows(caller, 'necessity.approve', { kind: 'project', id: project });
  return mayKnow ? (await necessities(hub.ledger)).filter((each) => each.project === project) : [];
}
