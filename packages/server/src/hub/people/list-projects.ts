import { allMembers, type Project, projects } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

export interface ListedProject extends Omit<Project, 'by'> {
  readonly members: readonly string[];
}

/** The projects that the caller is a member of; all of them for who opens them and who oversees. */
export async function listProjects(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
): Promise<readonly ListedProject[]> {
  await hub.gate.pass(caller, 'project.list', wholeHub);
  const members = await allMembers(hub.ledger);
  const listed: ListedProject[] = [];
  for (const { by: _, ...project } of await projects(hub.ledger)) {
    if (!hub.gate.allows(caller, 'project.list', { kind: 'project', id: project.id })) continue;
    listed.push({ ...project, members: members.get(project.id) ?? [] });
  }
  return listed;
}
