import { checkPersonId, findPerson, type Person } from '@clew/ledger/people.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Resource } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** A person as the gate asks about them, registered or not. Refuses what cannot be an id: it goes into the audit log. */
export async function personResource(hub: Pick<Hub, 'ledger'>, id: string): Promise<Resource> {
  checkPersonId(id);
  const found = await findPerson(hub.ledger, id);
  return { kind: 'person', id, partner: found?.partner ?? null };
}

/** The person, or `not-found`. For after the gate. */
export async function registered(hub: Pick<Hub, 'ledger'>, id: string): Promise<Person> {
  const found = await findPerson(hub.ledger, id);
  if (found !== undefined) return found;
  throw new Refusal('not-found', 'There is no such person.', 'Look with clew people list.');
}
