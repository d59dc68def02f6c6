// In: a request for a route of the contract. Out: its answer, from one use case.
// Invariant: nothing reaches a use case that its route does not name, and nothing leaves that its route does not name.

import { createHash } from 'node:crypto';
import type { AnyRoute } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import type { Hub } from '../hub/hub.ts';
import type { OpenId } from '../sign-in/open-id.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Asked, Download, PageAsked, Wired } from './asked.ts';
import type { Cursors } from './cursor.ts';
import { onceOnly } from './idempotency.ts';
import type { Limits } from './limits.ts';
import { readJson } from './read-json.ts';
import { sessionFrom } from './session-cookie.ts';
import type { Clock } from './token-buckets.ts';
import type { Uploads } from './uploads.ts';

export interface Around {
  readonly hub: Hub;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly cursors: Cursors;
  readonly uploads: Uploads;
  readonly secure: boolean;
  readonly signIn: SignIn;
  readonly openId: OpenId | undefined;
}

export interface Incoming {
  readonly caller: Caller | null;
  readonly address: string;
  readonly raw: Request;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** Checks a request against its route, carries it out and holds the answer against the route. */
export async function carryOut(wired: Wired, incoming: Incoming, around: Around): Promise<Response> {
  const { route } = wired;
  const { raw, caller } = incoming;
  const parameters = checked(route.parameters, incoming.parameters, 'path');
  const query = checked(route.query, single(incoming.query), 'query');
  const given = route.body === null ? undefined : await readJson(raw, bodyLimits(route, around.limits));
  const body = route.body === null ? undefined : checked(route.body, given, 'body');
  const headers = new Headers();
  const asked = {
    hub: around.hub,
    get caller(): Caller {
      if (caller === null) throw new Error(`${route.id} needs nobody signed in and has no caller`);
      return caller;
    },
    parameters,
    query,
    body,
    raw,
    headers,
    session: sessionFrom(raw.headers, around.secure),
    limits: around.limits,
    clock: around.clock,
    uploads: around.uploads,
    secure: around.secure,
    signIn: around.signIn,
    openId: around.openId,
    address: incoming.address,
    page: () => pageAsked(around.cursors, { route, caller, parameters, query }),
  } as unknown as Asked;
  if (route.download.length > 0) return fileResponse(route, (await wired.handle(asked)) as Download);
  const run = async () => answerText(route, await wired.handle(asked));
  const repeat = {
    route,
    caller,
    key: raw.headers.get('idempotency-key'),
    hash: hashOf(route, [parameters, query, body, standing(caller)]),
  };
  const text = await onceOnly({ ledger: around.hub.ledger, clock: around.clock }, repeat, run);
  if (text !== null) headers.set('content-type', 'application/json');
  return new Response(text, { status: route.status, headers });
}

function bodyLimits({ bodyBytes }: AnyRoute, limits: Limits): Limits {
  return bodyBytes === null ? limits : { ...limits, bodyBytes: Math.max(bodyBytes, limits.bodyBytes) };
}

/** The file, to be saved and not to be shown: what it holds is a document, and this origin shows none. */
function fileResponse(route: AnyRoute, { type, fileName, bytes, content }: Download): Response {
  if (!route.download.includes(type)) throw new Error(`${route.id} does not promise ${type}`);
  if (!/^[a-z0-9.-]+$/.test(fileName))
    throw new Error(`${route.id} names a file in a way that needs quoting`);
  const headers = {
    'content-type': type,
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${fileName}"`,
  };
  return new Response(content, { status: route.status, headers });
}

/** Only what the contract names leaves the hub. An answer that does not fit is a bug. */
function answerText(route: AnyRoute, answer: unknown): string | null {
  return route.response === null ? null : JSON.stringify(route.response.parse(answer));
}

function checked<S extends z.ZodType>(schema: S, given: unknown, where: string): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const sentences = result.error.issues.slice(0, 10).map((issue) => {
    const place = [where, ...issue.path.map(String)].join('.');
    // The names of unknown keys come from outside: they are not said again.
    return issue.code === 'unrecognized_keys'
      ? `${place}: not all of its keys are taken`
      : `${place}: ${issue.message}`;
  });
  throw new Refusal('input-invalid', `${sentences.join('; ')}.`, 'The page /api/v1/docs says what is taken.');
}

function single(query: Incoming['query']): Record<string, string> {
  const twice = Object.values(query).some((values) => values.length !== 1);
  if (twice)
    throw new Refusal('input-invalid', 'A parameter of the query is given twice.', 'Give each once.');
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values[0] ?? '']));
}

interface Paged {
  readonly route: AnyRoute;
  readonly caller: Caller | null;
  readonly parameters: unknown;
  readonly query: Record<string, unknown>;
}

function pageAsked(cursors: Cursors, { route, caller, parameters, query }: Paged): PageAsked {
  const { limit, cursor, ...rest } = query as { limit?: number; cursor?: string };
  const bound = JSON.stringify([route.id, caller?.actor.person, caller?.ground, parameters, rest]);
  return {
    limit: limit ?? 50,
    after: cursor === undefined ? null : cursors.open(bound, cursor),
    next: (position) => (position === null ? null : cursors.seal(bound, position)),
  };
}

/**
 * On what the gate decides about who asks. It is part of a repeated request: a stored answer is given without asking
 * the gate again, so it goes only to who asks with the same rights and for the same purpose as the first time.
 */
function standing(caller: Caller | null): unknown {
  if (caller === null) return null;
  const { roles, partner, projects, via, scopes } = caller.actor;
  return [[...roles].sort(), partner, [...projects].sort(), via, scopes && [...scopes].sort(), caller.ground];
}

/** The same for the same request, whatever the order of its keys. */
function hashOf(route: AnyRoute, given: unknown): string {
  const sorted = JSON.stringify([route.id, given], (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
