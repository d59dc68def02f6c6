import { choosePassword, findAccount } from '@clew/ledger/accounts.ts';
import type { Database } from '@clew/ledger/database.ts';
import { findPerson } from '@clew/ledger/people.ts';
import { endSessionsOf } from '@clew/ledger/sessions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { hashPassword, passwordFits } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { type LiveSession, notSignedIn, type SignInStep, sessionAt, startSession } from './sessions.ts';
import { auditDoor, nowOf, type SignIn } from './sign-in.ts';
import { countOrRefuse } from './throttle.ts';

/** Puts a password of one's own in place of the one-time password: a step of the first sign-in. */
export async function chooseFirstPassword(
  signIn: SignIn,
  given: { readonly session: string; readonly password: string },
): Promise<SignInStep> {
  const live = await sessionAt(signIn, given.session, ['password']);
  return setPassword(signIn, live, given.password);
}

/** Changes the password of who is signed in. Every other session of theirs ends, and this one gets a new secret. */
export async function changePassword(
  signIn: SignIn,
  given: { readonly session: string; readonly current: string; readonly password: string },
): Promise<SignInStep> {
  const live = await sessionAt(signIn, given.session, ['open']);
  countOrRefuse(signIn.codes, live.person);
  const account = await findAccount(signIn.ledger, live.person);
  if (!(await passwordFits(given.current, account?.password ?? null, signIn.cost))) {
    const { person } = live;
    await signIn.ledger.transaction((database) =>
      auditDoor(database, {
        person,
        action: 'sign-in.change-password',
        outcome: 'refused',
        at: nowOf(signIn),
      }),
    );
    throw new Refusal('input-invalid', 'The present password is wrong.', 'Try again.');
  }
  signIn.codes.forget(live.person);
  return setPassword(signIn, live, given.password);
}

async function setPassword(signIn: SignIn, live: LiveSession, password: string): Promise<SignInStep> {
  const { person } = live;
  const found = await findPerson(signIn.ledger, person);
  const before = await findAccount(signIn.ledger, person);
  if (found === undefined || before === undefined) throw notSignedIn();
  checkPassword(password, found);
  if (await passwordFits(password, before.password, signIn.cost)) {
    throw new Refusal('input-invalid', 'This is the password that there is.', 'Choose another.');
  }
  const hash = await hashPassword(password, signIn.cost);
  return signIn.ledger.transaction(async (database) => {
    await refuseChanged(database, person, before.password);
    // Every session goes, this one too; that it was still there is part of the same transaction.
    if ((await endSessionsOf(database, person)) === 0) throw notSignedIn();
    await choosePassword(database, person, hash);
    const stage = before.secondFactor === null ? 'enrolment' : 'open';
    const step = await startSession(signIn, database, { person, stage });
    await auditDoor(database, {
      person,
      action: 'sign-in.change-password',
      outcome: 'done',
      at: nowOf(signIn),
    });
    return step;
  });
}

/** An administrator may have reset the account while the new password was being hashed. */
async function refuseChanged(database: Database, person: string, password: string | null): Promise<void> {
  if ((await findAccount(database, person))?.password !== password) throw notSignedIn();
}
