import type { AnyRoute } from '@clew/model/contract/route.ts';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import type { Hub } from '../hub/hub.ts';
import type { OpenId } from '../sign-in/open-id.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Limits } from './limits.ts';
import type { Clock } from './token-buckets.ts';
import type { Uploads } from './uploads.ts';

/** Where a page of a list begins and how its end is told. */
export interface PageAsked {
  readonly limit: number;
  /** Null at the beginning. */
  readonly after: string | null;
  /** The cursor behind a position; null for null, on the last page. */
  next(position: string | null): string | null;
}

/** One request, checked against its route, on the way to its use case. */
export interface Asked<R extends AnyRoute = AnyRoute> {
  readonly hub: Hub;
  /** Routes that need nobody signed in have no caller: touching it there is a bug. */
  readonly caller: Caller;
  readonly parameters: z.output<R['parameters']>;
  readonly query: z.output<R['query']>;
  readonly body: R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
  /** The request itself, for a body that is streamed. */
  readonly raw: Request;
  /** Headers of the answer, beyond those that every answer has. */
  readonly headers: Headers;
  /** The secret of the session, when a cookie brought one. */
  readonly session: string | undefined;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly uploads: Uploads;
  readonly secure: boolean;
  readonly signIn: SignIn;
  /** Where sign-in by OpenID Connect is set up. */
  readonly openId: OpenId | undefined;
  /** Where the request comes from, as far as it names one subscriber. Not kept. */
  readonly address: string;
  page(): PageAsked;
}

/** What a use case gives may be read-only throughout. */
type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

export type Answer<R extends AnyRoute> = R['response'] extends z.ZodType
  ? Given<z.input<R['response']>>
  : Download | undefined;

/** A file as the answer of a route that has `download`. */
export interface Download {
  /** One of the route's types. */
  readonly type: string;
  /** Made by the hub, never taken from a request. */
  readonly fileName: string;
  readonly bytes: number;
  readonly content: ReadableStream<Uint8Array>;
}

/** A route with the one thing that carries it out. */
export interface Wired {
  readonly route: AnyRoute;
  readonly handle: (asked: Asked) => Promise<unknown>;
}

/** Ties a route to its use case, both ends checked by type. */
export function wire<R extends AnyRoute>(route: R, handle: (asked: Asked<R>) => Promise<Answer<R>>): Wired {
  return { route, handle: handle as unknown as Wired['handle'] };
}
