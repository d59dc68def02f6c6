// In: a file in any format that is read. Out: its payments, and what was left out of it and why.

import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { parseMoney } from '@clew/model/values/money.ts';
import type { Source } from '../../contribution/reader.ts';
import { sampleFile } from '../../contribution/sample.ts';
import { columnValues } from '../../statements/proposal/column-values.ts';
import { eachRow, timesOf } from '../table-cells.ts';
import { chooseColumns } from '../table-columns.ts';
import { type PaymentColumn, paymentColumns } from './payment-columns.ts';
import { PaymentCollector, type Payments } from './payments.ts';

export type NamedColumns = Readonly<Partial<Record<PaymentColumn, string | undefined>>>;

export interface ReadPayments {
  readonly payments: Payments;
  readonly columns: NamedColumns;
  readonly rows: number;
  readonly leftOut: LeftOut;
  /** Rows that say the same as another in payer, payee, time and amount: they count, for one can pay the same twice. */
  readonly repeated: number;
}

/** Rows that are no payments, by why not. */
export interface LeftOut {
  readonly unreadable: number;
  readonly withoutAccount: number;
  readonly withoutTime: number;
}

/** More than this are not held in memory. */
const mostPayments = 2 ** 27;
/** Looked at to tell day from month. */
const sampleRows = 5000;

/** Reads payments; each is held as some 30 bytes and each account's name once. */
export async function readPayments(
  source: Source,
  named: NamedColumns = {},
  watch: Watch = {},
): Promise<ReadPayments> {
  const sample = await sampleFile(source, { rows: sampleRows });
  const columns = chooseColumns(sample, paymentColumns, named);
  const { payer, payee, time, amount } = columns as { payer: string; payee: string } & NamedColumns;
  const times = time === undefined ? undefined : timesOf(columnValues(sample, time));
  const collector = new PaymentCollector({ time: time !== undefined, amount: amount !== undefined });
  const left = { withoutAccount: 0, withoutTime: 0 };
  const limits = { most: mostPayments, unit: 'payments', instead: 'Cut it by time and look at each part.' };
  const { rows, unreadable } = await eachRow(source, limits, watch, (cells, row) => {
    const accounts = { payer: cells.of(payer), payee: cells.of(payee) };
    const at = time === undefined ? 0 : times?.(cells.of(time));
    if (accounts.payer === '' || accounts.payee === '') left.withoutAccount++;
    else if (at === undefined) left.withoutTime++;
    else {
      const money = amount === undefined ? Number.NaN : amountFrom(cells.of(amount));
      collector.add({ ...accounts, time: at, amount: money, row });
    }
  });
  const payments = collector.finish(times?.unit ?? 'step');
  if (payments.payer.length === 0)
    throw new Refusal(
      'mapping-invalid',
      `None of the ${rows} rows is a payment: ${left.withoutAccount} lack an account, ${left.withoutTime} a time.`,
      'Name the columns with --payer, --payee and --time; times are dates, seconds since 1970 or plain numbers.',
    );
  return { payments, columns, rows, leftOut: { unreadable, ...left }, repeated: repeatedIn(payments) };
}

function amountFrom(text: string): number {
  const plain = /^\d+(?:\.\d+)?$/.test(text) ? text : parseMoney(text).value;
  return plain === null ? Number.NaN : Number(plain);
}

function repeatedIn({ payer, payee, time, amount }: Payments): number {
  let repeated = 0;
  for (let at = 1; at < payer.length; at++) {
    const same = (of: ArrayLike<number> | null) => of === null || Object.is(of[at], of[at - 1]);
    if (same(payer) && same(payee) && same(time) && same(amount)) repeated++;
  }
  return repeated;
}
