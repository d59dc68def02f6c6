// In: what the HTTP API promises, route by route. Out: checks, types, and the OpenAPI text.
// Invariant: nothing here knows a server; a browser reads the same promises.

import { z } from 'zod';
import type { Action } from '../access/actions.ts';
import type { RefusalCode } from '../refusal.ts';

/** Where every route lives. */
export const apiRoot = '/api/v1';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The order in which the pages show them: the order of work. */
export const nouns = {
  session: 'Signing in and out',
  status: 'The hub in figures',
  partners: 'Who takes part',
  uploads: 'Handing in, in two steps',
  contributions: 'What was handed in, and on which terms',
  runs: 'Computing and publishing',
  entities: 'Persons and things',
  networks: 'How they hang together',
  findings: 'Leads to review',
  pairs: 'Why two records are one, and deciding it',
  review: 'Which pairs to judge first, and how far reviewers agree',
  models: 'How likeness is weighed, and what that rests on',
  hits: 'Who holds the same, and what they share',
  notices: 'What one must be told',
  clocks: 'What the law makes due',
  releases: 'What left the hub',
  results: 'What came of it',
  projects: 'Projects, members and strict necessities',
  people: 'People, roles, accounts and tokens',
  'break-glass': 'Access beyond the rules, for a time',
  audit: 'The audit log',
} as const;

export type Noun = keyof typeof nouns;

/** One promise of the API. `defineRoute` keeps the types of its schemas. */
export interface Route<
  Parameters extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Response extends z.ZodType | null = z.ZodType | null,
> {
  /** The operation id: unique. */
  readonly id: string;
  readonly noun: Noun;
  readonly method: Method;
  /** Below `apiRoot`, with parameters in braces: `/contributions/{contribution}/terms`. */
  readonly path: string;
  /** What the gate is asked. Null: the route opens nothing of the hub; everybody may use it. */
  readonly action: Action | null;
  /** Null with a null action: nobody need be signed in. */
  readonly signedIn: boolean;
  readonly summary: string;
  readonly description: string;
  readonly parameters: Parameters;
  readonly query: Query;
  /** JSON. Null: no body, unless `bytes`. */
  readonly body: Body;
  /** The body is a stream of bytes that is never held in memory. */
  readonly bytes: boolean;
  /** How large the JSON may be where that is more than usual, in bytes. Null: as usual. */
  readonly bodyBytes: number | null;
  /** Null: no content, unless `download`. */
  readonly response: Response;
  /** The answer is a file of one of these types, as a stream. Empty: it is not. */
  readonly download: readonly string[];
  readonly status: 200 | 201 | 204;
  /** Beyond `commonRefusals`. */
  readonly refusals: readonly RefusalCode[];
  readonly writes: boolean;
  /** The answer holds something that is shown once: it is never stored for a repeated request. */
  readonly secret: boolean;
}

export type AnyRoute = Route<z.ZodObject, z.ZodObject, z.ZodType | null, z.ZodType | null>;

/** What every route may answer, whatever it is about. */
export const commonRefusals: readonly RefusalCode[] = [
  'usage',
  'input-invalid',
  'too-many-requests',
  'not-ready',
  'busy',
  'ledger-unreachable',
];

/** What every route that needs somebody signed in may answer too. */
export const signedInRefusals: readonly RefusalCode[] = ['not-signed-in', 'forbidden'];

/** What every route that writes may answer too. */
export const writeRefusals: readonly RefusalCode[] = ['content-type', 'in-progress', 'upload-too-large'];

/** All refusals of a route, each once, sorted. */
export function refusalsOf(route: AnyRoute): readonly RefusalCode[] {
  return [
    ...new Set([
      ...commonRefusals,
      ...(route.signedIn ? signedInRefusals : []),
      ...(route.writes ? writeRefusals : []),
      ...route.refusals,
    ]),
  ].sort();
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

/** What a definition must say; the rest has a default. */
export interface RouteDefinition<
  Parameters extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | null = null,
  Response extends z.ZodType | null = null,
> {
  readonly id: string;
  readonly noun: Noun;
  readonly method: Method;
  readonly path: string;
  readonly action: Action | null;
  /** True unless told. */
  readonly signedIn?: boolean;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: Parameters;
  readonly query?: Query;
  readonly body?: Body;
  readonly bytes?: boolean;
  readonly bodyBytes?: number;
  readonly response?: Response;
  readonly download?: readonly string[];
  /** 200, or 204 without a response, unless told. */
  readonly status?: 200 | 201 | 204;
  readonly refusals?: readonly RefusalCode[];
  readonly secret?: boolean;
}

export function defineRoute<
  Parameters extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | null = null,
  Response extends z.ZodType | null = null,
>(given: RouteDefinition<Parameters, Query, Body, Response>): Route<Parameters, Query, Body, Response> {
  return {
    id: given.id,
    noun: given.noun,
    method: given.method,
    path: given.path,
    action: given.action,
    signedIn: given.signedIn ?? true,
    summary: given.summary,
    description: given.description ?? '',
    parameters: given.parameters ?? (nothing as unknown as Parameters),
    query: given.query ?? (nothing as unknown as Query),
    body: given.body ?? (null as Body),
    bytes: given.bytes ?? false,
    bodyBytes: given.bodyBytes ?? null,
    response: given.response ?? (null as Response),
    download: given.download ?? [],
    status: given.status ?? (given.response === undefined && given.download === undefined ? 204 : 200),
    refusals: given.refusals ?? [],
    writes: given.method !== 'GET',
    secret: given.secret ?? false,
  };
}

/** The names of the parameters in a path, in order. */
export function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? '');
}
