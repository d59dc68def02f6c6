import { type Account, findAccount, rehashPassword } from '@clew/ledger/accounts.ts';
import type { SessionStage } from '@clew/ledger/sessions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { hashPassword, isOutdated, passwordFits } from './password-hash.ts';
import { longestPassword } from './password-rules.ts';
import { type SignInStep, startSession } from './sessions.ts';
import { auditDoor, nowOf, type SignIn } from './sign-in.ts';

export interface PasswordGiven {
  readonly person: string;
  readonly password: string;
  /** Where the request comes from, for slowing guesses down; not kept. */
  readonly address: string;
}

/**
 * The first step: a name and a password. It opens nothing yet, whatever it gives. An unknown name, a wrong password,
 * a disabled account and a one-time password that is over take as long and are answered in the same words
 * (`not-signed-in`).
 */
export async function signInWithPassword(signIn: SignIn, given: PasswordGiven): Promise<SignInStep> {
  const name = namedLike(given.person) ? given.person : '';
  const right = signIn.passwords.begin(name, given.address);
  const account = await findAccount(signIn.ledger, name);
  const isShort = given.password.length <= 4 * longestPassword;
  const fits = await passwordFits(isShort ? given.password : '', account?.password ?? null, signIn.cost);
  const at = nowOf(signIn);
  if (!fits || account === undefined || !isUsable(account, at)) {
    const person = account?.person ?? null;
    await signIn.ledger.transaction((database) =>
      auditDoor(database, { person, action: 'sign-in.password', outcome: 'refused', at }),
    );
    throw wrong();
  }
  right();
  const from = account.password ?? '';
  const to = isOutdated(from, signIn.cost) ? await hashPassword(given.password, signIn.cost) : from;
  return signIn.ledger.transaction(async (database) => {
    const { person } = account;
    if (to !== from) await rehashPassword(database, { person, from, to });
    const step = await startSession(signIn, database, { person, stage: firstStage(signIn, account) });
    await auditDoor(database, { person, action: 'sign-in.password', outcome: 'done', at });
    return step;
  });
}

/** A second factor comes first where there is one: a stolen one-time password alone changes nothing. */
function firstStage({ byPasswordAlone }: SignIn, account: Account): SessionStage {
  if (account.secondFactor !== null) return 'code';
  if (byPasswordAlone.has(account.person)) return 'open';
  return account.mustChange ? 'password' : 'enrolment';
}

function isUsable(account: Account, at: string): boolean {
  return !account.disabled && (account.passwordUntil === null || at < account.passwordUntil);
}

function namedLike(person: string): boolean {
  return /^[a-z0-9][a-z0-9.@_-]{0,63}$/.test(person);
}

function wrong(): Refusal {
  return new Refusal(
    'not-signed-in',
    'The name or the password is wrong.',
    'Try again. One-time passwords end after three days: an administrator gives another.',
  );
}
