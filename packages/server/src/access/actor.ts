import type { Database } from '@clew/ledger/database.ts';
import { findPerson, rolesOf } from '@clew/ledger/people.ts';
import { projectsOf } from '@clew/ledger/projects.ts';
import type { Actor } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** Somebody as the ledger knows them now. Refuses (`forbidden`) who is not registered. */
export async function actorOf(
  ledger: Database,
  person: string,
  via: Actor['via'],
  scopes: Actor['scopes'] = null,
): Promise<Actor> {
  const found = await findPerson(ledger, person);
  if (found === undefined) {
    throw new Refusal(
      'forbidden',
      'This hub does not know who asks.',
      'An administrator registers people: clew people add.',
    );
  }
  const [roles, projects] = [
    await rolesOf(ledger, person),
    await projectsOf(ledger, person, new Date().toISOString()),
  ];
  return { person, roles, partner: found.partner, projects, via, scopes };
}
