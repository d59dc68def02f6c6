// Files of payments: who is at the ends, and who is not.

import { expect, test } from 'vitest';
import { table, told } from './proposal-fixture.ts';

test('payments between two accounts', () => {
  expect(
    told(
      table(`
    Transaction reference|Value date|Amount|Currency|Payer name|Payer account|Payee name|Payee account|Purpose
    T1|13/02/2025|1.250,00|EUR|Ann Lee|DE89370400440532013000|Bo Ray|FR1420041010050500013M02606|rent
    T2|14/02/2025|99,50|EUR|Cy Fox|DE89370400440532013000|Bo Ray|FR1420041010050500013M02606|loan`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "Transaction reference: payment.key",
      "Value date: row.seen",
      "Amount: payment.amount",
      "Currency: payment.currency",
      "Payer name: payer.name",
      "Payer account: payer.account",
      "Payee name: payee.name",
      "Payee account: payee.account",
      "Purpose: payment.purpose",
      "payer: person",
      "payee: person",
      "payment: payment by Transaction reference",
    ]
  `);
});

test('payments that name accounts alone make nobody', () => {
  const accounts = `
    Date|Amount|Currency|From account|To account
    13/02/2025|1.250,00|EUR|DE89370400440532013000|FR1420041010050500013M02606
    14/02/2025|99,50|EUR|DE89370400440532013000|FR1420041010050500013M02606`;
  expect(told(table(accounts))).toMatchInlineSnapshot(`
    [
      "Date: row.seen",
      "Amount: payment.amount",
      "Currency: payment.currency",
      "From account: payment.payer",
      "To account: payment.payee",
      "payment: payment",
    ]
  `);
  const own = `
    Date|Amount|Currency|IBAN|Payee account|Payee name
    13/02/2025|1.250,00|EUR|DE89370400440532013000|FR1420041010050500013M02606|Bo Ray
    14/02/2025|99,50|EUR|DE89370400440532013000|FR1420041010050500013M02606|Bo Ray`;
  expect(told(table(own))).toMatchInlineSnapshot(`
    [
      "Date: row.seen",
      "Amount: payment.amount",
      "Currency: payment.currency",
      "IBAN: account.number",
      "Payee account: payee.account",
      "Payee name: payee.name",
      "payee: person",
      "account: account",
      "payment: payment",
    ]
  `);
});
