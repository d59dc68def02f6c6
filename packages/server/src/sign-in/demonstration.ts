// In: a hub that `clew demo` made. Out: people of its invented world, and passwords for them that are shown once.
// Invariant: nothing here is called for a hub that is not marked as a demonstration (`isDemonstration`).

import { accounts, addAccount, resetAccount } from '@clew/ledger/accounts.ts';
import { appendAudit } from '@clew/ledger/audit/chain.ts';
import type { Database, Ledger } from '@clew/ledger/database.ts';
import { addPerson, changeRole, findPerson } from '@clew/ledger/people.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { oneTimePassword, oneTimePasswordHours } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';

export interface DemoPerson {
  readonly person: string;
  readonly title: string;
  /** A partner of the invented world; null at the hub itself. */
  readonly partner: string | null;
  readonly roles: readonly Role[];
}

/** One of each kind, on both sides of a hit, and somebody whom nobody has given a role. */
export const demoPeople: readonly DemoPerson[] = [
  at('border-guard', 'analyst', 'Analyst of the border guard', ['analyst', 'reviewer']),
  at('border-guard', 'contributor', 'Contributor of the border guard', ['contributor']),
  at('fr-police', 'owner', 'Contributor of the police that is asked', ['contributor']),
  at(null, 'reviewer', 'Reviewer at the hub', ['analyst', 'reviewer']),
  at(null, 'officer', 'Data protection officer', ['data-protection-officer']),
  at(null, 'supervisor', 'Supervisor of the hub', ['supervisor']),
  at(null, 'auditor', 'Auditor', ['auditor']),
  at(null, 'administrator', 'Administrator', ['administrator']),
  at(null, 'guest', 'Somebody without a role', []),
];

export interface DemoAccount extends DemoPerson {
  /** Works until the hub is served again. Shown once and kept nowhere. */
  readonly password: string;
}

/** Only a hub that says so of itself, and only on this machine's own address without a proxy in front. */
export function isDemonstration(given: {
  readonly content: { readonly demo?: true | undefined };
  readonly isHere: boolean;
  readonly origin: string | undefined;
}): boolean {
  return given.content.demo === true && given.isHere && given.origin === undefined;
}

/** Registers the people with their roles. Whoever is there already stays as they are. */
export async function registerDemoPeople({ ledger }: { readonly ledger: Ledger }): Promise<void> {
  const at = new Date().toISOString();
  const reason = 'A person of the demonstration';
  await ledger.transaction(async (database) => {
    for (const { person, title, partner, roles } of demoPeople) {
      if ((await findPerson(database, person)) !== undefined) continue;
      await addPerson(database, { id: person, title, partner, at });
      for (const role of roles)
        await changeRole(database, { person, role, granted: true, by: 'hub', reason, at });
      await audit(database, person, at);
    }
  });
}

/** Gives each of the people a new password. What they had before no longer works. */
export async function openDemoAccounts({
  ledger,
}: {
  readonly ledger: Ledger;
}): Promise<readonly DemoAccount[]> {
  await registerDemoPeople({ ledger });
  const now = Date.now();
  const at = new Date(now).toISOString();
  const until = new Date(now + oneTimePasswordHours * 3_600_000).toISOString();
  const opened = await Promise.all(
    demoPeople.map(async (one) => {
      const password = oneTimePassword();
      return { ...one, password, hash: await hashPassword(password) };
    }),
  );
  await ledger.transaction(async (database) => {
    const known = new Set((await accounts(database)).map(({ person }) => person));
    for (const { person, hash } of opened) {
      const account = { person, password: hash, until };
      if (known.has(person)) await resetAccount(database, { ...account, forgetSecondFactor: true });
      else await addAccount(database, { ...account, at });
      await audit(database, person, at);
    }
  });
  return opened.map(({ hash: _, ...account }) => account);
}

function at(partner: string | null, person: string, title: string, roles: readonly Role[]): DemoPerson {
  return { person, title, partner, roles };
}

function audit(database: Database, person: string, when: string): Promise<void> {
  const kind = { purpose: null, project: null, label: null, outcome: 'done' };
  const what = `person ${person}`;
  return appendAudit(database, {
    at: when,
    person: 'hub',
    via: 'hub',
    action: 'person.manage',
    what,
    ...kind,
  });
}
