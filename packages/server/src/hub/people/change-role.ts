import { changeRole, rolesOf } from '@clew/ledger/people.ts';
import { endSessionsOf } from '@clew/ledger/sessions.ts';
import type { Role } from '@clew/model/access/roles.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { personResource, registered } from './person-resource.ts';
import { tellOversight } from './tell-oversight.ts';

export interface RoleToChange {
  readonly person: string;
  readonly role: Role;
  readonly granted: boolean;
  readonly reason: string;
}

/** Gives or takes a role. Whoever it concerns signs in anew: with other rights comes another session. */
export async function changeRoleOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  change: RoleToChange,
): Promise<{ readonly person: string; readonly roles: readonly Role[] }> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, change.person));
  const { person, role, granted, reason } = change;
  await registered(hub, person);
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    const given = { person, role, granted, reason, by: caller.actor.person, at };
    if (!(await changeRole(database, given))) return;
    await endSessionsOf(database, person);
    await tellOversight(database, { kind: granted ? 'role-given' : 'role-taken', about: person, at });
  });
  return { person, roles: await rolesOf(hub.ledger, person) };
}
