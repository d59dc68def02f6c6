import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let send: TestApi['send'];
let own: string;

const rows = `Name,Mobile,Category,Case number
Ivan Petrov,+49 151 23456789,suspect,K1
Maria Silva,+49 151 23456789,suspect,K1
Vera Marker,+49 151 23456789,victim,K1
`;
const crew = `Name,Category,Case number
Anna Ruiz,suspect,K9
Oleg Orlov,suspect,K9
Petra Horn,suspect,K9
Lea Marker,victim,K9
`;

beforeAll(async () => {
  api = await openTestApi();
  ({ send } = api);
  own = await api.handIn('paula', 'police', Buffer.from(rows));
  await api.handIn('bert', 'border', Buffer.from(crew));
  await send('POST', '/runs', { as: 'sven', body: {} });
});

afterAll(() => api?.close());

async function idOf(name: string, as = 'anna'): Promise<string> {
  const { data } = await send('POST', '/entities/search', { as, body: { text: name } });
  return data.items[0]?.id;
}

test('what is around a person comes by columns, with its labels, and without the victim', async () => {
  const ivan = await idOf('Petrov');
  const { data } = await send('POST', '/networks/around', { as: 'anna', body: { entities: [ivan] } });
  expect([...data.nodes.type].sort()).toEqual(['case', 'person', 'phone']);
  expect(data.links.kind.toSorted()).toEqual(['in case', 'uses']);
  const ends = data.links.source.map((place: number) => data.ends[place]);
  expect(new Set(ends)).toEqual(new Set([ivan]));
  expect(data.labels[data.nodes.label[0]]).toMatchObject({ owners: ['police'], handling: ['H0'] });
  const phone = data.nodes.id.find((id: string) => id.startsWith('phone-'));
  const around = await send('POST', '/networks/around', { as: 'anna', body: { entities: [phone] } });
  expect(around.data.nodes.caption.toSorted().join()).not.toContain('Marker');
  expect(around.data).toMatchObject({ more: 0, leftOut: 1 });
});

test('two people have in common what both use, and that is the way from one to the other', async () => {
  const entities = [await idOf('Petrov'), await idOf('Silva')];
  const common = await send('POST', '/networks/common', { as: 'anna', body: { entities } });
  expect(common.data.nodes.type.toSorted()).toEqual(['case', 'person', 'person', 'phone']);
  const [from, to] = entities;
  const ways = await send('POST', '/networks/paths', { as: 'anna', body: { from, to } });
  expect(ways.data.searched).toBe(true);
  expect(ways.data.paths.map((path: string[]) => [path[0], path.length, path[2]])).toEqual([
    [from, 3, to],
    [from, 3, to],
  ]);
});

test('three suspects of a case are a network, two are none, and a victim is in neither', async () => {
  const crew = await send('GET', `/entities/${await idOf('Ruiz')}/network`, { as: 'anna' });
  expect(crew.data).toMatchObject({
    communities: 1,
    density: 1,
    layers: [{ layer: 'case', people: 3, ties: 3 }],
  });
  expect(crew.data.members).toHaveLength(3);
  const two = await send('GET', `/entities/${await idOf('Petrov')}/network`, { as: 'anna' });
  expect([two.status, two.data.code]).toEqual([404, 'not-found']);
  const stranger = await send('GET', `/entities/${crew.data.id}/network`, { as: 'paula' });
  expect([stranger.status, stranger.data.code]).toEqual([404, 'not-found']);
});

async function save(as: string, members: readonly string[]): Promise<string> {
  const drawn = { x: members.map(() => 3), y: members.map(() => -4), pinned: [members[0]] };
  const notes = [{ entity: members[0], text: 'Seen twice' }];
  const document = { members, ...drawn, notes, filters: { hubsAbove: 9 }, colouring: 'type', folded: [] };
  const saved = await send('POST', '/networks/views', { as, body: { title: 'The circle', document } });
  expect(saved.status).toBe(201);
  return saved.data.id;
}

test('a saved network is its maker’s own, for its purpose, and holds no more than may be seen now', async () => {
  const members = [await idOf('Petrov'), await idOf('Ruiz', 'anna'), 'person-0123456789abcdef'];
  const id = await save('anna', members);
  const read = await send('GET', `/networks/views/${id}`, { as: 'anna' });
  expect(read.data).toMatchObject({ title: 'The circle', document: { filters: { hubsAbove: 9 } } });
  expect(read.data.document).toMatchObject({ members: members.slice(0, 2), x: [3, 3], y: [-4, -4] });
  expect(read.data.document.notes).toEqual([{ entity: members[0], text: 'Seen twice' }]);
  expect(read.data.nodes.id.toSorted()).toEqual(members.slice(0, 2).toSorted());

  const otherwise = { 'clew-purpose': 'cross-check' };
  expect((await send('GET', `/networks/views/${id}`, { as: 'paula' })).status).toBe(404);
  expect((await send('GET', `/networks/views/${id}`, { as: 'anna', headers: otherwise })).status).toBe(404);
  expect((await send('GET', '/networks/views', { as: 'anna', headers: otherwise })).data.items).toEqual([]);
  expect((await send('DELETE', `/networks/views/${id}`, { as: 'paula' })).status).toBe(404);
  const nothing = { ...read.data.document, members: ['person-0123456789abcdef'], x: [1], y: [1], notes: [] };
  const refused = await send('POST', '/networks/views', {
    as: 'anna',
    body: { title: 'x', document: { ...nothing, pinned: [] } },
  });
  expect(refused.status).toBe(404);
});

test('what may quote something that was erased is gone from a saved network, which can be removed', async () => {
  const listed = await send('GET', '/networks/views', { as: 'anna' });
  expect(listed.data.items).toMatchObject([{ title: 'The circle', things: 2 }]);
  const [{ id }] = listed.data.items;
  const ordered = { ground: 'owner', reason: 'Handed in by mistake' };
  const erased = await send('POST', `/contributions/${own}/erasure`, { as: 'paula', body: ordered });
  expect(erased.status).toBeLessThan(300);
  const after = await send('GET', '/networks/views', { as: 'anna' });
  expect(after.data.items).toMatchObject([{ id, title: null, things: 2 }]);
  expect((await send('DELETE', `/networks/views/${id}`, { as: 'anna' })).status).toBe(204);
  expect((await send('GET', '/networks/views', { as: 'anna' })).data.items).toEqual([]);
});
