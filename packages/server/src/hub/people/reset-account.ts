import { disableAccount, findAccount, resetAccount } from '@clew/ledger/accounts.ts';
import { endSessionsOf } from '@clew/ledger/sessions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { newOneTimePassword, type OneTimePassword } from './open-account.ts';
import { personResource } from './person-resource.ts';
import { tellOversight } from './tell-oversight.ts';

/** A new one-time password for who has lost theirs; with `forgetSecondFactor` for who has lost the phone too. */
export async function resetAccountOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  given: { readonly person: string; readonly forgetSecondFactor: boolean },
): Promise<OneTimePassword> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, given.person));
  await accountOf(hub, given.person);
  const { person, forgetSecondFactor } = given;
  const made = await newOneTimePassword(Date.now());
  await hub.ledger.transaction(async (database) => {
    await resetAccount(database, { person, password: made.hash, until: made.until, forgetSecondFactor });
    await endSessionsOf(database, person);
    await tellOversight(database, { kind: 'account-reset', about: person, at: made.at });
  });
  return { person, oneTimePassword: made.text, until: made.until };
}

/** Lets nobody in by an account, by identity provider or by token in this person's name any more. A reset undoes it. */
export async function disableAccountOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { person }: { readonly person: string },
): Promise<void> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, person));
  await accountOf(hub, person);
  if (person === caller.actor.person) {
    throw new Refusal('second-person', 'Nobody disables their own account.', 'Another administrator can.');
  }
  await hub.ledger.transaction(async (database) => {
    await disableAccount(database, person, true);
    await endSessionsOf(database, person);
  });
}

async function accountOf(hub: Pick<Hub, 'ledger'>, person: string): Promise<void> {
  if ((await findAccount(hub.ledger, person)) !== undefined) return;
  throw new Refusal('not-found', 'There is no such account.', 'Open one with clew people account.');
}
