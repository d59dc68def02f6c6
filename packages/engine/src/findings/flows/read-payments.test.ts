import { Refusal } from '@clew/model/refusal.ts';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../contribution/source-fixture.ts';
import { readPayments } from './read-payments.ts';

const read = (text: string | Uint8Array, named = {}) => readPayments(sourceOf('payments.csv', text), named);

describe('reading payments', () => {
  test.each([
    ['payer,payee,amount,date', 'payer', 'payee', 'date', 'amount'],
    ['Auftraggeber,Empfänger,Betrag,Buchungsdatum', 'Auftraggeber', 'Empfänger', 'Buchungsdatum', 'Betrag'],
    ['ordenante,beneficiario,importe,fecha', 'ordenante', 'beneficiario', 'fecha', 'importe'],
    ['nameOrig,nameDest,amount,step', 'nameOrig', 'nameDest', 'step', 'amount'],
    ['sourceNodeId,targetNodeId,value,time', 'sourceNodeId', 'targetNodeId', 'time', 'value'],
    ['Донор,Отримувач,сума,дата', undefined, undefined, undefined, undefined],
  ])('columns of %s', async (header, payer, payee, time, amount) => {
    const reading = read(`${header}\nA,B,10,2026-01-02\n`);
    if (payer === undefined) await expect(reading).rejects.toThrow('No column was recognised as the account');
    else expect((await reading).columns).toEqual({ payer, payee, time, amount });
  });

  test('named columns win, and a wrong name is told with what there is', async () => {
    const { columns, payments } = await read('a;b;c\nX;Y;3\nY;X;4\n', { payer: 'b', payee: 'a', time: 'c' });
    expect(columns).toEqual({ payer: 'b', payee: 'a', time: 'c' });
    expect([...payments.payer].map((index) => payments.accounts[index])).toEqual(['Y', 'X']);
    expect([payments.unit, [...(payments.time ?? [])]]).toEqual(['step', [3, 4]]);
    const refused = await read('a,b\n1,2\n', { payer: 'z' }).catch((error) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect([refused.message, refused.advice]).toEqual([
      'There is no column "z" in the file.',
      'Name one of these: a, b.',
    ]);
  });

  test('rows that are no payments are left out and counted', async () => {
    const rows = [
      'A,B,2026-01-02',
      ',B,2026-01-02',
      'A,,2026-01-02',
      'A,B,someday',
      'A,B,',
      'A,B,2026-01-02',
    ];
    const { leftOut, repeated, payments } = await read(`payer,payee,date\n${rows.join('\n')}\n`);
    expect(leftOut).toEqual({ unreadable: 0, withoutAccount: 2, withoutTime: 2 });
    expect([repeated, [...payments.row]]).toEqual([1, [1, 6]]);
  });

  test('the order of day and month is seen from the column; times of day and epochs are read', async () => {
    const times = async (...values: string[]) => {
      const { payments } = await read(`payer;payee;date\n${values.map((one) => `A;B;${one}`).join('\n')}\n`);
      return [...(payments.time ?? [])];
    };
    const second = Date.UTC(2026, 0, 2) / 86_400_000;
    expect(await times('02/01/2026', '25/01/2026')).toEqual([second, second + 23]);
    expect(await times('2026-01-02T12:00:00Z', '2026-01-03T01:00:00+01:00')).toEqual([
      second + 0.5,
      second + 1,
    ]);
    expect(await times('02.01.2026 18:00')).toEqual([second + 0.75]);
    expect(await times('1767312000', '1767398400')).toEqual([second, second + 1]);
    expect(await times('20260102')).toEqual([second]);
  });

  test('a file without one payment is refused, without a word of what is in it', async () => {
    const refused = await read('payer,payee,date\nSecret,Name,never\n').catch((error) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(`${refused.message} ${refused.advice}`).not.toMatch(/Secret|Name\b(?! the)|never/);
  });

  test('other encodings and dialects', async () => {
    const text = Buffer.from('Auftraggeber;Empfänger;Betrag\n"Müller";Bäcker;1,50\n', 'latin1');
    const { payments } = await read(text);
    expect(payments.accounts).toEqual(['Bäcker', 'Müller']);
    expect([...(payments.amount ?? [])]).toEqual([1.5]);
  });
});
