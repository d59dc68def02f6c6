import type { Actor } from '@clew/model/access/actor.ts';
import { actorFromSession } from '../sign-in/sessions.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { actorFromToken } from '../sign-in/tokens.ts';

/** What the API asks of sign-in: who holds this secret. Undefined for anything that is not valid now. */
export interface SignInDoor {
  bySession(secret: string): Promise<{ readonly actor: Actor; readonly formToken: string } | undefined>;
  byToken(secret: string): Promise<Actor | undefined>;
}

export function doorOf(signIn: SignIn): SignInDoor {
  return {
    bySession: (secret) => actorFromSession(signIn, secret),
    byToken: (secret) => actorFromToken(signIn.ledger, secret, signIn.clock()),
  };
}
