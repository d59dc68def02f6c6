import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { lookWith } from '../detect.ts';
import { wagesToControllers } from '../detectors/wages-to-controllers.ts';
import { gatherInvolvement } from '../involvement.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-repayments-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

interface Passing {
  readonly name: string;
  readonly workers: number;
  readonly months: number;
  /** Of a pay of 1,000. */
  readonly share: number;
  readonly days: number;
}

/** Workers whom one account pays and who hand on some of it, beside forty payments among others. */
function payroll({ name, workers, months, share, days }: Passing): GraphFixture {
  const given = new GraphFixture();
  const pay = (id: string, payment: { payer: string; payee: string; amount: number; day: number }) => {
    const { payer, payee, amount, day } = payment;
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    given.subject(id, 'payment', { owner: 'fiu' }, { payer, payee, amount: String(amount), date });
  };
  for (let month = 0; month < months; month++)
    for (let worker = 0; worker < workers; worker++) {
      const [account, day] = [`${name} worker ${worker}`, 30 * month];
      pay(`in ${month} ${worker}`, { payer: `${name} employer`, payee: account, amount: 1_000, day });
      const passed = { payer: account, payee: `${name} other`, amount: 1_000 * share, day: day + days };
      pay(`out ${month} ${worker}`, passed);
    }
  for (let at = 0; at < 40; at++)
    pay(`else ${at}`, { payer: `payer ${at % 9}`, payee: `payee ${at % 7}`, amount: 50, day: at });
  return given;
}

async function detect(given: GraphFixture) {
  await given.load(lake);
  await connect(lake, { folder });
  await gatherInvolvement(lake);
  const { tested, proposals } = await lookWith(lake, [wagesToControllers]);
  return { tested, findings: proposals.map(({ proposed }) => proposed) };
}

test('pay that goes on to one account is told by that account and the one that pays, and no other', async () => {
  const given = payroll({ name: 'a', workers: 4, months: 3, share: 0.7, days: 2 });
  const { findings } = await detect(given);
  expect(findings).toMatchObject([
    { subjects: [given.valueEntity('account', 'a other'), given.valueEntity('account', 'a employer')] },
  ]);
  expect(findings[0]?.reason.figures).toMatchObject({ workers: 4, passed: 12, days: 2, share: 0.7 });
  expect(findings[0]?.chance).toBeLessThan(0.001);
});

test.each<[string, Omit<Passing, 'name'>]>([
  ['rent', { workers: 4, months: 3, share: 0.3, days: 2 }],
  ['two of one household', { workers: 2, months: 3, share: 0.9, days: 1 }],
  ['a collection', { workers: 5, months: 1, share: 0.9, days: 1 }],
  ['what is spent in the course of the month', { workers: 4, months: 3, share: 0.7, days: 15 }],
])('not reported: %s', async (name, passing) => {
  expect((await detect(payroll({ name, ...passing }))).findings).toEqual([]);
});
