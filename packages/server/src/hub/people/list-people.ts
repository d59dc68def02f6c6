import { accounts } from '@clew/ledger/accounts.ts';
import { type Person, people, rolesOfAll } from '@clew/ledger/people.ts';
import type { Role } from '@clew/model/access/roles.ts';
import type { Caller } from '../../access/caller.ts';
import { type Resource, wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

export interface ListedPerson extends Omit<Person, 'at'> {
  readonly roles: readonly Role[];
  /** How the person signs in at the hub; null for who may not manage people. */
  readonly account: 'none' | 'one-time-password' | 'no-second-factor' | 'open' | 'disabled' | null;
}

/** Who works with the hub, as far as the caller may know. */
export async function listPeople(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
): Promise<readonly ListedPerson[]> {
  await hub.gate.pass(caller, 'person.list', wholeHub);
  const roles = await rolesOfAll(hub.ledger);
  const states = new Map((await accounts(hub.ledger)).map((account) => [account.person, stateOf(account)]));
  return (await people(hub.ledger)).flatMap(({ id, title, partner }) => {
    const resource: Resource = { kind: 'person', id, partner };
    if (!hub.gate.allows(caller, 'person.list', resource)) return [];
    const manages = hub.gate.allows(caller, 'person.manage', resource);
    const account = manages ? (states.get(id) ?? 'none') : null;
    return [{ id, title, partner, roles: roles.get(id) ?? [], account }];
  });
}

function stateOf(account: {
  readonly disabled: boolean;
  readonly mustChange: boolean;
  readonly secondFactor: string | null;
}): ListedPerson['account'] {
  if (account.disabled) return 'disabled';
  if (account.mustChange) return 'one-time-password';
  return account.secondFactor === null ? 'no-second-factor' : 'open';
}
