import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { lookWith } from '../detect.ts';
import type { Proposed } from '../detector.ts';
import { funnelAccounts } from '../detectors/funnel-accounts.ts';
import { netting } from '../detectors/netting.ts';
import { payDeductions } from '../detectors/pay-deductions.ts';
import { gatherInvolvement } from '../involvement.ts';
import { PaymentsFixture } from './payments-fixture.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-money-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

async function found(payments: PaymentsFixture): Promise<Proposed[]> {
  await payments.given.load(lake);
  await connect(lake, { folder });
  await gatherInvolvement(lake);
  const { proposals } = await lookWith(lake, [payDeductions, funnelAccounts, netting]);
  return proposals.map(({ proposed }) => proposed);
}

/** Kind and main subject of each. */
const told = (findings: readonly Proposed[]) => findings.map(({ kind, subjects }) => [kind, subjects[0]]);

const ordinary = () => new PaymentsFixture(new GraphFixture()).ordinary();

test('each rule finds what it is about, beside the others, and tells no account that money only passes', async () => {
  const payments = ordinary().deduction(0.7).fee(1.2).shared(5).funnel(3).branches(0).senders('strangers');
  const findings = await found(payments.threshold(20).netting(0));
  expect(told(findings)).toEqual(
    [
      ['deduction', 'firm'],
      ['recruitment-fee', 'agency'],
      ['shared-pay-account', 'keeper'],
      ['funnel-account', 'funnel'],
      ['branch-series', 'carrier'],
      ['linked-senders', 'collector'],
      ['under-threshold', 'below'],
      ['netting', 'taker'],
    ].map(([kind, account = '']) => [kind, payments.account(account)]),
  );
  const between = ['worker 0', 'new 0', 'customer 0', 'relative 0', 'sent 0'].map((name) =>
    payments.account(name),
  );
  expect(findings.flatMap(({ subjects }) => subjects).filter((one) => between.includes(one))).toEqual([]);
  for (const { reason, evidence, chance } of findings) {
    expect(evidence.length).toBeGreaterThan(5);
    expect(chance).toBeLessThan(0.01);
    expect(reason.said).toHaveLength(reason.sentences.length);
  }
});

test('what looks like them is not reported', async () => {
  const payments = ordinary().deduction(0.25).fee(0.1).shared(2).funnel(2).branches(9).senders('family');
  expect(told(await found(payments.threshold(0).netting(1)))).toEqual([]);
});

test('who pays month after month is no sender of a kind with the others', async () => {
  expect(told(await found(ordinary().senders('monthly')))).toEqual([]);
});
