// In: a request. Out: its answer under the contract, or a problem (RFC 9457).
// Invariant: every answer, whoever makes it, carries the same headers; an error says nothing of the hub that its code
// does not say; no answer carries times or counts of what is hidden.

import { randomBytes } from 'node:crypto';
import { apiRoot } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Context, Hono } from 'hono';
import type { Hub } from '../hub/hub.ts';
import type { OpenId } from '../sign-in/open-id.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { addressKey } from '../sign-in/throttle.ts';
import type { Wired } from './asked.ts';
import { type Around, carryOut } from './carry-out.ts';
import { cursorsUnder } from './cursor.ts';
import { type Desk, deskFile, deskPage } from './desk-files.ts';
import { docsPage } from './docs-page.ts';
import { forwardedAddress } from './forwarded-address.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openApiText } from './openapi-text.ts';
import { problemFrom, problemResponse } from './problem-response.ts';
import { allRoutes } from './routes/all-routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { doorOf, type SignInDoor } from './sign-in-door.ts';
import { type Allowance, type Clock, TokenBuckets } from './token-buckets.ts';
import { Uploads } from './uploads.ts';
import { whoAsks } from './who-asks.ts';

/** One line of the access log: no path, no address, no person. */
export interface AccessLine {
  readonly method: string;
  /** The pattern of the route, or null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly ms: number;
  readonly request: string;
}

export interface AppOptions {
  readonly hub: Hub;
  readonly signIn: SignIn;
  readonly openId?: OpenId | undefined;
  /** The page where people work, served at `/`; nothing is there without it. */
  readonly desk?: Desk | undefined;
  /** Who holds a secret; what `signIn` knows unless told. */
  readonly door?: SignInDoor;
  readonly limits?: Limits;
  readonly clock?: Clock;
  /** Where browsers find the hub; the first is the one that is told. `http://127.0.0.1:7400` unless told. */
  readonly origins?: readonly string[];
  /** Whether a proxy in front writes X-Forwarded-For. */
  readonly behindProxy?: boolean;
  /** What cursors are sealed under; drawn at random unless told. */
  readonly cursorKey?: Buffer;
  /** Draws the id of a request. */
  readonly requestId?: () => string;
  readonly log?: (line: AccessLine) => void;
  /** Told of each bug, with its request id. */
  readonly onBug?: (error: unknown, request: string) => void;
  /** Aborted when the server stops: new requests are refused. */
  readonly stopping?: AbortSignal;
  readonly routes?: readonly Wired[];
}

export type Environment = {
  Bindings: { incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  Variables: { request: string; route: string | null };
};

/** The whole API as one function from request to answer. It opens no socket. */
export function createApp(options: AppOptions): Hono<Environment> {
  const { hub, limits = defaultLimits, clock = Date.now, origins = ['http://127.0.0.1:7400'] } = options;
  const secure = origins.some((origin) => origin.startsWith('https:'));
  const around: Around = {
    hub,
    limits,
    clock,
    secure,
    signIn: options.signIn,
    openId: options.openId,
    uploads: new Uploads(limits, clock),
    cursors: cursorsUnder(options.cursorKey ?? randomBytes(32)),
  };
  const app = new Hono<Environment>();
  app.use('*', outermost(options, secure));
  app.use('*', guards(options, { limits, clock, origins }));
  const door = options.door ?? doorOf(options.signIn);
  const people = new TokenBuckets(limits.personPerMinute, clock);
  const signing = new TokenBuckets(limits.signInPerMinute, clock);
  const routes = options.routes ?? allRoutes;
  for (const wired of routes) {
    const path = apiRoot + wired.route.path.replaceAll(/\{([a-zA-Z]+)\}/g, ':$1');
    app.on(wired.route.method, path, async (context) => {
      context.set('route', wired.route.path);
      const { route } = wired;
      const raw = context.req.raw;
      const address = addressOf(context, options);
      if (!route.signedIn && route.writes) taken(signing.take(address));
      const request = context.get('request');
      const asking = { headers: raw.headers, route, request, origins, secure };
      const caller = await whoAsks(door, asking);
      const allowance = caller === null ? null : people.take(caller.actor.person);
      if (allowance !== null) taken(allowance);
      const incoming = {
        caller,
        address,
        raw,
        parameters: context.req.param() as Record<string, string>,
        query: context.req.queries(),
      };
      const answer = await carryOut(wired, incoming, around);
      if (allowance !== null) tellAllowance(answer.headers, people.perMinute, allowance);
      return answer;
    });
  }
  mountPages(app, routes);
  if (options.desk !== undefined) mountDesk(app, options.desk);
  app.notFound((context) => refused(context, noRoute(context, routes)));
  app.onError((error, context) => {
    // What is broken off because the hub is being stopped is no bug.
    if (hub.signal?.aborted && error.name === 'AbortError') return refused(context, beingStopped());
    if (!(error instanceof Refusal)) options.onBug?.(error, context.get('request'));
    return refused(context, error);
  });
  return app;
}

/** Request id, headers and log around everything, errors included. */
function outermost(options: AppOptions, secure: boolean) {
  const clock = options.clock ?? Date.now;
  const requestId = options.requestId ?? (() => randomBytes(8).toString('hex'));
  return async (context: Context<Environment>, next: () => Promise<void>) => {
    const began = clock();
    const request = requestId();
    context.set('request', request);
    context.set('route', null);
    await next();
    setSecurityHeaders(context.res.headers, secure);
    context.res.headers.set('clew-request', request);
    const { method } = context.req;
    options.log?.({
      method,
      route: context.get('route'),
      status: context.res.status,
      ms: clock() - began,
      request,
    });
  };
}

function guards(
  options: AppOptions,
  { limits, clock, origins }: { limits: Limits; clock: Clock; origins: readonly string[] },
) {
  const addresses = new TokenBuckets(limits.addressPerMinute, clock);
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  return async (context: Context<Environment>, next: () => Promise<void>) => {
    if (options.stopping?.aborted) throw beingStopped();
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!hosts.has(host.toLowerCase())) {
      throw new Refusal(
        'usage',
        'The hub is not known by this name.',
        'Start it with --origin for another name.',
      );
    }
    taken(addresses.take(addressOf(context, options)));
    await next();
  };
}

function beingStopped(): Refusal {
  return new Refusal('not-ready', 'The hub is being stopped.', 'Try again when it runs.');
}

function addressOf(context: Context<Environment>, { behindProxy }: AppOptions): string {
  const forwarded = behindProxy ? forwardedAddress(context.req.raw.headers) : undefined;
  return addressKey(forwarded ?? context.env?.incoming?.socket?.remoteAddress ?? '');
}

class Throttled extends Refusal {
  readonly wait: number;
  constructor(wait: number) {
    super('too-many-requests', 'Too many requests in a short time.', `Wait ${wait} seconds.`);
    this.wait = wait;
  }
}

function taken(allowance: Allowance): void {
  if (!allowance.allowed) throw new Throttled(allowance.wait);
}

/** What is left of the person's own allowance (draft-ietf-httpapi-ratelimit-headers). */
function tellAllowance(headers: Headers, perMinute: number, { left, wait }: Allowance): void {
  headers.set('ratelimit-policy', `"person";q=${perMinute};w=60`);
  headers.set('ratelimit', `"person";r=${left};t=${wait}`);
}

function refused(context: Context<Environment>, error: unknown): Response {
  const response = problemResponse(problemFrom(error, context.get('request')));
  if (error instanceof Throttled) response.headers.set('retry-after', String(error.wait));
  if (error instanceof WrongMethod) response.headers.set('allow', error.allowed);
  if (error instanceof Refusal && error.code === 'not-signed-in') {
    response.headers.set('www-authenticate', 'Bearer realm="clew"');
  }
  return response;
}

class WrongMethod extends Refusal {
  readonly allowed: string;
  constructor(methods: readonly string[]) {
    const allowed = methods.join(', ');
    super('method-not-allowed', 'This address does not take this method.', `It takes ${allowed}.`);
    this.allowed = allowed;
  }
}

const pages = [`${apiRoot}/openapi.json`, `${apiRoot}/docs`];

/** Why there is no route: another method, or no such address. The same whoever asks. */
function noRoute(context: Context<Environment>, routes: readonly Wired[]): Refusal {
  const { path } = context.req;
  const methods = routes
    .filter(({ route }) =>
      new RegExp(`^${apiRoot}${route.path.replaceAll(/\{[a-zA-Z]+\}/g, '[^/]+')}$`).test(path),
    )
    .map(({ route }) => route.method);
  const allowed = [...new Set(pages.includes(path) ? ['GET'] : methods)].sort();
  if (allowed.length > 0) return new WrongMethod(allowed);
  return new Refusal(
    'not-found',
    'There is nothing at this address.',
    'The page /api/v1/docs says what there is.',
  );
}

function mountPages(app: Hono<Environment>, routes: readonly Wired[]): void {
  const contract = routes.map(({ route }) => route);
  app.get(`${apiRoot}/openapi.json`, (context) => {
    context.set('route', '/openapi.json');
    return new Response(openApiText(contract), { headers: { 'content-type': 'application/json' } });
  });
  app.get(`${apiRoot}/docs`, (context) => {
    context.set('route', '/docs');
    return docsPage(contract);
  });
}

function mountDesk(app: Hono<Environment>, desk: Desk): void {
  app.get('/', (context) => {
    context.set('route', '/');
    return deskPage(desk);
  });
  app.get('/assets/:name', (context) => {
    context.set('route', '/assets/{name}');
    const file = deskFile(desk, context.req.param('name'), context.req.header('accept-encoding') ?? '');
    return file ?? refused(context, noRoute(context, []));
  });
}
