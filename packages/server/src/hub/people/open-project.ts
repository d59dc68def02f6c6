import { addProject, checkProjectId, type Project } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

export type ProjectToOpen = Pick<Project, 'id' | 'title' | 'purpose' | 'until'>;

/** Opens a named project with a purpose. It has no members yet. */
export async function openProject(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { id, title, purpose, until }: ProjectToOpen,
): Promise<Project> {
  checkProjectId(id);
  await hub.gate.pass(caller, 'project.manage', { kind: 'project', id });
  const project = {
    ...{ id, title, purpose, until },
    by: caller.actor.person,
    at: new Date().toISOString(),
  };
  await hub.ledger.transaction((database) => addProject(database, project));
  return project;
}
