// In: the secret that a browser holds. Out: who it is and what they may do next.
// Invariant: the ledger holds hashes only; every step of signing in gives a new secret and ends the old.

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { findAccount } from '@clew/ledger/accounts.ts';
import type { Database } from '@clew/ledger/database.ts';
import {
  addSession,
  clearSessions,
  endSession,
  endSessionsOf,
  findSession,
  type KeptSession,
  type SessionStage,
  seeSession,
} from '@clew/ledger/sessions.ts';
import type { Actor } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { actorOf } from '../access/actor.ts';
import { auditDoor, nowOf, type SignIn } from './sign-in.ts';

/** Limits of a session in milliseconds: OWASP ASVS 4.0, 3.3.2, level 2, and stricter. */
export const sessionLimits = {
  /** Without a request. */
  idle: 15 * 60_000,
  /** From sign-in, whatever happens. */
  absolute: 8 * 3_600_000,
  /** From the password to the last step. */
  unfinished: 10 * 60_000,
} as const;

/** A step of signing in that went well: what the browser gets, and what is to be done next. */
export interface SignInStep {
  readonly person: string;
  /** The value of the session cookie: 256 random bits in base64url. */
  readonly session: string;
  /** What forms must send along (against cross-site request forgery). */
  readonly formToken: string;
  /** `open`: signed in. Else: enter a code, choose a password, enrol a second factor. */
  readonly stage: SessionStage;
  /** How long the cookie lives, at most. */
  readonly seconds: number;
}

/** A session that is valid now. */
export interface LiveSession {
  readonly person: string;
  readonly stage: SessionStage;
  readonly formToken: string;
  /** Its row in the ledger. */
  readonly kept: KeptSession;
}

/** Starts a session at a stage. Write, in a transaction. */
export async function startSession(
  signIn: SignIn,
  database: Database,
  given: { readonly person: string; readonly stage: SessionStage },
): Promise<SignInStep> {
  const session = randomBytes(32).toString('base64url');
  const now = signIn.clock();
  const life = given.stage === 'open' ? sessionLimits.absolute : sessionLimits.unfinished;
  await addSession(database, {
    hash: hashOf(session),
    person: given.person,
    stage: given.stage,
    offered: null,
    startedAt: nowOf(signIn),
    seenAt: nowOf(signIn),
    until: new Date(now + life).toISOString(),
  });
  return { ...given, session, formToken: formTokenOf(session), seconds: life / 1000 };
}

/** Ends a session and starts the next stage under a new secret. Of two requests with one secret only one goes on. */
export async function nextSession(
  signIn: SignIn,
  database: Database,
  from: { readonly live: LiveSession; readonly stage: SessionStage },
): Promise<SignInStep> {
  const { live, stage } = from;
  if (!(await endSession(database, live.kept.hash))) throw notSignedIn();
  return startSession(signIn, database, { person: live.person, stage });
}

/** The session that a browser's secret opens now, at whatever stage; undefined when there is none. */
export async function liveSession(signIn: SignIn, secret: string): Promise<LiveSession | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
  const kept = await findSession(signIn.ledger, hashOf(secret));
  if (kept === undefined) return undefined;
  const now = signIn.clock();
  const isOver = now >= Date.parse(kept.until) || now >= Date.parse(kept.seenAt) + sessionLimits.idle;
  if (isOver) return undefined;
  const account = await findAccount(signIn.ledger, kept.person);
  if (account?.disabled === true) return undefined;
  if (now >= Date.parse(kept.seenAt) + seenEvery) {
    await signIn.ledger.transaction((database) => seeSession(database, kept.hash, nowOf(signIn)));
  }
  return { person: kept.person, stage: kept.stage, formToken: formTokenOf(secret), kept };
}

/** The session at one of these stages, or `not-signed-in`. */
export async function sessionAt(
  signIn: SignIn,
  secret: string,
  stages: readonly SessionStage[],
): Promise<LiveSession> {
  const live = await liveSession(signIn, secret);
  if (live === undefined || !stages.includes(live.stage)) throw notSignedIn();
  return live;
}

/** Who is signed in with a browser's secret, as the ledger knows them now; undefined before the last step. */
export async function actorFromSession(
  signIn: SignIn,
  secret: string,
): Promise<{ readonly actor: Actor; readonly formToken: string } | undefined> {
  const live = await liveSession(signIn, secret);
  if (live?.stage !== 'open') return undefined;
  return { actor: await actorOf(signIn.ledger, live.person, 'session'), formToken: live.formToken };
}

/** Ends the session. One that is over already is fine too. */
export async function signOut(signIn: SignIn, secret: string): Promise<void> {
  const live = await liveSession(signIn, secret);
  if (live === undefined) return;
  const at = nowOf(signIn);
  await signIn.ledger.transaction(async (database) => {
    await endSession(database, live.kept.hash);
    await auditDoor(database, { person: live.person, action: 'sign-in.out', outcome: 'done', at });
  });
}

/** Ends every session of whoever holds this one. */
export async function signOutEverywhere(signIn: SignIn, secret: string): Promise<void> {
  const live = await sessionAt(signIn, secret, ['open']);
  const at = nowOf(signIn);
  await signIn.ledger.transaction(async (database) => {
    await endSessionsOf(database, live.person);
    await auditDoor(database, { person: live.person, action: 'sign-in.out', outcome: 'done', at });
  });
}

/** Clears what has ended by itself. For a timer of the server. */
export async function forgetEndedSessions(signIn: SignIn): Promise<void> {
  const notSeenSince = new Date(signIn.clock() - sessionLimits.idle).toISOString();
  await signIn.ledger.transaction((database) =>
    clearSessions(database, { now: nowOf(signIn), notSeenSince }),
  );
}

/** The form token is made from the secret: whoever reads the ledger cannot make it. */
export function formTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('clew form token').digest('base64url');
}

export function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', 'Nobody is signed in, or no longer.', 'Sign in anew.');
}

/** Noting every request would write the ledger for each read. */
const seenEvery = 60_000;

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
