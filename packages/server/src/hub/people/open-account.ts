import { addAccount } from '@clew/ledger/accounts.ts';
import type { Caller } from '../../access/caller.ts';
import { oneTimePassword, oneTimePasswordHours } from '../../sign-in/one-time-password.ts';
import { hashPassword } from '../../sign-in/password-hash.ts';
import type { Hub } from '../hub.ts';
import { personResource, registered } from './person-resource.ts';
import { tellOversight } from './tell-oversight.ts';

/** To be shown once: it is kept nowhere. Never goes into an answer that is stored. */
export interface OneTimePassword {
  readonly person: string;
  readonly oneTimePassword: string;
  /** ISO 8601. */
  readonly until: string;
}

/** Gives somebody an account with a one-time password. */
export async function openAccount(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { person }: { readonly person: string },
): Promise<OneTimePassword> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, person));
  await registered(hub, person);
  const made = await newOneTimePassword(Date.now());
  await hub.ledger.transaction(async (database) => {
    await addAccount(database, { person, password: made.hash, until: made.until, at: made.at });
    await tellOversight(database, { kind: 'account-opened', about: person, at: made.at });
  });
  return { person, oneTimePassword: made.text, until: made.until };
}

/** A one-time password, its hash and its end. */
export async function newOneTimePassword(now: number) {
  const text = oneTimePassword();
  const until = new Date(now + oneTimePasswordHours * 3_600_000).toISOString();
  return { text, hash: await hashPassword(text), at: new Date(now).toISOString(), until };
}
