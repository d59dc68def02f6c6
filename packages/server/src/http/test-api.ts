// A hub with people of every role behind its API, for tests. Every answer is held against the contract.

import assert from 'node:assert/strict';
import { addPartner } from '@clew/ledger/partners.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { problemDetails } from '@clew/model/contract/problem-details.ts';
import { apiRoot } from '@clew/model/contract/route.ts';
import { routes } from '@clew/model/contract/routes.ts';
import { actorOf } from '../access/actor.ts';
import type { Hub } from '../hub/hub.ts';
import { openTestHub, type TestHubOptions } from '../hub/open-test-hub.ts';
import { makeSignIn, type SignIn } from '../sign-in/sign-in.ts';
import { createApp } from './app.ts';
import { doorOf, type SignInDoor } from './sign-in-door.ts';

/** Where the API answers in tests. */
export const testRoot = `http://127.0.0.1:7400${apiRoot}`;

/** Who works with the hub, where, as what. */
const people: readonly (readonly [id: string, partner: string | null, roles: readonly Role[]])[] = [
  ['paula', 'police', ['contributor']],
  ['bert', 'border', ['contributor']],
  ['ines', null, ['contributor']],
  ['anna', null, ['analyst', 'reviewer']],
  ['sven', null, ['supervisor']],
  ['otto', null, ['data-protection-officer']],
  ['uma', null, ['auditor']],
  ['ada', null, ['administrator']],
];

export interface Sent {
  /** The person; nobody without. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface TestApi {
  readonly hub: Hub;
  readonly app: ReturnType<typeof createApp>;
  readonly signIn: SignIn;
  /** Tokens are the names of their people: how real ones are made is tried where they are made. */
  readonly door: SignInDoor;
  /** Sends a request and holds the answer against the contract. `data` is any on purpose: tests say what it holds. */
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
  /** Hands in a file of people, and gives the id of the contribution. */
  handIn(as: string, partner: string, bytes: Buffer): Promise<string>;
  close(): Promise<void>;
}

export interface Answered {
  readonly response: Response;
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, which the contract has checked.
  readonly data: any;
}

export const suspects = { category: 'suspect' };

export async function openTestApi(settings: Omit<TestHubOptions, 'founder'> = {}): Promise<TestApi> {
  const { hub, close } = await openTestHub({ ...settings, founder: 'founder' });
  await fill(hub);
  const signIn = makeSignIn({ ledger: hub.ledger, seal: hub.seal, title: 'Test' });
  const door: SignInDoor = {
    ...doorOf(signIn),
    byToken: (name) => actorOf(hub.ledger, name, 'session'),
  };
  const bugs: unknown[] = [];
  const app = createApp({ hub, signIn, door, onBug: (error) => bugs.push(error) });
  const send: TestApi['send'] = async (method, path, sent = {}) => {
    const response = await app.request(`${testRoot}${path}`, requestOf(method, sent));
    const data = await heldAgainstContract(method, path, response);
    assert.deepEqual(bugs, []);
    return { response, status: response.status, data };
  };
  return {
    hub,
    app,
    signIn,
    door,
    send,
    async handIn(as, partner, bytes) {
      const body = { partner, fileName: 'people.csv', terms: suspects };
      const announced = await send('POST', '/uploads', { as, body });
      assert.equal(announced.status, 201);
      const kept = await send('PUT', `/uploads/${announced.data.id}/content`, { as, body: bytes });
      assert.equal(kept.data.outcome, 'accepted');
      return kept.data.contribution;
    },
    close,
  };
}

async function fill(hub: Hub): Promise<void> {
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    for (const id of ['police', 'border']) {
      await addPartner(database, { id, title: id, country: 'DE', contact: `desk of ${id}` }, at);
    }
    for (const [id, partner, roles] of people) {
      await addPerson(database, { id, title: id, partner, at });
      for (const role of roles) {
        await changeRole(database, { person: id, role, granted: true, by: 'test', reason: 'test', at });
      }
    }
  });
}

function requestOf(method: string, { as, body, headers = {} }: Sent): RequestInit {
  const isBytes = body instanceof Uint8Array;
  const type = isBytes ? 'application/octet-stream' : 'application/json';
  return {
    method,
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      ...headers,
      ...(body === undefined ? {} : { 'content-type': type }),
    },
  } as RequestInit;
}

async function heldAgainstContract(method: string, path: string, response: Response): Promise<unknown> {
  const bare = path.split('?')[0] ?? '';
  const route = routes.find(
    (each) =>
      each.method === method && new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  );
  if (response.status >= 400) {
    const problem = problemDetails.parse(await response.json());
    if (route !== undefined) assert.notEqual(problem.code, 'bug');
    return problem;
  }
  assert.equal(response.status, route?.status);
  const text = await response.text();
  if (route?.response === null || route === undefined) {
    assert.equal(text, '');
    return undefined;
  }
  const data: unknown = JSON.parse(text);
  assert.deepEqual(route.response.parse(data), data);
  return data;
}
