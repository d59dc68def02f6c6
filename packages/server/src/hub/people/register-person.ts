import { addPerson, checkPersonId, type Person } from '@clew/ledger/people.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

export interface PersonToRegister {
  readonly id: string;
  readonly title: string;
  /** Null: works at the hub itself. */
  readonly partner: string | null;
}

/** Registers somebody, or a partner's system. Without a role they may do nothing yet. */
export async function registerPerson(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { id, title, partner }: PersonToRegister,
): Promise<Person> {
  checkPersonId(id);
  await hub.gate.pass(caller, 'person.manage', { kind: 'person', id, partner });
  const person = { id, title, partner, at: new Date().toISOString() };
  await hub.ledger.transaction((database) => addPerson(database, person));
  return person;
}
