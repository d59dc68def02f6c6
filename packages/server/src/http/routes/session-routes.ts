import {
  beginOpenId,
  changePassword as changePasswordRoute,
  choosePassword,
  confirmSecondFactor,
  enterCode as enterCodeRoute,
  finishOpenId,
  offerSecondFactor,
  signInWithPassword as signInRoute,
  signOut as signOutRoute,
  whoAmI,
} from '@clew/model/contract/session.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { changePassword, chooseFirstPassword } from '../../sign-in/change-password.ts';
import { lastVisit } from '../../sign-in/last-visit.ts';
import type { OpenId } from '../../sign-in/open-id.ts';
import { confirmFactor, enterCode, offerFactor } from '../../sign-in/second-factor.ts';
import {
  formTokenOf,
  notSignedIn,
  type SignInStep,
  signOut,
  signOutEverywhere,
} from '../../sign-in/sessions.ts';
import { signInWithPassword } from '../../sign-in/sign-in-with-password.ts';
import { type Asked, type Wired, wire } from '../asked.ts';
import { endedCookie, endedFlowCookie, flowCookie, flowFrom, sessionCookie } from '../session-cookie.ts';

/** Where a browser goes once it is signed in. */
const home = '/api/v1/session';

export const sessionRoutes: readonly Wired[] = [
  wire(signInRoute, async (asked) => {
    const { signIn, body, address, session } = asked;
    const step = await signInWithPassword(signIn, { ...body, address });
    if (session !== undefined) await signOut(signIn, session);
    return stepped(asked, step);
  }),
  wire(enterCodeRoute, async (asked) => {
    const { signIn, body, address } = asked;
    return stepped(asked, await enterCode(signIn, { ...body, session: sessionOf(asked), address }));
  }),
  wire(choosePassword, async (asked) => {
    const { signIn, body } = asked;
    return stepped(asked, await chooseFirstPassword(signIn, { ...body, session: sessionOf(asked) }));
  }),
  wire(offerSecondFactor, (asked) => offerFactor(asked.signIn, { session: sessionOf(asked) })),
  wire(confirmSecondFactor, async (asked) => {
    const { signIn, body, address } = asked;
    return stepped(asked, await confirmFactor(signIn, { ...body, session: sessionOf(asked), address }));
  }),
  wire(changePasswordRoute, async (asked) => {
    if (asked.caller.actor.via !== 'session') {
      throw new Refusal('forbidden', 'A token changes no password.', 'Sign in.');
    }
    const { signIn, body } = asked;
    return stepped(asked, await changePassword(signIn, { ...body, session: sessionOf(asked) }));
  }),
  wire(whoAmI, async ({ caller, session, signIn }) => {
    const { person, roles, partner, projects, via, scopes } = caller.actor;
    const own = via === 'session' ? session : undefined;
    const formToken = own === undefined ? null : formTokenOf(own);
    const visitedAt = own === undefined ? null : await lastVisit(signIn, own);
    return { person, roles, partner, projects, via, scopes, formToken, lastVisit: visitedAt };
  }),
  wire(signOutRoute, async ({ signIn, session, query, headers, secure }) => {
    const end = query.everywhere === 'true' ? signOutEverywhere : signOut;
    if (session !== undefined) await end(signIn, session);
    headers.append('set-cookie', endedCookie(secure));
    // Not its cookies: that would reach every host of the organisation's domain.
    headers.set('clear-site-data', '"cache", "storage"');
    return undefined;
  }),
  wire(beginOpenId, async ({ signIn, openId, headers, secure }) => {
    const { url, flow, seconds } = await provider(openId).begin(signIn);
    headers.append('set-cookie', flowCookie({ value: flow, seconds }, secure));
    return { url };
  }),
  wire(finishOpenId, async (asked) => {
    const { signIn, openId, raw, headers, secure, session } = asked;
    const flow = flowFrom(raw.headers, secure);
    if (flow === undefined) throw notSignedIn();
    const step = await provider(openId).finish(signIn, { flow, query: new URL(raw.url).search });
    // The cookie of a session that is `SameSite=Strict` may not come along; where it does, that session ends.
    if (session !== undefined) await signOut(signIn, session);
    headers.append('set-cookie', endedFlowCookie(secure));
    stepped(asked, step);
    headers.set('refresh', `0; url=${home}`);
    return undefined;
  }),
];

/** Gives the browser the secret of the next step. */
function stepped({ headers, secure }: Pick<Asked, 'headers' | 'secure'>, step: SignInStep) {
  const { person, stage, formToken, session, seconds } = step;
  headers.append('set-cookie', sessionCookie({ value: session, seconds }, secure));
  return { person, stage, formToken };
}

function sessionOf({ session }: Pick<Asked, 'session'>): string {
  if (session === undefined) throw notSignedIn();
  return session;
}

function provider(openId: OpenId | undefined): OpenId {
  if (openId !== undefined) return openId;
  throw new Refusal('not-found', 'Sign-in by OpenID Connect is not set up.', 'Use a local account.');
}
