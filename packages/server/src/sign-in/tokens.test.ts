import { addAccount, disableAccount } from '@clew/ledger/accounts.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import { endToken, findToken, neverByToken } from '@clew/ledger/tokens.ts';
import { type Action, actions } from '@clew/model/access/actions.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actorFromToken, makeToken } from './tokens.ts';

const at = '2026-05-01T08:00:00.000Z';
const now = Date.parse(at);
let opened: TestLedger;

beforeEach(async () => {
  opened = await openTestLedger();
  await opened.ledger.transaction(async (database) => {
    await addPerson(database, { id: 'system', title: 'Case system', partner: null, at });
    const change = { role: 'contributor' as const, granted: true, by: 'administrator', reason: 'x', at };
    await changeRole(database, { ...change, person: 'system' });
  });
});

afterEach(() => opened.close());

const wanted = {
  person: 'system',
  title: 'Case system',
  scopes: ['hit.read', 'contribution.hand-in'] as readonly Action[],
  until: '2026-08-01T00:00:00.000Z',
  by: 'administrator',
  at,
};

const make = (change: Partial<typeof wanted> = {}) =>
  opened.ledger.transaction((database) => makeToken(database, { ...wanted, ...change }));

test('a token opens its scopes and no more, in the name of its person, and only its hash is kept', async () => {
  const { id, text } = await make();
  expect(text).toMatch(/^clew_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
  expect(await actorFromToken(opened.ledger, text, now)).toEqual({
    person: 'system',
    roles: ['contributor'],
    partner: null,
    projects: [],
    via: 'token',
    scopes: ['contribution.hand-in', 'hit.read'],
  });
  const kept = JSON.stringify(await findToken(opened.ledger, id));
  expect(kept).not.toContain(text.slice(-43));
});

test('a token that is over, ended, changed or of a disabled account opens nothing', async () => {
  const { id, text } = await make();
  const opens = async (given: string, when = now) =>
    (await actorFromToken(opened.ledger, given, when)) !== undefined;
  expect(await opens(text, Date.parse(wanted.until) - 1)).toBe(true);
  expect(await opens(text, Date.parse(wanted.until))).toBe(false);
  const other = await make();
  const mixed = `clew_${id}_${other.text.slice(-43)}`;
  for (const wrong of [mixed, `${text}A`, text.slice(0, -1), text.toUpperCase(), ` ${text}`, '', 'clew__']) {
    expect(await opens(wrong)).toBe(false);
  }
  await opened.ledger.transaction((database) => endToken(database, { id, by: 'administrator', at }));
  expect(await opens(text)).toBe(false);
  expect(await opens(other.text)).toBe(true);
  const again = opened.ledger.transaction((database) => endToken(database, { id, by: 'x', at }));
  await expect(again).rejects.toMatchObject({ code: 'already-done' });
  await opened.ledger.transaction(async (database) => {
    await addAccount(database, { person: 'system', password: 'x', until: at, at });
    await disableAccount(database, 'system', true);
  });
  expect(await opens(other.text)).toBe(false);
});

test('whatever scopes are asked: known ones that a program may have are kept, all else is refused', async () => {
  const known = Object.keys(actions) as Action[];
  const strange = ['*', '', 'constructor', 'view.read '] as unknown as Action[];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...known, ...strange), { maxLength: 4 }), async (scopes) => {
      const isFit =
        scopes.length > 0 && scopes.every((scope) => known.includes(scope) && !neverByToken.includes(scope));
      if (!isFit) {
        await expect(make({ scopes })).rejects.toMatchObject({ code: 'input-invalid' });
        return;
      }
      const { text } = await make({ scopes });
      const actor = await actorFromToken(opened.ledger, text, now);
      expect(actor?.scopes).toEqual([...new Set(scopes)].sort());
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('a token lives a year at most and has a title', async () => {
  const lives = ['2027-05-03T00:00:00.000Z', at, '2025-01-01T00:00:00.000Z', 'never'];
  for (const until of lives) {
    await expect(make({ until })).rejects.toMatchObject({ code: 'input-invalid' });
  }
  await expect(make({ title: '' })).rejects.toMatchObject({ code: 'input-invalid' });
  expect((await make({ until: '2027-05-01T08:00:00.000Z' })).id).toMatch(/^[0-9a-f]{16}$/);
});
