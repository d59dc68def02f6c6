import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import type { Proposed } from '../detector.ts';
import { funnelAccounts } from '../detectors/funnel-accounts.ts';
import { netting } from '../detectors/netting.ts';
import { payDeductions } from '../detectors/pay-deductions.ts';
import { gatherInvolvement } from '../involvement.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-money-'));
  lake = await Lake.open({ folder: join(folder, 'work') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

interface Paid {
  readonly from?: string;
  readonly to?: string;
  readonly day: number;
  readonly amount?: number;
  readonly place?: string;
}

/** Payments of one office; the accounts are what they are called. */
class Payments {
  readonly given = new GraphFixture();
  #payments = 0;

  pay({ from, to, day, amount = 100, place }: Paid): string {
    const id = `payment ${this.#payments++}`;
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    this.given.subject(
      id,
      'payment',
      { owner: 'fiu' },
      {
        date,
        amount: String(amount),
        ...(from === undefined ? {} : { payer: from }),
        ...(to === undefined ? {} : { payee: to }),
        ...(place === undefined ? {} : { place }),
      },
    );
    return id;
  }

  /** Sixty payments among others, forty at counters. */
  ordinary(): this {
    for (let at = 0; at < 60; at++)
      this.pay({ from: `payer ${at % 13}`, to: `payee ${at % 11}`, day: 5 * at, amount: 40 + 37 * at });
    for (let at = 0; at < 40; at++)
      this.pay({
        ...(at % 4 === 0 ? { from: `saver ${at}` } : { to: `saver ${at}` }),
        day: 7 * at,
        place: 'Graz',
      });
    return this;
  }

  account(name: string): bigint {
    return this.given.valueEntity('account', name);
  }
}

async function found(payments: Payments): Promise<Proposed[]> {
  await payments.given.load(lake);
  await connect(lake, { folder });
  await gatherInvolvement(lake);
  const findings: Proposed[] = [];
  for (const detector of [payDeductions, funnelAccounts, netting])
    findings.push(...(await detector.detect(lake, {})).findings);
  return findings;
}

const told = (findings: readonly Proposed[]) => findings.map(({ kind, subjects }) => [kind, subjects[0]]);

test('each rule finds what it is about, among ordinary payments and beside the others', async () => {
  const payments = new Payments().ordinary();
  for (let worker = 0; worker < 4; worker++)
    for (const month of [0, 1]) {
      payments.pay({ from: 'firm', to: `worker ${worker}`, day: 30 * month, amount: 1_000 });
      payments.pay({ from: `worker ${worker}`, to: 'firm', day: 30 * month + 2, amount: 700 });
    }
  for (let worker = 0; worker < 4; worker++) {
    payments.pay({ from: `new ${worker}`, to: 'agency', day: 100 + worker, amount: 1_500 });
    for (const month of [0, 1])
      payments.pay({ from: 'employer', to: `new ${worker}`, day: 150 + 30 * month, amount: 1_200 });
  }
  for (let index = 0; index < 6; index++) {
    payments.pay({ to: 'funnel', day: 11 * index, place: ['Linz', 'Wels', 'Steyr'][index % 3] as string });
    payments.pay({ from: 'funnel', day: 11 * index + 1, place: 'Brno' });
  }
  for (const day of [20, 200])
    for (const place of ['Linz', 'Wels', 'Steyr']) payments.pay({ to: 'carrier', day, place });
  for (let index = 0; index < 14; index++)
    payments.pay({ from: `sender ${index % 5}`, to: 'below', day: 9 * index, amount: 2_710 + 20 * index });
  for (let index = 0; index < 8; index++) {
    const amount = 210 + 173 * index;
    payments.pay({ from: `customer ${index % 5}`, to: 'taker', day: 17 * index, amount });
    payments.pay({ from: 'giver', to: `relative ${index % 5}`, day: 17 * index + 1, amount: amount * 0.97 });
  }
  const findings = await found(payments);
  expect(told(findings)).toEqual([
    ['deduction', payments.account('firm')],
    ['recruitment-fee', payments.account('agency')],
    ['funnel-account', payments.account('funnel')],
    ['branch-series', payments.account('carrier')],
    ['under-threshold', payments.account('below')],
    ['netting', payments.account('taker')],
  ]);
});
