import { amount } from '../comparisons/amount.ts';
import { daysBetween } from '../comparisons/days-between.ts';
import { memo } from '../comparisons/memo.ts';
import { sharedValue } from '../comparisons/shared-value.ts';
import type { TypeModel } from '../model.ts';

/** Overlapping bands, so that amounts that are nearly the same share one: a band is as wide as this factor. */
function amountBands(factor: number): string {
  const place = `ln(abs(amount) + 1) / ln(${factor})`;
  return `unnest([(2 * floor(${place}))::integer, (2 * floor(${place} + 0.5) + 1)::integer])`;
}

/** Overlapping spans of so many days. */
function daySpans(days: number): string {
  return `unnest([2 * (day // ${days}), 2 * ((day + ${days >> 1}) // ${days}) + 1])`;
}

/** The same payment as two files tell of it: that of the side that pays and that of the side that is paid, for example. */
export const paymentModel: TypeModel = {
  type: 'payment',
  betweenFiles: true,
  features: {
    file: true,
    amounts: { property: 'amount', column: 'amount' },
    days: { property: 'date', column: 'day' },
    memos: { property: 'purpose' },
    values: [
      { column: 'payers', properties: ['payer'] },
      { column: 'payees', properties: ['payee'] },
    ],
    codes: [{ column: 'currency', property: 'currency' }],
  },
  comparisons: [
    amount,
    daysBetween,
    memo,
    sharedValue({ id: 'payer', title: 'Payer account', column: 'payers' }, { m: 0.9, u: 1e-3 }),
    sharedValue({ id: 'payee', title: 'Payee account', column: 'payees' }, { m: 0.9, u: 1e-3 }),
  ],
  interactions: [],
  // A payment is an amount on a day: where both are told, both have to be near.
  linkable:
    'coalesce(amount, 1) >= 1 and coalesce(date, 1) >= 1 and (amount is not null or date is not null) and coalesce(purpose, payer, payee, amount) >= 1',
  nearness: '(memo_opening, day // 4)',
  rules: [
    {
      id: 'amount',
      title: 'the amount',
      uses: ['amount'],
      keys: (features) => `select n, amount_code as key, ${daySpans(16)} as refined from ${features}`,
    },
    {
      id: 'memo and amount',
      title: 'the first words of the purpose, and about the amount',
      uses: ['purpose', 'amount'],
      keys: (features) =>
        `select n, hash(memo_opening, ${amountBands(1.3)}) as key, day // 32 as refined from ${features} where memo is not null and amount is not null`,
    },
    {
      id: 'memo and date',
      title: 'the first words of the purpose, and about the date',
      uses: ['purpose', 'date'],
      keys: (features) =>
        `select n, hash(memo_opening, ${daySpans(8)}) as key, ln(abs(amount) + 1)::integer as refined from ${features} where memo is not null and day is not null`,
    },
    {
      id: 'word and amount',
      title: 'a word of the purpose, and nearly the amount',
      uses: ['purpose', 'amount'],
      keys: (features) =>
        `select n, hash(word, ${amountBands(1.1)}) as key, day // 8 as refined
         from (select n, amount, day, unnest(memo_words) as word from ${features} where memo is not null and amount is not null)`,
    },
    {
      id: 'amount and date',
      title: 'nearly the amount, and about the date',
      uses: ['amount', 'date'],
      keys: (features) =>
        `select n, hash(band, ${daySpans(8)}) as key, memo_opening as refined
         from (select n, day, memo_opening, ${amountBands(1.02)} as band from ${features} where amount is not null and day is not null)`,
    },
    {
      id: 'account and amount',
      title: 'an account, and about the amount',
      uses: ['payer', 'payee', 'amount'],
      keys: (features) =>
        `select n, hash(account, ${amountBands(1.1)}) as key, day // 8 as refined
         from (select n, amount, day, unnest(list_concat(coalesce(payers, []), coalesce(payees, []))) as account from ${features})`,
    },
  ],
};
