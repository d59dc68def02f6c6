import { judgements } from '@clew/ledger/judgements.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let send: TestApi['send'];

/** Pairs in doubt: one name, a day of birth that is near, nothing else. */
const police = `Name,Date of birth,Role
Ivan Petrov,1985-04-03,suspect
Marta Lindqvist,1979-06-11,suspect
Goran Babic,1990-01-20,suspect
Elena Varga,1969-09-30,suspect
`;
const border = `Name,Date of birth,Role
Iwan Petrow,1985-05-03,suspect
Martha Lindquist,1979-11-06,suspect
Goran Babitsch,1990-01-21,suspect
Helena Varga,1968-09-30,suspect
`;

beforeAll(async () => {
  // Every judged pair comes back, so that a few are enough to try it on.
  api = await openTestApi({ secondOpinionOneIn: 1 });
  send = api.send;
  const at = new Date().toISOString();
  await api.hub.ledger.transaction(async (database) => {
    for (const [id, partner] of [
      ['rosa', null],
      ['pia', 'police'],
    ] as const) {
      await addPerson(database, { id, title: id, partner, at });
      await changeRole(database, {
        person: id,
        role: 'reviewer',
        granted: true,
        by: 'test',
        reason: 'test',
        at,
      });
    }
  });
  await api.handIn('paula', 'police', Buffer.from(police));
  await api.handIn('bert', 'border', Buffer.from(border));
  expect((await send('POST', '/runs', { as: 'sven', body: {} })).status).toBe(201);
});

afterAll(() => api?.close());

interface Listed {
  readonly a: string;
  readonly b: string;
  readonly ask: string;
}

async function all(as: string, query = ''): Promise<Listed[]> {
  const items = [];
  for (let cursor = ''; ; ) {
    const page = await send('GET', `/review/pairs?limit=1${query}${cursor}`, { as });
    expect(page.status).toBe(200);
    items.push(...page.data.items);
    if (page.data.next === null) return items;
    cursor = `&cursor=${page.data.next}`;
  }
}

const judge = (as: string, { a, b }: Listed, verdict: string) =>
  send('POST', '/judgements', { as, body: { a, b, verdict, reason: 'Looked it up' } });

test('a reviewer sees what to judge, most at stake first, page by page, and looks at it side by side', async () => {
  const whole = await send('GET', '/review/pairs', { as: 'anna' });
  expect(whole.data.items.length).toBeGreaterThan(1);
  expect(await all('anna')).toEqual(whole.data.items);
  const values = whole.data.items.map(({ stake }: { stake: { value: number } }) => stake.value);
  expect(values).toEqual(values.toSorted((x: number, y: number) => y - x));
  const [first] = whole.data.items;
  expect(first).toMatchObject({ type: 'person', ask: 'decision', others: [], stake: { pairs: 1, hits: 1 } });
  expect(await all('anna', '&type=vehicle')).toEqual([]);

  const looked = await send('GET', `/review/pairs/${first.b}/${first.a}`, { as: 'anna' });
  expect(looked.data).toMatchObject({ a: first.a, b: first.b, compared: { weight: first.weight } });
  const name = looked.data.properties.find(({ property }: { property: string }) => property === 'name');
  expect([name.a.length, name.b.length]).toEqual([1, 1]);
  const nowhere = await send('GET', `/review/pairs/${first.a}/person-0123456789abcdef`, { as: 'anna' });
  expect([nowhere.status, nowhere.data.code]).toEqual([404, 'not-found']);
});

test('who may not judge sees no list, and who has a partner sees its own alone', async () => {
  for (const as of ['sven', 'paula', 'ada', 'otto']) {
    expect((await send('GET', '/review/pairs', { as })).status).toBe(403);
  }
  // The suspects of others are not open to a partner's reviewer who states no purpose of theirs.
  const { a, b } = (await send('GET', '/review/pairs', { as: 'anna' })).data.items[0];
  const preview = `/review/pairs/${a}/${b}/preview?verdict=same`;
  expect((await send('GET', preview, { as: 'sven' })).status).toBe(403);
  const foreseen = await send('GET', preview, { as: 'anna' });
  expect(foreseen.data).toMatchObject({ joined: 1, parted: 0, raised: 2, withdrawn: 0 });
  expect(foreseen.data.hits).toMatchObject([
    { effect: 'raised', recipient: 'border', other: 'police', kind: 'the same person', type: 'person' },
    { effect: 'raised', recipient: 'police', other: 'border', kind: 'the same person', type: 'person' },
  ]);
  const ownPurpose = await send('GET', '/review/pairs', {
    as: 'pia',
    headers: { 'clew-purpose': 'exchange' },
  });
  expect(ownPurpose.data.items).toEqual([]);
  const hidden = await send('GET', `/review/pairs/${a}/${b}`, {
    as: 'pia',
    headers: { 'clew-purpose': 'exchange' },
  });
  expect(hidden.status).toBe(404);
});

test('a judged pair comes back to another, who is not told what was said; then both may know', async () => {
  const [first, second] = (await all('anna')) as [Listed, Listed];
  expect((await judge('anna', first, 'same')).status).toBe(204);
  expect((await judge('anna', second, 'unsure')).status).toBe(204);
  const ownList = await all('anna');
  expect(ownList.map(({ a, b }) => `${a} ${b}`)).not.toContain(`${first.a} ${first.b}`);
  expect(ownList.every(({ ask }) => ask === 'decision')).toBe(true);

  const due = (await all('rosa')).filter(({ ask }) => ask === 'second-opinion');
  expect(due).toHaveLength(2);
  expect(due[0]).toMatchObject({ together: null, stake: null, others: [] });
  const path = `/review/pairs/${first.a}/${first.b}`;
  expect((await send('GET', path, { as: 'rosa' })).data.others).toEqual([]);
  // Nor is it told by what a decision would change: Anna knows that it is the same now, Rosa may not.
  const joined = async (as: string) =>
    (await send('GET', `${path}/preview?verdict=same`, { as })).data.joined;
  expect([await joined('anna'), await joined('rosa')]).toEqual([0, 1]);
  expect((await judge('rosa', first, 'different')).status).toBe(204);
  const told = (await send('GET', path, { as: 'rosa' })).data.others;
  expect(told).toMatchObject([
    { verdict: 'same', by: 'anna' },
    { verdict: 'different', by: 'rosa' },
  ]);
  expect((await judge('rosa', second, 'unsure')).status).toBe(204);
  expect(await judgements(api.hub.ledger)).toHaveLength(4);
  // Where two disagree a third is asked, and told as little. Who works elsewhere is not told who said what.
  expect((await send('GET', path, { as: 'pia' })).data.others).toEqual([]);
  const agreed = await send('GET', `/review/pairs/${second.a}/${second.b}`, { as: 'pia' });
  expect(agreed.data.others).toMatchObject([
    { verdict: 'unsure', by: null },
    { verdict: 'unsure', by: null },
  ]);
});

test('the supervisor learns how far reviewers agree, by the first two opinions; nobody else does', async () => {
  const { data } = await send('GET', '/review/agreement', { as: 'sven' });
  expect(data).toMatchObject({ judged: 2, drawn: 2, oneIn: 1, waiting: 0, units: 2, raters: 2, same: 0.5 });
  expect(data.kappas).toMatchObject([{ one: 'anna', other: 'rosa', units: 2 }]);
  for (const as of ['anna', 'rosa', 'paula', 'ada', 'uma', 'otto']) {
    expect((await send('GET', '/review/agreement', { as })).status).toBe(403);
  }
});

test('the next run obeys, and asks no more about what is decided', async () => {
  expect((await send('POST', '/runs', { as: 'sven', body: {} })).data).toMatchObject({ computed: true });
  const decided = (await judgements(api.hub.ledger)).filter(({ verdict }) => verdict !== 'unsure');
  const listed = (await all('anna')).map(({ a, b }) => `${a} ${b}`);
  for (const { a, b } of decided) expect(listed).not.toContain(`${a} ${b}`);
});
