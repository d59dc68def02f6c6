// For tests: a small OpenID provider (OpenID Connect Core 1.0, authorization code flow with PKCE) on this machine.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the provider does wrong, on purpose. */
export interface Wrong {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that nobody knows. */
  readonly key?: boolean;
  /** Gives no ID token. */
  readonly noToken?: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  /** What the browser does at the provider: signs in as `subject`. Gives the query that it comes back with. */
  signIn(url: string, subject: string, wrong?: Wrong): string;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly subject: string;
  readonly redirect: string;
  readonly wrong: Wrong;
}

export const client = { clientId: 'the-hub', clientSecret: 'a secret: with % signs' };

export async function openTestProvider(): Promise<TestProvider> {
  const known = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const unknown = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  let issuer = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') return answer(response, 200, metadata(issuer));
    if (path === '/keys') {
      const jwk = { ...known.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
      return answer(response, 200, { keys: [jwk] });
    }
    if (path !== '/token') return answer(response, 404, {});
    const key = (wrong: Wrong) => (wrong.key === true ? unknown.privateKey : known.privateKey);
    void token(request, { issuer, grants, key }).then(([status, body]) => answer(response, status, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    signIn: (url, subject, wrong = {}) => grant(new URL(url), { grants, subject, wrong }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function metadata(issuer: string): unknown {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function grant(
  url: URL,
  { grants, subject, wrong }: { grants: Map<string, Grant>; subject: string; wrong: Wrong },
): string {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  if (asked('client_id') !== client.clientId || asked('response_type') !== 'code') throw new Error('client');
  if (asked('code_challenge_method') !== 'S256' || !asked('scope').split(' ').includes('openid')) {
    throw new Error('request');
  }
  const code = randomBytes(16).toString('hex');
  const [challenge, nonce, redirect] = [asked('code_challenge'), asked('nonce'), asked('redirect_uri')];
  grants.set(code, { challenge, nonce, redirect, subject, wrong });
  return `?${new URLSearchParams({ code, state: asked('state') })}`;
}

async function token(
  request: IncomingMessage,
  given: { issuer: string; grants: Map<string, Grant>; key: (wrong: Wrong) => KeyObject },
): Promise<[number, unknown]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  const [id, secret] = Buffer.from((request.headers.authorization ?? '').slice('Basic '.length), 'base64')
    .toString()
    .split(':')
    .map((each) => decodeURIComponent(each.replaceAll('+', ' ')));
  if (id !== client.clientId || secret !== client.clientSecret) return [401, { error: 'invalid_client' }];
  const code = form.get('code') ?? '';
  const granted = given.grants.get(code);
  given.grants.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (granted?.challenge !== challenge || granted.redirect !== form.get('redirect_uri')) {
    return [400, { error: 'invalid_grant' }];
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: given.issuer, sub: granted.subject, aud: client.clientId, nonce: granted.nonce },
    ...{ iat: now, exp: now + 300 },
    ...granted.wrong.claims,
  };
  const idToken = granted.wrong.noToken === true ? {} : { id_token: jws(claims, given.key(granted.wrong)) };
  return [200, { access_token: 'access', token_type: 'bearer', ...idToken }];
}

function jws(claims: unknown, key: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
