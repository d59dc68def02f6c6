// Between two runs: a file comes, a judgement is made, and the hits that follow are told at once, as a run tells them.

import { sql } from '@clew/engine/lake/sql.ts';
import { statementTable } from '@clew/engine/statements/tables.ts';
import { noticesFor } from '@clew/ledger/notices.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCaller } from '../../access/test-caller.ts';
import { contributeFile } from '../contributions/contribute-file.ts';
import type { Hub } from '../hub.ts';
import { mountPublished } from '../mount-published.ts';
import { openTestHub, type TestHub } from '../open-test-hub.ts';
import { judgePair } from '../pairs/judge-pair.ts';
import { eraseContribution } from '../retention/erase-contribution.ts';
import { previewJudgement } from '../review/preview-judgement.ts';
import { runHub } from '../run-hub.ts';
import { listHits } from './list-hits.ts';

let opened: TestHub;
let hub: Hub;

const purpose = 'cross-check' as const;
const of = (partner: string) => testCaller(`desk-${partner}`, partner, { roles: ['contributor'], purpose });
const chief = testCaller('chief', null, { roles: ['supervisor', 'contributor'], purpose });
const rita = testCaller('rita', null, {
  roles: ['reviewer', 'analyst'],
  purpose: 'strategic-analysis',
});

async function handIn(partner: string, text: string) {
  const given = { id: partner, title: `The ${partner}`, country: null, contact: `desk@${partner}` };
  async function* content() {
    yield Buffer.from(text);
  }
  const terms = termsSchema.parse({ category: 'suspect', purposes: ['cross-check', 'strategic-analysis'] });
  const file = {
    fileName: `${partner}.csv`,
    content: content(),
    size: null,
    partner: given,
    terms,
    watch: {},
  };
  return contributeFile(hub, of(partner), file);
}

const toldTo = async (partner: string) =>
  (await listHits(hub, of(partner), { limit: 100 })).items
    .map(({ kind, other, state }) => `${kind} ${other} ${state}`)
    .sort();
const idOf = (name: string) =>
  hub.alone(async () => {
    await mountPublished(hub);
    const { subject } = await hub.lake.row<{ subject: bigint }>(
      sql`select subject from ${statementTable} where property = 'name' and original = ${name}`,
    );
    return subject;
  });
const noticesOf = async (partner: string) =>
  (await noticesFor(hub.ledger, { person: 'x', partner, roles: [] })).map(({ kind }) => kind);
const everybody = async () => [await toldTo('north'), await toldTo('south'), await toldTo('west')];

beforeAll(async () => {
  opened = await openTestHub({ founder: 'chief' });
  hub = opened.hub;
  await handIn(
    'north',
    'name,birth date,phone\nIvan Petrov,1980-04-05,+49 170 1234567\nJana Dvorakova,1991-02-03,+420 601 123 456\n',
  );
  await handIn('south', 'name,birth date,phone\nMaria Rossi,1988-08-08,+39 320 1234567\n');
}, 60_000);

afterAll(() => opened?.close());

test('before the first run nothing is told; then a file that comes is matched at once', async () => {
  expect((await handIn('west', 'name,birth date\nZoe Adams,1999-09-09\n')).hits).toBeNull();
  await runHub(hub, chief);
  expect(await everybody()).toEqual([[], [], []]);
  const { hits } = await handIn(
    'west',
    'name,birth date,phone\nPETROV Ivan,1980-04-05,0049 170 1234567\nKarl Lind,1975-10-11,\n',
  );
  expect(hits).toEqual({ told: 2, returned: 0, withdrawn: 0 });
  expect(await everybody()).toEqual([['the same person west told'], [], ['the same person north told']]);
  expect(await noticesOf('north')).toEqual(['hits-told']);
}, 60_000);

test('a second file is matched with the first, and a run changes nothing of what was told', async () => {
  const { hits } = await handIn(
    'south',
    'name,birth date,phone\nKarl Lind,1975-10-11,\nMaria Rossi,1988-08-08,\n',
  );
  expect(hits).toMatchObject({ told: 2, withdrawn: 0 });
  const before = await everybody();
  expect(before).toEqual([
    ['the same person west told'],
    ['the same person west told'],
    ['the same person north told', 'the same person south told'],
  ]);
  await runHub(hub, chief);
  expect(await everybody()).toEqual(before);
}, 60_000);

test('two that are judged to be different lose their hit at once; judged the same they have it again', async () => {
  const [hit] = (await listHits(hub, of('north'), { limit: 1 })).items;
  const held = await hub.ledger.query<{ own: string[]; others: string[] }>(
    'select own, others from hit_side where hit = $1 order by number desc limit 1',
    [hit?.id],
  );
  const [a, b] = [BigInt(`0x${held[0]?.own[0]}`), BigInt(`0x${held[0]?.others[0]}`)];
  const pair = { a, b, reason: 'Compared' };
  const foreseen = async (verdict: 'same' | 'different' | 'unsure') => {
    const { joined, parted, hits } = await previewJudgement(hub, rita, { ...pair, verdict });
    return {
      joined,
      parted,
      hits: hits.map(({ effect, kind, recipient }) => `${effect} ${kind} ${recipient}`),
    };
  };
  const toldNow = await everybody();
  expect(await foreseen('different')).toEqual({
    ...{ joined: 0, parted: 1 },
    hits: [
      'raised the same phone north',
      'raised the same phone west',
      'withdrawn the same person north',
      'withdrawn the same person west',
    ],
  });
  expect(await foreseen('same')).toEqual({ joined: 0, parted: 0, hits: [] });
  expect(await everybody()).toEqual(toldNow);
  await judgePair(hub, rita, { ...pair, verdict: 'different' });
  // They still share a phone, and are not one any more: the phone itself is the link now.
  expect(await toldTo('north')).toEqual(['the same phone west told']);
  expect(await foreseen('unsure')).toEqual({
    ...{ joined: 1, parted: 0 },
    hits: [
      'raised the same person north',
      'raised the same person west',
      'withdrawn the same phone north',
      'withdrawn the same phone west',
    ],
  });
  await judgePair(hub, rita, { ...pair, verdict: 'unsure' });
  expect(await everybody()).toEqual(toldNow);
}, 60_000);

test('a judgement that is taken back ends what it made at once, and what comes next is matched all the same', async () => {
  // Nothing but the judgement speaks for these two.
  const [a, b] = await Promise.all([idOf('Jana Dvorakova'), idOf('Zoe Adams')]);
  const pair = { a, b, reason: 'Told by a colleague' };
  const before = await everybody();
  await judgePair(hub, rita, { ...pair, verdict: 'same' });
  expect(await toldTo('north')).toEqual(['the same person west told', 'the same person west told']);
  await judgePair(hub, rita, { ...pair, verdict: 'unsure' });
  expect(await everybody()).toEqual(before);
  const { hits } = await handIn('west', 'name,birth date\nMaria Rossi,1988-08-08\n');
  expect(hits).toMatchObject({ told: 2, withdrawn: 0 });
}, 60_000);

test('what was matched and then erased is forgotten, and what comes next is matched all the same', async () => {
  const { contribution } = await handIn('south', 'name,birth date\nGone Soon,1971-01-17\n');
  await eraseContribution(hub, of('south'), { contribution, ground: 'owner', reason: 'Withdrawn' });
  expect((await handIn('north', 'name,birth date\nKarl Lind,1975-10-11\n')).hits).toMatchObject({ told: 4 });
}, 60_000);
