import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Purpose } from '@clew/model/terms/codes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { lookWith } from '../detect.ts';
import { contactWithMinors } from '../detectors/contact-with-minors.ts';
import { gatherInvolvement } from '../involvement.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-contacts-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

interface Writer {
  readonly name: string;
  readonly minors: number;
  readonly texts: readonly string[];
  /** Whether the minors write first. */
  readonly answers?: boolean;
  readonly isMinor?: boolean;
  readonly purposes?: readonly Purpose[];
}

const everything: readonly Purpose[] = ['cross-check', 'strategic-analysis'];

/** One account that writes the same to several minors' accounts, each of whom answers once. */
function writer(given: GraphFixture, of: Writer): void {
  const { name, minors, texts, answers = false, isMinor = false, purposes = everything } = of;
  const child = { owner: 'hotline', category: 'contact', minor: true, purposes } as const;
  const standing = { owner: 'hotline', category: isMinor ? 'contact' : 'suspect', minor: isMinor } as const;
  given.subject(`user ${name}`, 'person', standing, { handle: name });
  for (let at = 0; at < minors; at++) {
    const other = `${name} kid ${at}`;
    given.subject(`user ${other}`, 'person', child, { handle: other });
    const send = (number: number, text: string, byChild: boolean) =>
      given.subject(`message ${name} ${at} ${number}`, 'communication', child, {
        ...{ date: `2026-03-0${1 + (at % 9)}`, time: `10:0${number}`, text },
        ...{ fromHandle: byChild ? other : name, toHandle: byChild ? name : other },
      });
    if (answers) send(0, 'hello, can you help me', true);
    for (const [index, text] of texts.entries()) send(index + 1, text, false);
    if (!answers) send(9, 'why do you ask', true);
  }
}

/** Accounts that write to many minors about their work. */
function ordinary(given: GraphFixture): void {
  for (let at = 0; at < 12; at++)
    writer(given, {
      name: `teacher ${at}`,
      minors: 6,
      texts: ['homework for Friday is page 12', 'which class are you in?', 'well done', 'see the board'],
    });
}

async function detect(given: GraphFixture) {
  await given.load(lake);
  await connect(lake, { folder });
  await gatherInvolvement(lake);
  const { tested, proposals } = await lookWith(lake, [contactWithMinors]);
  return { tested, findings: proposals.map(({ proposed }) => proposed) };
}

const staged = [
  'hi, how old are you and what school?',
  'are you alone? don’t tell anyone',
  'add me on snapchat',
];

test('one account that asks many minors in stages is told, and none of them', async () => {
  const given = new GraphFixture();
  ordinary(given);
  writer(given, { name: 'him', minors: 5, texts: staged });
  const { tested, findings } = await detect(given);
  expect(tested).toBe(13);
  expect(findings).toMatchObject([
    { subjects: [given.valueEntity('handle', 'him'), given.entity('user him')], chance: expect.any(Number) },
  ]);
  const [finding] = findings;
  expect(finding?.chance).toBeLessThan(1e-6);
  expect(finding?.reason.figures).toMatchObject({ opened: 5, staged: 5, others: 0 });
  expect(finding?.reason.picture).toMatchObject({ kind: 'contacts', more: 0 });
  expect(JSON.stringify(finding?.reason)).not.toMatch(/kid|why do you ask/);
});

test.each<[string, Partial<Writer>]>([
  ['two minors', { minors: 2 }],
  ['minors who wrote first', { answers: true }],
  ['an account of a minor', { isMinor: true }],
  ['what was handed in for cross-checking alone', { purposes: ['cross-check'] }],
  [
    'a trainer',
    {
      texts: [
        'how old are you? which school?',
        'a photo of you for the pass',
        'whatsapp group, meet me at the hall',
      ],
    },
  ],
  ['two things', { texts: ['how old are you', 'are you alone', 'hm'] }],
  ['three things and nothing hidden', { texts: ['how old are you', 'which school', 'add me on snapchat'] }],
])('not reported: %s', async (_what, change) => {
  const given = new GraphFixture();
  ordinary(given);
  writer(given, { name: 'him', minors: 5, texts: staged, ...change });
  expect((await detect(given)).findings).toEqual([]);
});

test('where everybody asks for it, nobody stands out', async () => {
  const given = new GraphFixture();
  for (let at = 0; at < 8; at++) writer(given, { name: `worker ${at}`, minors: 4, texts: staged });
  expect((await detect(given)).findings).toEqual([]);
});
