import { appendAudit } from '@clew/ledger/audit/chain.ts';
import type { Database, Ledger } from '@clew/ledger/database.ts';
import type { HubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { currentCost, type HashCost } from './password-hash.ts';
import { codeRule, SignInThrottle, Throttle } from './throttle.ts';

/** What signing in works with. One for as long as the process serves: it remembers who tried how often. */
export interface SignIn {
  readonly ledger: Ledger;
  /** Seals second factors. */
  readonly seal: HubSeal;
  /** The name of the hub, as an authenticator app shows it. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** People of a demonstration: their password alone lets them in. Nobody in any other hub. */
  readonly byPasswordAlone: ReadonlySet<string>;
  /** What hashing a password costs. */
  readonly cost: HashCost;
  readonly passwords: SignInThrottle;
  readonly codes: Throttle;
}

export function makeSignIn(
  given: Pick<SignIn, 'ledger' | 'seal' | 'title'> & {
    readonly clock?: () => number;
    readonly byPasswordAlone?: ReadonlySet<string>;
    /** The current one unless told. */
    readonly cost?: HashCost | undefined;
  },
): SignIn {
  const clock = given.clock ?? Date.now;
  return {
    ...given,
    clock,
    byPasswordAlone: given.byPasswordAlone ?? new Set(),
    cost: given.cost ?? currentCost,
    passwords: new SignInThrottle(clock),
    codes: new Throttle(codeRule, clock),
  };
}

/** Now, as the ledger has it. */
export function nowOf(signIn: Pick<SignIn, 'clock'>): string {
  return new Date(signIn.clock()).toISOString();
}

/** Something that happened at the door. `person` null: a name that the hub does not know, which is not written down. */
export interface AtTheDoor {
  readonly person: string | null;
  readonly action:
    | 'sign-in.password'
    | 'sign-in.code'
    | 'sign-in.enrol'
    | 'sign-in.change-password'
    | 'sign-in.open-id'
    | 'sign-in.out';
  readonly outcome: 'done' | 'refused';
  readonly at: string;
}

/** Puts it into the audit log: the last write of its transaction. */
export function auditDoor(database: Database, { person, action, outcome, at }: AtTheDoor): Promise<void> {
  return appendAudit(database, {
    at,
    person: person ?? 'nobody',
    via: 'session',
    action,
    what: person === null ? 'account' : `account ${person}`,
    purpose: null,
    project: null,
    label: null,
    outcome,
  });
}
