import type { Database } from '@clew/ledger/database.ts';
import { findStanding } from '@clew/ledger/standing.ts';
import type { Actor } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** Somebody as the ledger knows them now. Refuses (`forbidden`) who is not registered. */
export async function actorOf(
  ledger: Database,
  person: string,
  via: Actor['via'],
  scopes: Actor['scopes'] = null,
): Promise<Actor> {
  const found = await findStanding(ledger, person, new Date().toISOString());
  if (found === undefined) {
    throw new Refusal(
      'forbidden',
      'This hub does not know who asks.',
      'An administrator registers people: clew people add.',
    );
  }
  return { person, ...found, via, scopes };
}
