import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

const people = `Name,Date of birth,Role
Ivan Petrov,1985-04-03,suspect
Marta Lindqvist,1979-06-11,suspect
`;

async function published(signal?: AbortSignal): Promise<TestApi> {
  const api = await openTestApi({ signal, weights: 'usual' });
  await api.handIn('paula', 'police', Buffer.from(people));
  expect((await api.send('POST', '/runs', { as: 'sven', body: {} })).status).toBe(201);
  // Whoever may read everything sees the hub's own snapshot: without it there is a first view to compute.
  const { snapshots } = api.hub.layout;
  for (const name of await readdir(snapshots)) await rm(join(snapshots, name), { recursive: true });
  return api;
}

/** Two people ask, and what they see is being computed. */
async function firstAsked({ hub, send }: TestApi) {
  const asked = ['anna', 'anna'].map((as) => send('GET', '/entities', { as }));
  await expect.poll(() => hub.views.underway().size, { interval: 1 }).toBe(1);
  return asked;
}

/** Each is told that it was stopped, or put away, and no request ran into what was closed under it. */
async function areRefused(asked: readonly ReturnType<TestApi['send']>[]): Promise<void> {
  for (const { data } of await Promise.all(asked)) expect(['cancelled', 'not-ready']).toContain(data.code);
}

test('a hub that is stopped while somebody’s first view is computed breaks it off and leaves nothing of it', async () => {
  const stop = new AbortController();
  const api = await published(stop.signal);
  const asked = await firstAsked(api);
  stop.abort();
  const closed = api.hub.close();
  await areRefused(asked);
  await closed;
  expect(await readdir(api.hub.layout.snapshots)).toEqual([]);
  await api.close();
});

test('a hub that is closed unasked completes the view, and opens it to nobody', async () => {
  const api = await published();
  const asked = await firstAsked(api);
  const [view] = api.hub.views.underway();
  await api.hub.close();
  await areRefused(asked);
  expect(await readdir(api.hub.layout.snapshots)).toEqual([view]);
  await api.close();
});
