import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { parseDocumentNumber } from './document-number.ts';
import { parseEmail } from './email.ts';
import { parseIban } from './iban.ts';
import { parsePlate } from './plate.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const digits = [...'0123456789'];
const characters = fc.constantFrom(...letters, ...digits);

/** A German IBAN with right check digits (ISO 13616: 98 less the remainder by 97). */
const iban = fc.string({ unit: fc.constantFrom(...digits), minLength: 18, maxLength: 18 }).map((account) => {
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
});

test('an IBAN is read whatever stands between its characters, and one wrong digit shows', () => {
  fc.assert(
    fc.property(
      iban,
      fc.constantFrom(' ', '-', '.', ''),
      fc.nat({ max: 19 }),
      fc.integer({ min: 1, max: 9 }),
      (value, between, at, more) => {
        expect(parseIban(value.toLowerCase().split('').join(between))).toEqual({ value, problem: null });
        const place = 2 + at;
        const wrong = value.slice(0, place) + ((Number(value[place]) + more) % 10) + value.slice(place + 1);
        expect(parseIban(wrong)).toEqual({ value: wrong, problem: 'iban-checksum' });
      },
    ),
    { numRuns: 200 },
  );
});

test('a number of a machine-readable zone is read with its check digit, and not with another', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: characters, minLength: 5, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (number, more) => {
        fc.pre(/\d/.test(number) && !/[OI01]/.test(number));
        const field = number.padEnd(9, '<');
        const digit = checkDigit(field) as number;
        expect(parseDocumentNumber(`${field}${digit}`)).toEqual({ value: number, problem: null });
        expect(parseDocumentNumber(`${field}${(digit + more) % 10}`)).toEqual({
          value: number,
          problem: 'document-checksum',
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('a plate is the same in Latin, Cyrillic and Greek letters of one shape', () => {
  const shapes = ['AАΑ', 'BВΒ', 'EЕΕ', 'HНΗ', 'KКΚ', 'MМΜ', 'OОΟ', 'PРΡ', 'TТΤ', 'XХΧ'];
  const written = fc.array(fc.tuple(fc.constantFrom(...shapes), fc.nat({ max: 2 })), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 9999 }), (series, number) => {
      const latin = series.map(([shape]) => shape[0]).join('');
      const given = series.map(([shape, script]) => shape[script]).join('');
      expect(parsePlate(`${given}-${number}`).value).toBe(`${latin}${number}`);
    }),
    { numRuns: 200 },
  );
});

test('where a provider ignores dots and tags, every spelling is one mailbox; elsewhere none but case falls away', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcdefgh123'), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(name, fc.nat({ max: 10 }), (plain, at) => {
      const place = 1 + (at % (plain.length - 1));
      const spelt = `${plain.slice(0, place)}.${plain.slice(place)}+x`;
      expect(parseEmail(`${spelt}@Gmail.com`).value).toBe(`${plain}@gmail.com`);
      expect(parseEmail(`${spelt.toUpperCase()}@office.example`).value).toBe(`${spelt}@office.example`);
    }),
    { numRuns: 200 },
  );
});
