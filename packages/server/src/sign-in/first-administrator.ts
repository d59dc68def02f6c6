import { accounts, addAccount, resetAccount } from '@clew/ledger/accounts.ts';
import { appendAudit } from '@clew/ledger/audit/chain.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { addPerson, changeRole, findPerson } from '@clew/ledger/people.ts';
import { oneTimePassword, oneTimePasswordHours } from './one-time-password.ts';
import { type HashCost, hashPassword } from './password-hash.ts';

export interface FirstAdministrator {
  readonly person: 'administrator';
  /** Works once, for 72 hours. Shown once and kept nowhere. */
  readonly oneTimePassword: string;
  readonly until: string;
}

/**
 * Makes the person `administrator` with an account and a one-time password when nobody has an account yet; undefined
 * when somebody has. Where the one-time password ran out before anybody used it, there is a new one.
 */
export async function ensureFirstAdministrator(
  { ledger, cost }: { readonly ledger: Ledger; readonly cost?: HashCost | undefined },
  now: number = Date.now(),
): Promise<FirstAdministrator | undefined> {
  if (!(await isNeeded(ledger, now))) return undefined;
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  const at = new Date(now).toISOString();
  const until = new Date(now + oneTimePasswordHours * 3_600_000).toISOString();
  return ledger.transaction(async (database) => {
    if (!(await isNeeded(database, now))) return undefined;
    if ((await findPerson(database, person)) === undefined) {
      await addPerson(database, { id: person, title: 'Administrator', partner: null, at });
      const reason = 'The first administrator of this hub';
      await changeRole(database, { person, role: 'administrator', granted: true, by: 'hub', reason, at });
    }
    if ((await accounts(database)).length === 0) {
      await addAccount(database, { person, password: hash, until, at });
    } else {
      await resetAccount(database, { person, password: hash, until, forgetSecondFactor: false });
    }
    const kind = { purpose: null, project: null, label: null, outcome: 'done' };
    const what = `person ${person}`;
    await appendAudit(database, { at, person: 'hub', via: 'hub', action: 'person.manage', what, ...kind });
    return { person, oneTimePassword: password, until };
  });
}

const person = 'administrator';

/** Nobody has an account; or the only one is the first administrator's, unused, and its password has run out. */
async function isNeeded(database: Pick<Ledger, 'query' | 'keys'>, now: number): Promise<boolean> {
  const all = await accounts(database);
  const only = all[0];
  if (only === undefined) return true;
  const isUnused = only.person === person && only.mustChange && only.secondFactor === null && !only.disabled;
  return all.length === 1 && isUnused && only.passwordUntil !== null && now >= Date.parse(only.passwordUntil);
}
