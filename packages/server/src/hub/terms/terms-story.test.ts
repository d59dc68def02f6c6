// What an owner lays down, restricts and loosens; and the person who is on both sides.

import { noticesFor } from '@clew/ledger/notices.ts';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { mappingSchema } from '@clew/model/mapping.ts';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { testCaller } from '../../access/test-caller.ts';
import { openView } from '../../access/view.ts';
import { contributeFile } from '../contributions/contribute-file.ts';
import { findEntities } from '../entities/find-entities.ts';
import type { Hub } from '../hub.ts';
import { openTestHub, type TestHub } from '../open-test-hub.ts';
import { runHub } from '../run-hub.ts';
import { changeTerms } from './change-terms.ts';
import { readTerms } from './read-terms.ts';

let opened: TestHub;
let hub: Hub;
let northFile: string;

const caller = (
  person: string,
  partner: string | null,
  roles: readonly Role[],
  purpose: AccessPurpose = 'cross-check',
) => testCaller(person, partner, { roles, purpose });

const nora = caller('nora', 'north', ['contributor']);
const sam = caller('sam', 'south', ['contributor', 'analyst']);
const chief = caller('chief', null, ['supervisor']);

const mapping = mappingSchema.parse({
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['no'],
      properties: {
        name: { columns: ['name'] },
        birthDate: { columns: ['born'], order: 'ymd' },
        category: { columns: ['category'] },
      },
    },
  },
});

async function handIn(partner: string, rows: string, more: Partial<Terms> = {}): Promise<string> {
  async function* content() {
    yield Buffer.from(`no,name,born,category\n${rows}`);
  }
  const file = {
    fileName: `${partner}.csv`,
    content: content(),
    size: null,
    partner: { id: partner, title: `The ${partner}`, country: null, contact: `desk@${partner}` },
    terms: termsSchema.parse({ source: 'B', information: '2', ...more }),
    mapping,
    watch: {},
  };
  return (await contributeFile(hub, caller(`desk-${partner}`, partner, ['contributor']), file)).contribution;
}

const noticesTo = async (partner: string | null, roles: readonly Role[] = []) =>
  (await noticesFor(hub.ledger, { person: 'x', partner, roles })).filter(({ kind }) =>
    ['non-punishment', 'terms-tightened'].includes(kind),
  );
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const visible = async (who: Caller) => (await openView(hub, who)).id;

beforeAll(async () => {
  opened = await openTestHub({ founder: 'chief' });
  hub = opened.hub;
  northFile = await handIn(
    'north',
    '1,Ivan Petrov,1980-04-05,suspect\n2,Ana Costa,1999-05-14,victim\n2,Ana Costa,1999-05-14,suspect\n3,Eva Zorn,1990-01-02,\n',
  );
  await handIn('south', '7,Ivan Petrov,1980-04-05,suspect\n8,Ana Costa,1999-05-14,suspect\n');
  await runHub(hub, chief);
}, 120_000);

afterAll(() => opened?.close());

test('a person on both sides is told of to its owner and the overseers, once, and to nobody else', async () => {
  const [notice, ...more] = await noticesTo('north');
  expect([notice?.kind, notice?.about, more]).toEqual([
    'non-punishment',
    expect.stringMatching(/^person-[0-9a-f]{16}$/),
    [],
  ]);
  expect(await noticesTo('south')).toEqual([]);
  expect(await noticesTo(null, ['data-protection-officer'])).toHaveLength(1);
  expect(await noticesTo(null, ['supervisor'])).toHaveLength(1);
  await runHub(hub, chief);
  expect(await noticesTo('north')).toHaveLength(1);
});

test('terms are told with all that stood before them, to their owner and to no other', async () => {
  const read = await readTerms(hub, nora, { contribution: northFile });
  expect(read).toMatchObject({ owner: 'north', terms: { source: 'B', handling: ['H0'] } });
  expect(read.history.map(({ effect }) => effect)).toEqual([null]);
  await expect(readTerms(hub, sam, { contribution: northFile })).rejects.toEqual(refused('not-found'));
  await expect(readTerms(hub, sam, { contribution: '0'.repeat(16) })).rejects.toEqual(refused('not-found'));
});

test('another owner, the hub and bad terms change nothing', async () => {
  const change = { handling: ['H2'] };
  for (const who of [sam, chief]) {
    await expect(changeTerms(hub, who, { contribution: northFile, change })).rejects.toEqual(
      refused('not-found'),
    );
  }
  for (const bad of [{ handling: ['H9'] }, { handling: ['H3'] }, { colour: 'red' }, { origin: 'Jane Doe' }]) {
    await expect(changeTerms(hub, nora, { contribution: northFile, change: bad })).rejects.toEqual(
      refused('terms-invalid'),
    );
  }
  expect((await readTerms(hub, nora, { contribution: northFile })).history).toHaveLength(1);
});

test('the same terms once more are no new version', async () => {
  const same = await changeTerms(hub, nora, { contribution: northFile, change: { source: 'B' } });
  expect(same).toMatchObject({ changed: false, effect: 'same' });
  expect((await readTerms(hub, nora, { contribution: northFile })).history).toHaveLength(1);
});

test('tighter terms bind at once, and who holds a hit on it is told; looser ones wait for the run', async () => {
  const find = async () => (await findEntities(hub, sam, { text: 'Petrov', limit: 5 } as never)) as unknown;
  const before = await visible(sam);
  const withNorth = JSON.stringify(await find(), (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  expect(withNorth).toMatch(/north/);
  const done = await changeTerms(hub, nora, {
    contribution: northFile,
    change: { purposes: ['strategic-analysis'] },
  });
  expect(done).toMatchObject({ changed: true, effect: 'tighter', told: ['south'] });
  expect((await noticesTo('south')).map(({ kind }) => kind)).toEqual(['terms-tightened']);
  expect(await visible(sam)).not.toBe(before);
  const without = JSON.stringify(await find(), (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  expect(without).not.toMatch(/north/);
  await runHub(hub, chief);
  const tight = await visible(sam);
  const loose = await changeTerms(hub, nora, {
    contribution: northFile,
    change: { purposes: ['cross-check', 'strategic-analysis'] },
  });
  expect(loose).toMatchObject({ effect: 'looser', told: [] });
  expect(await visible(sam)).toBe(tight);
  await runHub(hub, chief);
  expect(await visible(sam)).toBe(before);
  const { history } = await readTerms(hub, nora, { contribution: northFile });
  expect(history.map(({ effect, by }) => [effect, by])).toEqual([
    [null, 'desk-north'],
    ['tighter', 'nora'],
    ['looser', 'nora'],
  ]);
}, 120_000);
