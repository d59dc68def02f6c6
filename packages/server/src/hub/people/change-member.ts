import { changeMember, checkProjectId, membersOf } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

export interface MemberToChange {
  readonly project: string;
  readonly person: string;
  /** True: joins; false: leaves. */
  readonly joined: boolean;
}

/** Takes somebody into a project or out of it. Gives the members after. */
export async function changeMemberOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { project, person, joined }: MemberToChange,
): Promise<{ readonly project: string; readonly members: readonly string[] }> {
  checkProjectId(project);
  await hub.gate.pass(caller, 'project.manage', { kind: 'project', id: project });
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    await changeMember(database, { project, person, joined, by: caller.actor.person, at });
    return { project, members: await membersOf(database, project) };
  });
}
