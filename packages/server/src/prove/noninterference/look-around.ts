// In: a hub and an observer. Out: every answer that the observer gets, to the byte.
// Invariant: what is asked depends on dice, on the ids that are given and on the answers so far: as long as two hubs
// answer alike they are asked alike.

import { type Dice, diceFor } from '@clew/engine/world/dice.ts';
import { type AnyRoute, apiRoot } from '@clew/model/contract/route.ts';
import { actorOf } from '../../access/actor.ts';
import { createApp } from '../../http/app.ts';
import type { Wired } from '../../http/asked.ts';
import { defaultLimits } from '../../http/limits.ts';
import { doorOf } from '../../http/sign-in-door.ts';
import type { Hub } from '../../hub/hub.ts';
import { makeSignIn } from '../../sign-in/sign-in.ts';
import type { Observer } from './planned.ts';
import { type Choice, emptyIds, type IdKind, type Ids, type Probe, probedRoutes, probeOf } from './probes.ts';
import type { StandStill } from './stand-still.ts';

/** One answer as it went out. */
export interface Answered {
  readonly observer: string;
  readonly route: string;
  readonly request: string;
  /** Status, all headers and the body, one below the other. */
  readonly answer: string;
}

export interface LookOptions {
  readonly observers: readonly Observer[];
  /** Those who ask for everything; the others ask for a part. */
  readonly thorough: ReadonlySet<string>;
  readonly hidden: Ids;
  readonly texts: readonly string[];
  readonly seed: string;
  readonly at: number;
  /** How often was looked around before: each time is a day later, and its chance another. */
  readonly round: number;
  readonly still: StandStill;
  /** Other handlers than the hub's, to try whether a fault is found. */
  readonly routes?: readonly Wired[] | undefined;
}

const day = 86_400_000;

/** Asks as every observer in turn. */
export async function lookAround(hub: Hub, options: LookOptions): Promise<readonly Answered[]> {
  const { observers, still, seed, at, round } = options;
  const bugs: unknown[] = [];
  const known = new Map(observers.map((each) => [each.id, each]));
  let number = 0;
  const signIn = makeSignIn({ ledger: hub.ledger, seal: hub.seal, title: 'Proof' });
  const app = createApp({
    hub,
    signIn,
    door: {
      ...doorOf(signIn),
      byToken: async (name) => {
        const scopes = known.get(name)?.scopes ?? null;
        return actorOf(hub.ledger, name, scopes === null ? 'session' : 'token', scopes);
      },
    },
    clock: () => Date.now(),
    cursorKey: Buffer.alloc(32, 7),
    requestId: () => number.toString(16).padStart(16, '0'),
    limits: { ...defaultLimits, addressPerMinute: 1_000_000 },
    onBug: (error) => bugs.push(error),
    ...(options.routes === undefined ? {} : { routes: options.routes }),
  });
  const answered: Answered[] = [];
  const ask = async (observer: Observer, probe: Probe): Promise<unknown> => {
    number += 1;
    still.set(at + round * day + number * 1000, `${seed} look ${number} of ${round}`);
    const response = await app.request(
      `http://127.0.0.1:7400${apiRoot}${probe.path}`,
      requestFrom(observer, probe),
    );
    const body = await response.text();
    if (bugs.length > 0) throw new Error(`A bug answered ${probe.method} ${probe.path}`, { cause: bugs[0] });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    const answer = [String(response.status), ...headers, '', body].join('\n');
    answered.push({ observer: observer.id, route: probe.route, request: requestText(probe), answer });
    return response.ok && body.startsWith('{') ? JSON.parse(body) : undefined;
  };
  for (const observer of observers) await visit(observer, options, (probe) => ask(observer, probe));
  return answered;
}

function requestFrom(observer: Observer, { method, ground, body, idempotencyKey }: Probe): RequestInit {
  return {
    method,
    headers: {
      authorization: `Bearer ${observer.id}`,
      ...(ground.purpose === undefined ? {} : { 'clew-purpose': ground.purpose }),
      ...(ground.project === undefined ? {} : { 'clew-project': ground.project }),
      ...(body === undefined
        ? {}
        : { 'content-type': `application/${typeof body === 'string' ? 'octet-stream' : 'json'}` }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

function requestText({ method, path, ground, body, idempotencyKey }: Probe): string {
  return `${method} ${path} ${JSON.stringify({ ...ground, idempotencyKey, body })}`;
}

/** What is asked for is in the body, because addresses end up in logs. */
const askedByPost = new Set(['searchEntities', 'readWhereabouts']);

const ofViews = new Set(['view.read', 'pair.judge', 'finding.review']);

/** How many requests of each sort: everything once, or a part. */
const depth = {
  thorough: { lists: 99, reads: 99, writes: 99, again: 6 },
  brief: { lists: 4, reads: 5, writes: 4, again: 1 },
};

async function visit(
  observer: Observer,
  { hidden, texts, seed, thorough }: LookOptions,
  ask: (probe: Probe) => Promise<unknown>,
): Promise<void> {
  const dice = diceFor(0, `${seed} ${observer.id}`, 0);
  const much = depth[thorough.has(observer.id) ? 'thorough' : 'brief'];
  const seen = emptyIds();
  const choice: Choice = { dice, seen, hidden, projects: observer.projects, texts };
  const isAdministrator = observer.roles.includes('administrator');
  const routes = probedRoutes().filter(
    ({ action }) =>
      (observer.views || !ofViews.has(action ?? '')) &&
      // Who keeps the machine running sees how much there is, by right.
      !(isAdministrator && action === 'hub.status'),
  );
  const reads = routes.filter(({ method, id }) => method === 'GET' || askedByPost.has(id));
  const lists = reads.filter(({ path }) => !path.includes('{'));
  const writes = routes.filter(({ method, id }) => method !== 'GET' && !askedByPost.has(id));
  const paged = async (route: AnyRoute) => {
    const probe = probeOf(route, choice, groundOf(route, observer, choice));
    for (let [page, path] = [0, probe.path]; page < 2; page++) {
      const answer = await ask({ ...probe, path });
      collect(seen, route.id, answer);
      const next = (answer as { next?: unknown } | undefined)?.next;
      if (typeof next !== 'string') return;
      path = `${probe.path}${probe.path.includes('?') ? '&' : '?'}cursor=${next}`;
    }
  };
  for (const route of drawn(dice, lists, much.lists)) await paged(route);
  for (const route of drawn(dice, reads, much.reads)) await paged(route);
  for (const route of drawn(dice, writes, much.writes)) await paged(route);
  for (const route of drawn(dice, lists, much.again)) await paged(route);
}

/** Each once, or some of them. */
function drawn(dice: Dice, routes: readonly AnyRoute[], count: number): readonly AnyRoute[] {
  return count >= 99 ? routes : Array.from({ length: count }, () => dice.pick(routes));
}

/** Views are opened on one ground each; elsewhere people state whatever they like. */
function groundOf(route: AnyRoute, observer: Observer, choice: Choice): Probe['ground'] {
  const { dice, hidden } = choice;
  const { purpose, project } = observer.viewGround;
  const own = { purpose, ...(project === null ? {} : { project }) };
  if (ofViews.has(route.action ?? '') || dice.chance(0.5)) return own;
  return {
    purpose: dice.pick([
      'cross-check',
      'strategic-analysis',
      'operational-analysis',
      'categorisation',
      'oversight',
      'none',
    ]),
    ...(dice.chance(0.4) ? { project: dice.pick(hidden.project) } : {}),
  };
}

const listed: Readonly<Record<string, IdKind>> = {
  listContributions: 'contribution',
  listHits: 'hit',
  listNotices: 'notice',
  listEntities: 'entity',
  searchEntities: 'entity',
  listFindings: 'finding',
  listProjects: 'project',
  listPeople: 'person',
  listNecessities: 'necessity',
  listBreakGlass: 'breakGlass',
  listTokens: 'token',
  listNetworkViews: 'networkView',
};

function collect(seen: Record<IdKind, string[]>, route: string, answer: unknown): void {
  const kind = listed[route];
  const { items, id } = (answer ?? {}) as { items?: readonly { id: string }[]; id?: string };
  if (route === 'announceUpload' && id !== undefined) seen.upload.push(id);
  if (route === 'saveNetworkView' && id !== undefined) seen.networkView.push(id);
  if (kind !== undefined) for (const item of items ?? []) seen[kind].push(item.id);
}
