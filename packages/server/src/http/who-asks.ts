import type { Ground } from '@clew/model/access/actor.ts';
import type { AnyRoute } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../access/caller.ts';
import { groundFrom } from '../access/ground.ts';
import { checkFormToken, checkOrigin } from './check-origin.ts';
import { sessionFrom } from './session-cookie.ts';
import type { SignInDoor } from './sign-in-door.ts';

export interface Asking {
  readonly headers: Headers;
  readonly route: AnyRoute;
  readonly request: string;
  readonly origins: readonly string[];
  readonly secure: boolean;
}

/**
 * Who asks, for what. A token comes from a system and needs no form token; a session comes from a browser, and what
 * it changes must come from a page of ours. Null when the route needs nobody.
 */
export async function whoAsks(signIn: SignInDoor, asking: Asking): Promise<Caller | null> {
  const { headers, route, request } = asking;
  const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/.exec(headers.get('authorization') ?? '')?.[1];
  // Where nobody needs to be signed in a token proves nothing, so it excuses from nothing.
  if (route.writes && (bearer === undefined || !route.signedIn)) checkOrigin(headers, asking.origins);
  if (!route.signedIn) return null;
  if (headers.has('authorization')) {
    const actor = bearer === undefined ? undefined : await signIn.byToken(bearer);
    if (actor === undefined) throw nobody();
    return { actor, ground: ground(headers), request };
  }
  const secret = sessionFrom(headers, asking.secure);
  const session = secret === undefined ? undefined : await signIn.bySession(secret);
  if (session === undefined) throw nobody();
  if (route.writes) checkFormToken(headers.get('clew-form'), session.formToken);
  return { actor: session.actor, ground: ground(headers), request };
}

function nobody(): Refusal {
  return new Refusal(
    'not-signed-in',
    'Nobody is signed in, or no longer.',
    'Sign in, or send a valid token as Authorization: Bearer ….',
  );
}

function ground(headers: Headers): Ground {
  const said = (name: string) => headers.get(name) ?? undefined;
  return groundFrom(said('clew-purpose'), said('clew-project'));
}
