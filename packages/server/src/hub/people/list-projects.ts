import { membersOf, type Project, projects } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../open-hub.ts';

export interface ListedProject extends Omit<Project, 'by'> {
  readonly members: readonly string[];
}

/** The projects that the caller is a member of; all of them for who manages them. */
export async function listProjects(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
): Promise<readonly ListedProject[]> {
  await hub.gate.pass(caller, 'project.list', wholeHub);
  const listed: ListedProject[] = [];
  for (const { by: _, ...project } of await projects(hub.ledger)) {
    const members = await membersOf(hub.ledger, project.id);
    const isMember = members.includes(caller.actor.person);
    const manages = hub.gate.allows(caller, 'project.manage', { kind: 'project', id: project.id });
    if (isMember || manages) listed.push({ ...project, members });
  }
  return listed;
}
