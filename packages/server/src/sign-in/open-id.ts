// In: what an organisation's identity provider says of who is in front of the browser. Out: a session.
// Invariant: only an identity that an administrator has linked to a person gets in; nobody is registered on the way.

import { createHash, randomBytes } from 'node:crypto';
import { findAccount, findIdentity } from '@clew/ledger/accounts.ts';
import { Refusal } from '@clew/model/refusal.ts';
import * as client from 'openid-client';
import { type SignInStep, startSession } from './sessions.ts';
import { auditDoor, nowOf, type SignIn } from './sign-in.ts';

/** How this hub is known to the identity provider. */
export interface OpenIdSettings {
  /** `CLEW_OIDC_ISSUER`: an https URL; http on this machine only. */
  readonly issuer: string;
  /** `CLEW_OIDC_CLIENT_ID` */
  readonly clientId: string;
  /** `CLEW_OIDC_CLIENT_SECRET` */
  readonly clientSecret: string;
  /** `CLEW_OIDC_REDIRECT`: where the provider sends the browser back to, as registered there. */
  readonly redirect: string;
}

interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
}

/** Sign-in by OpenID Connect 1.0: authorization code with PKCE (RFC 7636), state and nonce. */
export class OpenId {
  readonly #settings: OpenIdSettings;
  #provider: client.Configuration | undefined;
  /** By the hash of what the browser holds, in the order of their beginning. */
  readonly #flows = new Map<string, Flow>();

  constructor(settings: OpenIdSettings) {
    this.#settings = settings;
    checkUrl(settings.issuer, 'CLEW_OIDC_ISSUER');
    checkUrl(settings.redirect, 'CLEW_OIDC_REDIRECT');
    if (settings.clientId === '' || settings.clientSecret === '') {
      throw new Refusal(
        'usage',
        'Sign-in by OpenID Connect is not complete.',
        'Set CLEW_OIDC_CLIENT_ID and CLEW_OIDC_CLIENT_SECRET too.',
      );
    }
  }

  /**
   * Begins: where to send the browser, and what it must bring back in a cookie (`SameSite=Lax`, since the provider
   * sends it back), so that a flow that begins in one browser ends in no other.
   */
  async begin(
    signIn: Pick<SignIn, 'clock'>,
  ): Promise<{ readonly url: string; readonly flow: string; readonly seconds: number }> {
    const provider = await this.#discovered();
    const flow = randomBytes(32).toString('base64url');
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    this.#keep(flow, { state, nonce, verifier, until: signIn.clock() + flowLife });
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.#settings.redirect,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow, seconds: flowLife / 1000 };
  }

  /** Ends: `query` is what the provider gave the browser, `flow` what the browser held. A flow is good once. */
  async finish(
    signIn: SignIn,
    given: { readonly flow: string; readonly query: string },
  ): Promise<SignInStep> {
    const key = hashOf(given.flow);
    const flow = this.#flows.get(key);
    this.#flows.delete(key);
    if (flow === undefined || signIn.clock() >= flow.until) throw notSignedIn();
    const claims = await this.#claims(flow, given.query);
    return letIn(signIn, claims);
  }

  async #claims(flow: Flow, query: string): Promise<{ readonly iss: string; readonly sub: string }> {
    const provider = await this.#discovered();
    const url = new URL(this.#settings.redirect);
    url.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw notSignedIn();
      return claims;
    } catch (error) {
      if (error instanceof Refusal || !isProviders(error)) throw error;
      throw notSignedIn();
    }
  }

  async #discovered(): Promise<client.Configuration> {
    if (this.#provider !== undefined) return this.#provider;
    const issuer = new URL(this.#settings.issuer);
    try {
      this.#provider = await client.discovery(
        issuer,
        this.#settings.clientId,
        undefined,
        client.ClientSecretBasic(this.#settings.clientSecret),
        {
          timeout: 10,
          execute: issuer.protocol === 'http:' ? [signed, client.allowInsecureRequests] : [signed],
        },
      );
    } catch (error) {
      if (!isProviders(error)) throw error;
      throw new Refusal('not-ready', 'The identity provider cannot be reached.', 'Try again in a while.');
    }
    return this.#provider;
  }

  #keep(flow: string, kept: Flow): void {
    this.#flows.set(hashOf(flow), kept);
    if (this.#flows.size <= mostFlows) return;
    const oldest = this.#flows.keys().next().value;
    if (oldest !== undefined) this.#flows.delete(oldest);
  }
}

/** The signature of the ID token is checked too, though it comes straight from the provider over TLS. */
const signed = client.enableNonRepudiationChecks;
const flowLife = 10 * 60_000;
const mostFlows = 10_000;

async function letIn(
  signIn: SignIn,
  { iss, sub }: { readonly iss: string; readonly sub: string },
): Promise<SignInStep> {
  const identity = await findIdentity(signIn.ledger, iss, sub);
  const account = identity === undefined ? undefined : await findAccount(signIn.ledger, identity.person);
  const at = nowOf(signIn);
  const person = account?.disabled === true ? null : (identity?.person ?? null);
  const step = await signIn.ledger.transaction(async (database) => {
    const started =
      person === null ? undefined : await startSession(signIn, database, { person, stage: 'open' });
    const outcome = started === undefined ? 'refused' : 'done';
    const known = identity?.person ?? null;
    await auditDoor(database, { person: known, action: 'sign-in.open-id', outcome, at });
    return started;
  });
  if (step === undefined) throw notSignedIn();
  return step;
}

/** What the provider or the way to it can be blamed for; anything else is a bug. */
function isProviders(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof client.ClientError ||
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.WWWAuthenticateChallengeError ||
    error.name === 'TimeoutError' ||
    (error instanceof TypeError && error.message === 'fetch failed')
  );
}

function checkUrl(text: string, name: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return;
  throw new Refusal('usage', `${name} is not an https address.`, 'Only on this machine it may be http.');
}

function notSignedIn(): Refusal {
  return new Refusal(
    'not-signed-in',
    'The identity provider did not let you in, or this hub does not know you.',
    'Try again. An administrator links your identity to a person of this hub.',
  );
}

function hashOf(flow: string): string {
  return createHash('sha256').update(flow).digest('hex');
}
