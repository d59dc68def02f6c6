import { parseIban } from '@clew/model/values/iban.ts';
import { parsePhone } from '@clew/model/values/phone.ts';
import { expect, test } from 'vitest';
import { countries } from './countries.ts';
import { diceFor } from './dice.ts';
import { brokenIban, documentNumber, ibanFrom, phoneFrom, plateFrom } from './identifiers.ts';

test.each([...countries.keys()])('phone numbers of %s can be numbers there', (country) => {
  for (let serial = 0; serial < 200; serial++) {
    const phone = phoneFrom(country, serial * 4_871);
    expect(parsePhone(phone)).toMatchObject({ value: phone });
  }
});

test('no two serials share a phone, a document or a plate', () => {
  const serials = Array.from({ length: 20_000 }, (_, at) => at);
  expect(new Set(serials.map((serial) => phoneFrom('DE', serial))).size).toBe(serials.length);
  expect(new Set(serials.map((serial) => documentNumber('SY', serial))).size).toBe(serials.length);
  expect(new Set(serials.map((serial) => plateFrom('DE', serial))).size).toBeGreaterThan(
    serials.length * 0.999,
  );
});

test('IBANs have right check digits, and broken ones have not', () => {
  const dice = diceFor(1, 'iban', 0);
  for (const country of ['DE', 'RO', 'FR', 'NL', 'IT', 'GB', 'AT', 'BE', 'BG', 'US'])
    for (let serial = 0; serial < 50; serial++) {
      const iban = ibanFrom(country, serial * 331, dice);
      expect(parseIban(iban), iban).toMatchObject({ value: iban });
      expect(parseIban(brokenIban(iban))).toMatchObject({ problem: 'iban-checksum' });
    }
});
