import { type Role, roles } from '@clew/model/access/roles.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendAuditEntries } from './audit/chain.ts';
import { lastEntryBefore } from './audit/last-entry.ts';
import { addPartner } from './partners.ts';
import {
  addPerson,
  changeRole,
  findPerson,
  holdersOf,
  people,
  roleChanges,
  rolesOf,
  rolesOfAll,
} from './people.ts';
import { addProject, allMembers, changeMember, membersOf, projects, projectsOf } from './projects.ts';
import { openTestLedger, type TestLedger } from './test-ledger.ts';

const at = '2026-03-01T10:00:00.000Z';
let opened: TestLedger;

beforeEach(async () => {
  opened = await openTestLedger();
});

afterEach(() => opened.close());

const write = <T>(work: Parameters<TestLedger['ledger']['transaction']>[0]) =>
  opened.ledger.transaction(work) as Promise<T>;

const add = (id: string, partner: string | null = null) =>
  write((database) => addPerson(database, { id, title: `Person ${id}`, partner, at }));

const change = (person: string, role: Role, granted: boolean) =>
  write<boolean>((database) =>
    changeRole(database, { person, role, granted, by: 'admin', reason: 'Because', at }),
  );

test('the last visit is what a person last did before, without the steps of signing in', async () => {
  const did = (person: string, action: string, minute: number) => ({
    ...{ at: `2026-03-01T10:0${minute}:00.000Z`, person, via: 'session' as const, action, what: 'hub' },
    ...{ purpose: null, project: null, label: null, outcome: 'done' },
  });
  await write((database) =>
    appendAuditEntries(database, [
      did('ann', 'hit.read', 1),
      did('ann', 'sign-in.out', 2),
      did('bob', 'hit.read', 3),
      did('ann', 'sign-in.password', 4),
      did('ann', 'hit.read', 5),
    ]),
  );
  const before = (minute: number) =>
    lastEntryBefore(opened.ledger, 'ann', `2026-03-01T10:0${minute}:30.000Z`);
  expect(await before(4)).toBe('2026-03-01T10:02:00.000Z');
  expect(await before(5)).toBe('2026-03-01T10:05:00.000Z');
  expect(await before(0)).toBeNull();
});

test('people are kept with their partner, and an id is given once', async () => {
  await write((database) =>
    addPartner(database, { id: 'police', title: 'Police', country: 'nl', contact: 'desk' }, at),
  );
  await add('ann', 'police');
  await add('bob');
  expect(await people(opened.ledger)).toEqual([
    { id: 'ann', title: 'Person ann', partner: 'police', at },
    { id: 'bob', title: 'Person bob', partner: null, at },
  ]);
  await expect(add('ann')).rejects.toMatchObject({ code: 'already-there' });
  await expect(add('eve', 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  expect(await findPerson(opened.ledger, 'eve')).toBeUndefined();
});

test('ids and names that do not fit are refused', async () => {
  const ids = ['', 'Ann', 'a b', "a'; drop table person", '../a', 'a'.repeat(65), 'a\u0000', 'ünal'];
  for (const id of ids) await expect(add(id), id).rejects.toMatchObject({ code: 'input-invalid' });
  for (const title of ['', '  ', 'a\u0000b', 'a\u001b[31m', '\ud800', 'x'.repeat(201)]) {
    const adding = write((database) => addPerson(database, { id: 'ann', title, partner: null, at }));
    await expect(adding, title).rejects.toMatchObject({ code: 'input-invalid' });
  }
});

test('whatever is given and taken in whatever order: the last word counts and an administrator has no other role', async () => {
  await add('admin');
  await add('ann');
  await change('admin', 'administrator', true);
  const names = Object.keys(roles) as Role[];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { maxLength: 12 }),
      async (changes) => {
        const held = new Set(await rolesOf(opened.ledger, 'ann'));
        for (const [role, granted] of changes) {
          const others = [...held].filter((each) => each !== role);
          const isApart = role === 'administrator' ? others.length > 0 : held.has('administrator');
          if (granted && !held.has(role) && isApart) {
            await expect(change('ann', role, true)).rejects.toMatchObject({ code: 'forbidden' });
            continue;
          }
          expect(await change('ann', role, granted)).toBe(held.has(role) !== granted);
          if (granted) held.add(role);
          else held.delete(role);
        }
        expect(await rolesOf(opened.ledger, 'ann')).toEqual(names.filter((role) => held.has(role)));
        expect((await rolesOfAll(opened.ledger)).get('ann') ?? []).toEqual([...held].sort());
      },
    ),
    { numRuns: 15, seed: 3 },
  );
});

test('the last administrator stays', async () => {
  await add('ann');
  await add('bob');
  await change('ann', 'administrator', true);
  await expect(change('ann', 'administrator', false)).rejects.toMatchObject({ code: 'forbidden' });
  await change('bob', 'administrator', true);
  await change('ann', 'administrator', false);
  expect(await holdersOf(opened.ledger, 'administrator')).toEqual(['bob']);
  expect((await roleChanges(opened.ledger, 'ann')).map(({ granted }) => granted)).toEqual([true, false]);
});

test('of two administrators who take the role from each other at once, one stays', async () => {
  await add('ann');
  await add('bob');
  await change('ann', 'administrator', true);
  await change('bob', 'administrator', true);
  const outcomes = await Promise.allSettled([
    change('ann', 'administrator', false),
    change('bob', 'administrator', false),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await holdersOf(opened.ledger, 'administrator')).toHaveLength(1);
});

test('roles that do not exist, people who do not exist and no reason are refused', async () => {
  await add('ann');
  await expect(change('ann', 'constructor' as Role, true)).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(change('eve', 'analyst', true)).rejects.toMatchObject({ code: 'not-found' });
  const empty = write((database) =>
    changeRole(database, { person: 'ann', role: 'analyst', granted: true, by: 'admin', reason: ' ', at }),
  );
  await expect(empty).rejects.toMatchObject({ code: 'input-invalid' });
});

test('what was given and taken is never changed', async () => {
  await add('ann');
  await change('ann', 'analyst', true);
  for (const text of [
    'update role_change set granted = false',
    'delete from role_change',
    'delete from person',
  ]) {
    await expect(write((database) => database.query(text))).rejects.toThrow();
  }
});

test('members come and go; a project counts to the end of its last day', async () => {
  await add('ann');
  const project = { title: 'Harbour', purpose: 'operational-analysis' as const, by: 'boss', at };
  await write(async (database) => {
    await addProject(database, { ...project, id: 'harbour', until: '2026-06-30' });
    await addProject(database, { ...project, id: 'alps', until: null });
  });
  const member = (name: string, joined: boolean) =>
    write<boolean>((database) =>
      changeMember(database, { project: name, person: 'ann', joined, by: 'boss', at }),
    );
  expect(await member('harbour', true)).toBe(true);
  expect(await member('harbour', true)).toBe(false);
  await member('alps', true);
  expect(await membersOf(opened.ledger, 'harbour')).toEqual(['ann']);
  expect((await allMembers(opened.ledger)).get('harbour')).toEqual(['ann']);
  const inAt = (when: string) => projectsOf(opened.ledger, 'ann', when);
  expect(await inAt('2026-06-30T23:59:59.999Z')).toEqual(['alps', 'harbour']);
  expect(await inAt('2026-07-01T00:00:00.000Z')).toEqual(['alps']);
  await member('alps', false);
  expect(await inAt(at)).toEqual(['harbour']);
  expect((await projects(opened.ledger)).map(({ id, until }) => [id, until])).toEqual([
    ['alps', null],
    ['harbour', '2026-06-30'],
  ]);
  await expect(member('nowhere', true)).rejects.toMatchObject({ code: 'not-found' });
});

test('a last day that is no day is refused', async () => {
  for (const until of ['2026-02-30', 'tomorrow', '2026-6-1', '']) {
    const project = { id: 'p', title: 'P', purpose: 'cross-check' as const, by: 'boss', at, until };
    const opening = write((database) => addProject(database, project));
    await expect(opening, until).rejects.toMatchObject({ code: 'input-invalid' });
  }
});
