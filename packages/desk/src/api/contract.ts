// The promises of the API as types: nothing of the contract is loaded into the page.

import type * as ages from '@clew/model/contract/ages.ts';
import type * as assessments from '@clew/model/contract/assessments.ts';
import type * as audit from '@clew/model/contract/audit.ts';
import type * as clocks from '@clew/model/contract/clocks.ts';
import type * as contributions from '@clew/model/contract/contributions.ts';
import type * as entities from '@clew/model/contract/entities.ts';
import type * as evidence from '@clew/model/contract/evidence.ts';
import type * as findings from '@clew/model/contract/findings.ts';
import type * as hits from '@clew/model/contract/hits.ts';
import type * as mappings from '@clew/model/contract/mappings.ts';
import type * as networks from '@clew/model/contract/networks.ts';
import type * as partners from '@clew/model/contract/partners.ts';
import type * as people from '@clew/model/contract/people.ts';
import type * as projects from '@clew/model/contract/projects.ts';
import type * as review from '@clew/model/contract/review.ts';
import type { Route } from '@clew/model/contract/route.ts';
import type * as session from '@clew/model/contract/session.ts';
import type { z } from 'zod';

type Contract = typeof ages &
  typeof assessments &
  typeof audit &
  typeof clocks &
  typeof contributions &
  typeof entities &
  typeof evidence &
  typeof findings &
  typeof hits &
  typeof mappings &
  typeof networks &
  typeof partners &
  typeof people &
  typeof projects &
  typeof review &
  typeof session;

/** The id of a route that the page uses. */
export type RouteId = {
  [Name in keyof Contract]: Contract[Name] extends { readonly path: string } ? Name : never;
}[keyof Contract];

type Input<S> = S extends z.ZodType ? z.input<S> : never;
type Part<Name extends string, S> = keyof Input<S> extends never
  ? unknown
  : Record<never, never> extends Input<S>
    ? { readonly [N in Name]?: Input<S> }
    : { readonly [N in Name]: Input<S> };

/** What a request of a route must say. */
export type AskedOf<Id extends RouteId> =
  Contract[Id] extends Route<infer Parameters, infer Query, infer Body, infer _>
    ? Part<'parameters', Parameters> &
        Part<'query', Query> &
        (Body extends z.ZodType ? { readonly body: z.input<Body> } : unknown)
    : never;

/** What a route answers; null where it answers nothing. */
export type AnswerOf<Id extends RouteId> =
  Contract[Id] extends Route<infer _P, infer _Q, infer _B, infer Response>
    ? Response extends z.ZodType
      ? z.output<Response>
      : null
    : never;

/** One item of a list that a route answers. */
export type ItemOf<Id extends RouteId> = AnswerOf<Id> extends { items: (infer Item)[] } ? Item : never;
