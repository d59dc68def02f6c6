import type { Actor } from '@clew/model/access/actor.ts';

/** What the API asks of sign-in: who holds this secret. Undefined for anything that is not valid now. */
export interface SignInDoor {
  bySession(secret: string): Promise<{ readonly actor: Actor; readonly formToken: string } | undefined>;
  byToken(secret: string): Promise<Actor | undefined>;
}
