// Two partners from the first hit to the last: told, asked, answered, read, restricted, judged away, erased.

import { consentsOn } from '@clew/ledger/consents.ts';
import { addTerms } from '@clew/ledger/contributions.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { noticesFor } from '@clew/ledger/notices.ts';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { testCaller } from '../../access/test-caller.ts';
import { contributeFile } from '../contributions/contribute-file.ts';
import type { Hub } from '../hub.ts';
import { openTestHub, type TestHub } from '../open-test-hub.ts';
import { eraseContribution } from '../retention/erase-contribution.ts';
import { runHub } from '../run-hub.ts';
import { answerHit } from './answer-hit.ts';
import { endConsent } from './end-consent.ts';
import { listAnswerTimes } from './list-answer-times.ts';
import { countHits, listHits } from './list-hits.ts';
import type { ListedHit } from './listed-hit.ts';
import { readHit } from './read-hit.ts';
import { readShared } from './read-shared.ts';
import { requestContent } from './request-content.ts';

let opened: TestHub;
let hub: Hub;
let southFile: string;

const caller = (
  person: string,
  partner: string | null,
  roles: readonly Role[],
  purpose: AccessPurpose = 'cross-check',
) => testCaller(person, partner, { roles, purpose });

const nora = caller('nora', 'north', ['contributor']);
const sam = caller('sam', 'south', ['contributor']);
const wim = caller('wim', 'west', ['contributor']);
const chief = caller('chief', null, ['supervisor', 'contributor']);

const north = `name,birth date,phone,occupation
Ivan Petrov,1980-04-05,+49 170 1234567,driver
Jana Dvorakova,1991-02-03,+420 601 123 456,waitress
Karl Lindqvist,1975-10-11,+46 70 123 45 67,mechanic
`;
const south = `name,birth date,phone,occupation,note
Maria Rossi,1988-08-08,+39 320 1234567,cook,seen in Marker Street
Ivan Petrov,1980-04-05,+49 170 1234567,smuggler,Marker Seventeen
Paolo Bianchi,1969-12-01,+39 333 7654321,skipper,Marker Eighteen
`;

async function handIn(partner: string, text: string, more: Partial<Terms> = {}): Promise<string> {
  const person = caller(`desk-${partner}`, partner, ['contributor']);
  const given = { id: partner, title: `The ${partner}`, country: null, contact: `desk@${partner}` };
  async function* content() {
    yield Buffer.from(text);
  }
  const terms = termsSchema.parse({ category: 'suspect', source: 'B', information: '2', ...more });
  const file = {
    fileName: `${partner}.csv`,
    content: content(),
    size: null,
    partner: given,
    terms,
    watch: {},
  };
  return (await contributeFile(hub, person, file)).contribution;
}

const run = () => runHub(hub, chief);
const told = async (who: Caller) => (await listHits(hub, who, { limit: 100 })).items;
const asked = async (who: Caller) => (await listHits(hub, who, { limit: 100, side: 'asked' })).items;
const notices = async (partner: string) =>
  (await noticesFor(hub.ledger, { person: 'x', partner, roles: [] })).map(({ kind }) => kind);
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const properties = async (hit: string) =>
  [...new Set((await readShared(hub, nora, { hit })).statements.map(({ property }) => property))].sort();

beforeAll(async () => {
  opened = await openTestHub({ founder: 'chief' });
  hub = opened.hub;
  await handIn('north', north);
  southFile = await handIn('south', south, { handling: ['H1'] });
  await handIn('west', 'name,birth date\nZoe Adams,1999-09-09\n');
  await run();
}, 120_000);

afterAll(() => opened?.close());

describe('from the first hit to the last', () => {
  let hit: ListedHit;

  test('both are told that there is a link, of what kind and whom to ask, and nothing else', async () => {
    const [mine] = await told(nora);
    hit = mine as ListedHit;
    expect(await told(nora)).toHaveLength(1);
    expect(hit).toMatchObject({
      ...{ side: 'told', kind: 'the same person', other: 'south', otherTitle: 'The south' },
      ...{ contact: 'desk@south', file: 'north.csv', row: 1, state: 'told', seen: false, shared: false },
    });
    expect(JSON.stringify(await told(nora))).not.toMatch(new RegExp(`Marker|smuggler|Rossi|${southFile}`));
    expect(await told(sam)).toMatchObject([{ other: 'north', file: 'south.csv', row: 2 }]);
    expect(await told(wim)).toEqual([]);
    expect(await notices('north')).toEqual(['hits-told']);
    expect(await notices('south')).toEqual(['hits-told']);
    expect(await notices('west')).toEqual([]);
    expect(await countHits(hub, nora)).toEqual([
      { recipient: 'north', other: 'south', otherTitle: 'The south', hits: 1 },
    ]);
  });

  test('a second run changes nothing', async () => {
    const before = [await told(nora), await notices('north')];
    await run();
    expect([await told(nora), await notices('north')]).toEqual(before);
  });

  test('before it is asked the owner knows nothing of the hit; others never do', async () => {
    expect(await asked(sam)).toEqual([]);
    for (const stranger of [sam, wim]) {
      await expect(readHit(hub, stranger, { hit: hit.id })).rejects.toEqual(refused('not-found'));
      await expect(answerHit(hub, stranger, { hit: hit.id, answer: 'share' })).rejects.toEqual(
        refused('not-found'),
      );
    }
    const unknown = await readHit(hub, wim, { hit: 'f'.repeat(16) }).catch((error: Error) => error.message);
    expect(await readHit(hub, wim, { hit: hit.id }).catch((error: Error) => error.message)).toBe(unknown);
    await expect(listHits(hub, wim, { partner: 'north', limit: 9 })).rejects.toEqual(refused('not-found'));
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-found'));
  });

  test('the recipient asks once, with a reason, and the owner learns who asks about which of its records', async () => {
    await expect(requestContent(hub, nora, { hit: hit.id, reason: '  ' })).rejects.toEqual(
      refused('input-invalid'),
    );
    await requestContent(hub, nora, { hit: `hit-${hit.id}`, reason: 'Boat of 3 March' });
    await expect(requestContent(hub, nora, { hit: hit.id, reason: 'Again' })).rejects.toEqual(
      refused('already-done'),
    );
    const [question] = await asked(sam);
    expect(question).toMatchObject({
      ...{ side: 'asked', other: 'north', contact: 'desk@north', state: 'requested' },
      ...{ contribution: southFile, file: null, row: null },
    });
    expect(question?.own).toEqual((await told(sam))[0]?.own);
    const text = JSON.stringify([question, await readHit(hub, sam, { hit: hit.id })]);
    for (const own of hit.own) expect(text).not.toContain(own);
    expect(text).not.toContain(hit.contribution);
    expect(await notices('south')).toEqual(['hit-requested', 'hits-told']);
  });

  test('a refusal tells its reason and nothing else', async () => {
    await expect(answerHit(hub, sam, { hit: hit.id, answer: 'refuse' })).rejects.toEqual(
      refused('input-invalid'),
    );
    await expect(answerHit(hub, nora, { hit: hit.id, answer: 'share' })).rejects.toEqual(
      refused('forbidden'),
    );
    await answerHit(hub, sam, { hit: hit.id, answer: 'refuse', reason: 'Trial pending' });
    const read = await readHit(hub, nora, { hit: hit.id });
    expect(read.consent).toBeNull();
    expect(read.steps.map(({ partner, answer, reason, by }) => [partner, answer, reason, by])).toEqual([
      ['north', null, 'Boat of 3 March', 'nora'],
      ['south', 'refuse', 'Trial pending', null],
    ]);
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`Marker|smuggler|${southFile}`));
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-found'));
    expect(await notices('north')).toEqual(['hit-answered', 'hits-told']);
  });

  test('an answer in part opens exactly that part', async () => {
    for (const given of [[], ['password']]) {
      const part = { hit: hit.id, answer: 'share-part', properties: given } as const;
      await expect(answerHit(hub, sam, part)).rejects.toEqual(refused('input-invalid'));
    }
    await answerHit(hub, sam, { hit: hit.id, answer: 'share-part', properties: ['occupation', 'name'] });
    const shared = await readShared(hub, nora, { hit: hit.id });
    expect(shared.statements).toMatchObject([
      { property: 'name', original: 'Ivan Petrov', contribution: southFile, row: 2, grade: 'B2' },
      { property: 'occupation', original: 'smuggler', handling: ['H1'], restrictions: [], expires: null },
    ]);
    expect(JSON.stringify(shared)).not.toContain('Marker');
    await expect(readShared(hub, wim, { hit: hit.id })).rejects.toEqual(refused('not-found'));
    const otherwise = { ...nora, ground: { purpose: 'exchange', project: null } } as const;
    expect((await readShared(hub, otherwise, { hit: hit.id })).statements).toEqual([]);
  });

  test('a later answer replaces, and an end is an end', async () => {
    await answerHit(hub, sam, { hit: hit.id, answer: 'share' });
    expect(await properties(hit.id)).toContain('phone');
    await endConsent(hub, sam, { hit: hit.id });
    await expect(endConsent(hub, sam, { hit: hit.id })).rejects.toEqual(refused('already-done'));
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-found'));
    expect((await notices('north'))[0]).toBe('consent-ended');
    await answerHit(hub, sam, { hit: hit.id, answer: 'share-part', properties: ['name'] });
    expect(await properties(hit.id)).toEqual(['name']);
    expect((await consentsOn(hub.ledger, hit.id)).map(({ ended }) => ended?.reason ?? null)).toEqual([
      ...['replaced', 'owner'],
      null,
    ]);
  });

  test('the owner tightens its terms: unreadable at once, and withdrawn by the next run', async () => {
    const at = new Date().toISOString();
    const strict = termsSchema.parse({ category: 'suspect', purposes: ['strategic-analysis'] });
    await hub.ledger.transaction((database) =>
      addTerms(database, southFile, { terms: strict, by: 'sam', at }),
    );
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-ready'));
    await run();
    expect(await told(nora)).toEqual([]);
    expect(await told(sam)).toEqual([]);
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-found'));
    expect((await readHit(hub, nora, { hit: hit.id })).hit.state).toBe('withdrawn');
    expect((await notices('north'))[0]).toBe('hit-withdrawn');
    expect(await notices('south')).toEqual(expect.arrayContaining(['hit-withdrawn', 'hits-withdrawn']));
    await expect(requestContent(hub, nora, { hit: hit.id, reason: 'Why' })).rejects.toEqual(
      refused('already-done'),
    );
  });

  test('the terms open again: the hit returns, what was shared does not', async () => {
    const at = new Date().toISOString();
    const terms = termsSchema.parse({ category: 'suspect' });
    await hub.ledger.transaction((database) => addTerms(database, southFile, { terms, by: 'sam', at }));
    await run();
    expect((await told(nora)).map(({ id, state, shared }) => [id, state, shared])).toEqual([
      [hit.id, 'told', false],
    ]);
    expect((await notices('north'))[0]).toBe('hits-returned');
    await expect(answerHit(hub, sam, { hit: hit.id, answer: 'share' })).rejects.toEqual(
      refused('already-done'),
    );
  });

  test('somebody judges the two to be different: withdrawn, and both are told', async () => {
    await requestContent(hub, nora, { hit: hit.id, reason: 'Once more' });
    await answerHit(hub, sam, { hit: hit.id, answer: 'share' });
    const [a, b] = [`person-${hit.own[0]}`, `person-${(await told(sam))[0]?.own[0]}`];
    const at = new Date().toISOString();
    const judgement = { a, b, verdict: 'different', by: 'chief', reason: 'Twins', at } as const;
    await hub.ledger.transaction((database) =>
      addJudgement(database, judgement, [hit.contribution as string, southFile]),
    );
    await run();
    expect(await told(nora)).not.toContainEqual(expect.objectContaining({ id: hit.id }));
    await expect(readShared(hub, nora, { hit: hit.id })).rejects.toEqual(refused('not-found'));
    for (const partner of ['north', 'south']) {
      expect((await notices(partner)).filter((kind) => kind === 'hit-withdrawn')).toHaveLength(2);
    }
  });

  test('the owner erases: withdrawn at once, and nobody reads the words that were said', async () => {
    const [phone] = await told(nora);
    expect(phone?.kind).toBe('the same phone');
    const id = phone?.id as string;
    await requestContent(hub, nora, { hit: id, reason: 'Whose phone?' });
    await answerHit(hub, sam, { hit: id, answer: 'share', reason: 'His' });
    const words = async () => (await readHit(hub, nora, { hit: id })).steps.map(({ reason }) => reason);
    expect(await words()).toEqual(['Whose phone?', 'His']);
    expect((await readShared(hub, nora, { hit: id })).statements).not.toEqual([]);
    await eraseContribution(hub, sam, { contribution: southFile, ground: 'owner', reason: 'Closed' });
    expect(await told(nora)).toEqual([]);
    expect(await told(sam)).toEqual([]);
    expect(await words()).toEqual([null, null, null]);
    await expect(readShared(hub, nora, { hit: id })).rejects.toEqual(refused('not-found'));
    const withdrawn = (await noticesFor(hub.ledger, { person: 'x', partner: 'north', roles: [] })).filter(
      ({ about }) => about === id,
    );
    expect(withdrawn.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['hit-withdrawn']));
  });

  test('how long it took is on record', async () => {
    expect(await listAnswerTimes(hub, sam)).toMatchObject([
      { owner: 'south', requests: 3, answered: 3, open: 0 },
    ]);
    expect(await listAnswerTimes(hub, nora)).toEqual([]);
  });
});
