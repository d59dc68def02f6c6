// In: a session that only the password has opened. Out: a session with the second factor.
// Invariant: a code is good once; the secret stands in the ledger under the hub key only.

import { enrolSecondFactor, findAccount, useStep } from '@clew/ledger/accounts.ts';
import { offerSecondFactor } from '@clew/ledger/sessions.ts';
import type { HubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { nextSession, notSignedIn, type SignInStep, sessionAt } from './sessions.ts';
import { auditDoor, nowOf, type SignIn } from './sign-in.ts';
import { countOrRefuse } from './throttle.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

export interface CodeGiven {
  readonly session: string;
  /** Six digits. */
  readonly code: string;
  /** Where the request comes from; not kept. */
  readonly address: string;
}

/** The second step of who has a second factor: its code. */
export async function enterCode(signIn: SignIn, given: CodeGiven): Promise<SignInStep> {
  const live = await sessionAt(signIn, given.session, ['code']);
  const { person } = live;
  countOrRefuse(signIn.codes, person);
  const account = await findAccount(signIn.ledger, person);
  if (account === undefined || account.secondFactor === null) throw notSignedIn();
  const secret = signIn.seal.open(boundTo(person), account.secondFactor);
  const step = totpStep(secret, given.code, signIn.clock());
  const at = nowOf(signIn);
  const next = await signIn.ledger.transaction(async (database) => {
    const isFresh = step !== undefined && (await useStep(database, person, step));
    const stage = account.mustChange ? 'password' : 'open';
    const done = isFresh ? await nextSession(signIn, database, { live, stage }) : undefined;
    const outcome = done === undefined ? 'refused' : 'done';
    await auditDoor(database, { person, action: 'sign-in.code', outcome, at });
    return done;
  });
  if (next === undefined) throw wrongCode();
  signIn.codes.forget(person);
  signIn.passwords.know(person, given.address);
  return next;
}

/** Offers a new second factor: the secret in base 32 to type, and as a URI for a QR code. Each call offers another. */
export async function offerFactor(
  signIn: SignIn,
  { session }: Pick<CodeGiven, 'session'>,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const live = await sessionAt(signIn, session, ['enrolment']);
  const secret = newTotpSecret();
  const sealed = signIn.seal.seal(boundTo(live.person), secret);
  await signIn.ledger.transaction((database) => offerSecondFactor(database, live.kept.hash, sealed));
  return { secret, uri: totpUri(secret, { person: live.person, hub: signIn.title }) };
}

/** Enrols the second factor on offer with its first code, which proves that the app has it. */
export async function confirmFactor(signIn: SignIn, given: CodeGiven): Promise<SignInStep> {
  const live = await sessionAt(signIn, given.session, ['enrolment']);
  const { person } = live;
  const sealed = live.kept.offered;
  if (sealed === null) {
    throw new Refusal('input-invalid', 'No second factor is on offer.', 'Ask for one first.');
  }
  countOrRefuse(signIn.codes, person);
  const step = totpStep(signIn.seal.open(boundTo(person), sealed), given.code, signIn.clock());
  const at = nowOf(signIn);
  const next = await signIn.ledger.transaction(async (database) => {
    const account = await findAccount(database, person);
    // Somebody else with the same password may have enrolled meanwhile: what is enrolled stays.
    const isFree = account?.secondFactor === null;
    const done =
      step !== undefined && isFree ? await nextSession(signIn, database, { live, stage: 'open' }) : undefined;
    if (done !== undefined && step !== undefined) await enrolSecondFactor(database, { person, sealed, step });
    const outcome = done === undefined ? 'refused' : 'done';
    await auditDoor(database, { person, action: 'sign-in.enrol', outcome, at });
    return done;
  });
  if (next === undefined) throw wrongCode();
  signIn.codes.forget(person);
  signIn.passwords.know(person, given.address);
  return next;
}

/** A sealed second factor of somebody under another seal. What does not open stays as it is. */
export function resealedFactor(
  person: string,
  sealed: string,
  { from, to }: { readonly from: HubSeal; readonly to: HubSeal },
): string {
  try {
    return to.seal(boundTo(person), from.open(boundTo(person), sealed));
  } catch (error) {
    if (error instanceof Refusal) return sealed;
    throw error;
  }
}

function boundTo(person: string): string {
  return `second factor\n${person}`;
}

function wrongCode(): Refusal {
  return new Refusal(
    'not-signed-in',
    'The code is wrong or was used before.',
    'Wait for the next code of the app. If all are wrong, its clock is.',
  );
}
