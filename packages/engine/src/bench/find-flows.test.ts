import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flows, findFlows } from '../findings/flows/find-flows.ts';
import { flowKinds } from '../findings/flows/pattern.ts';
import { PaymentCollector } from '../findings/flows/payments.ts';
import { type MadePayment, randomPayments } from './random-payments.ts';

function flowsOf(payments: readonly MadePayment[], given: { readonly time?: boolean } = {}): Flows {
  const collector = new PaymentCollector({ time: given.time ?? true, amount: false });
  payments.forEach(({ payer, payee, day }, index) => {
    collector.add({ payer, payee, time: day, amount: Number.NaN, row: index + 1 });
  });
  return findFlows(collector.finish('day'));
}

/** Patterns without the rows, which follow the order of the file. */
function shapes(flows: Flows, rename = (name: string) => name): string[] {
  return flows.patterns
    .map(({ kind, accounts, chance }) => `${chance} ${kind} ${accounts.map(rename).sort().join(' ')}`)
    .sort();
}

const background = { payments: 6000, accounts: 1800, days: 180 };

describe('flows', () => {
  test('planted patterns of every kind are found among random payments', () => {
    const { payments, planted } = randomPayments({ ...background, seed: 5, planted: 2 });
    const { patterns } = flowsOf(payments);
    const found = planted.filter(({ kind, accounts }) =>
      patterns.some(
        (one) => one.kind === kind && accounts.every((account) => one.accounts.includes(account)),
      ),
    );
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(flowKinds));
    expect(found.length).toBeGreaterThan(planted.length * 0.7);
    const real = new Set(planted.flatMap(({ accounts }) => accounts));
    const wrong = patterns.filter(
      ({ accounts }) => accounts.filter((account) => real.has(account)).length * 2 < accounts.length,
    );
    expect(wrong.length).toBeLessThanOrEqual(patterns.length * 0.05 + 1);
  });

  test('random payments alone give hardly anything, and what they give stays within the stated rate', () => {
    const dense = { payments: 4000, accounts: 80, days: 20 };
    const withSome = Array.from({ length: 8 }, (_, seed) => {
      const sizes = seed % 2 === 0 ? dense : { ...background, payments: 2000 };
      const { payments } = randomPayments({ ...sizes, seed: 100 + seed });
      return flowsOf(payments, { time: seed < 6 }).patterns.length > 0;
    });
    expect(withSome.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  test('wages, rents and purchases in their rhythms are no patterns', () => {
    const { payments } = randomPayments({ ...background, seed: 3, regular: 0.8 });
    expect(flowsOf(payments).patterns.length).toBeLessThanOrEqual(1);
  });

  test('an account with very many payers all the time is no fan-in; the same payers in one week are', () => {
    const { payments } = randomPayments({ ...background, seed: 8 });
    const shop = (dayOf: (index: number) => number) =>
      Array.from({ length: 60 }, (_, index) => ({
        payer: `A${index * 25}`,
        payee: 'SHOP',
        day: dayOf(index),
      }));
    const fanAtShop = ({ patterns }: Flows) =>
      patterns.some(({ kind, accounts }) => kind === 'fan-in' && accounts.includes('SHOP'));
    expect(fanAtShop(flowsOf([...payments, ...shop((index) => index * 3)]))).toBe(false);
    expect(fanAtShop(flowsOf([...payments, ...shop((index) => 80 + (index % 7))]))).toBe(true);
  });

  test('the order of rows changes nothing, new names change only names', () => {
    const { payments } = randomPayments({ payments: 1500, accounts: 600, days: 90, seed: 2, planted: 1 });
    const expected = shapes(flowsOf(payments));
    expect(expected.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.shuffledSubarray([...payments], { minLength: payments.length }), (shuffled) => {
        expect(shapes(flowsOf(shuffled))).toEqual(expected);
      }),
      { numRuns: 3, seed: 1 },
    );
    const renamed = payments.map(({ payer, payee, day }) => ({
      payer: `${payer} x`,
      payee: `${payee} x`,
      day,
    }));
    expect(shapes(flowsOf(renamed), (name) => name.replace(' x', ''))).toEqual(expected);
  });

  test('without times what is dense is still found', () => {
    const { payments, planted } = randomPayments({ ...background, seed: 4, planted: 2 });
    const { patterns } = flowsOf(payments, { time: false });
    const stacked = planted.filter(({ kind }) => kind === 'stacked');
    const found = stacked.filter(({ accounts }) =>
      patterns.some((one) => accounts.every((account) => one.accounts.includes(account))),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  test.each([
    ['nobody but oneself', Array.from({ length: 50 }, (_, day) => ({ payer: 'a', payee: 'a', day }))],
    ['one pair', Array.from({ length: 50 }, (_, day) => ({ payer: 'a', payee: 'b', day: day % 5 }))],
    [
      'everybody pays everybody',
      Array.from({ length: 2500 }, (_, at) => ({
        payer: `a${at % 50}`,
        payee: `a${(at / 50) | 0}`,
        day: at % 3,
      })),
    ],
    ['a star', Array.from({ length: 5000 }, (_, at) => ({ payer: 'hub', payee: `a${at}`, day: at % 90 }))],
  ])('%s: nothing is found and nothing breaks', (_, payments) => {
    expect(flowsOf(payments).patterns).toEqual([]);
  });

  test('the rows of a pattern are its payments', () => {
    const { payments } = randomPayments({ ...background, seed: 5, planted: 1 });
    for (const { accounts, rows } of flowsOf(payments).patterns) {
      const own = rows.map((row) => payments[row - 1] as MadePayment);
      expect(new Set(own.flatMap(({ payer, payee }) => [payer, payee]))).toEqual(new Set(accounts));
    }
  });
});
