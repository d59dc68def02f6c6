// What is remembered of what is published is what somebody who remembers nothing would find.

import { addTerms } from '@clew/ledger/contributions.ts';
import { publishSnapshot } from '@clew/ledger/snapshots.ts';
import { addTestContribution, eraseTestContribution } from '@clew/ledger/test-ledger.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hub } from '../hub/hub.ts';
import { openTestHub, type TestHub } from '../hub/open-test-hub.ts';
import { testCaller } from './test-caller.ts';
import { Views } from './views.ts';

const at = '2026-01-02T03:04:05.678Z';
const ana = testCaller('ana', null, { roles: ['analyst'], purpose: 'cross-check' });
let opened: TestHub;
let hub: Hub;

beforeAll(async () => {
  opened = await openTestHub();
  hub = opened.hub;
});

afterAll(() => opened.close());

function publish(id: string): Promise<void> {
  const parts = { engine: '1', contributions: [], judgements: { count: 0, hash: '', through: 0 } };
  return hub.ledger.transaction((database) =>
    publishSnapshot(database, { id: id.repeat(12), parts }, { clearance: '', at }),
  );
}

const read = () => hub.gate.pass(ana, 'view.read', { kind: 'hub' }, 'view');

let files = 0;

const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  'publish a': () => publish('a'),
  'publish b': () => publish('b'),
  'hand in': () => addTestContribution(hub.ledger, { content: `file ${++files}` }),
  restrict: async () => {
    const { id, terms } = await addTestContribution(hub.ledger, { content: `file ${++files}` });
    await hub.views.published();
    await hub.ledger.transaction((database) => addTerms(database, id, { terms, by: 'ana', at }));
  },
  erase: async () => {
    const contribution = await addTestContribution(hub.ledger, { content: `file ${++files}` });
    await hub.views.published();
    await eraseTestContribution(hub.ledger, contribution);
  },
  read,
  nothing: async () => undefined,
};

test('whatever is written, what is published is told as the ledger has it', async () => {
  const act = fc.constantFrom(...Object.keys(acts));
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (names) => {
      for (const name of names) {
        await acts[name]?.();
        expect(await hub.views.published()).toEqual(await new Views(hub).published());
      }
    }),
    { numRuns: 30 },
  );
});

test('the ledger is asked what is published when something was written, and not for each read', async () => {
  await publish('a');
  let asked = 0;
  const counting: Hub['ledger'] = {
    ...hub.ledger,
    query: (text, values) => {
      asked += 1;
      return hub.ledger.query(text, values);
    },
  };
  const views = new Views({ ...hub, ledger: counting, views: hub.views });
  const first = await views.published();
  const once = asked;
  await read();
  expect(await views.published()).toBe(first);
  expect(asked).toBe(once);
  await publish('b');
  expect((await views.published())?.id).toBe('b'.repeat(12));
  expect(asked).toBeGreaterThan(once);
});

test('the ledger tells of a change when a transaction begins and when it has ended, however it ended', async () => {
  const { ledger } = hub;
  const before = ledger.changes();
  expect(await ledger.transaction(async () => ledger.changes())).toBe(before + 1);
  expect(ledger.changes()).toBe(before + 2);
  const refused = ledger.transaction(() => Promise.reject(new Error('no')));
  await expect(refused).rejects.toThrow('no');
  expect(ledger.changes()).toBe(before + 4);
});
