import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

const people = `Name,Date of birth,Role
Ivan Petrov,1985-04-03,suspect
Marta Lindqvist,1979-06-11,suspect
`;

async function published(signal?: AbortSignal): Promise<TestApi> {
  const api = await openTestApi({ signal });
  await api.handIn('paula', 'police', Buffer.from(people));
  expect((await api.send('POST', '/runs', { as: 'sven', body: {} })).status).toBe(201);
  return api;
}

/** Two people ask, and what they see is being computed. */
async function firstAsked({ hub, send }: TestApi) {
  const asked = ['anna', 'anna'].map((as) => send('GET', '/entities', { as }));
  await expect.poll(() => hub.views.underway().size, { interval: 1 }).toBe(1);
  return asked;
}

const codes = async (asked: readonly ReturnType<TestApi['send']>[]) =>
  (await Promise.all(asked)).map(({ data }) => data.code);

test('a hub that is stopped while somebody’s first view is computed breaks it off and leaves nothing of it', async () => {
  const stop = new AbortController();
  const api = await published(stop.signal);
  const before = await readdir(api.hub.layout.snapshots);
  const asked = await firstAsked(api);
  stop.abort();
  const closed = api.hub.close();
  expect(await codes(asked)).toEqual(['cancelled', 'cancelled']);
  await closed;
  expect(await readdir(api.hub.layout.snapshots)).toEqual(before);
  await api.close();
});

test('a hub that is closed unasked completes the view, and opens it to nobody', async () => {
  const api = await published();
  const before = await readdir(api.hub.layout.snapshots);
  const asked = await firstAsked(api);
  const [view] = api.hub.views.underway();
  await api.hub.close();
  expect(await codes(asked)).toEqual(['cancelled', 'cancelled']);
  expect(await readdir(api.hub.layout.snapshots)).toEqual([...before, view].sort());
  await api.close();
});
