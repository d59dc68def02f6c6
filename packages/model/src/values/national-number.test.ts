import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNationalNumber } from './national-number.ts';

/** Numbers that the countries or their handbooks print as examples. */
const examples = [
  ['pl', '44051401359'],
  ['ro', '1800101221144'],
  ['bg', '7523169263'],
  ['ua', '1759013776'],
  ['es', '12345678Z'],
  ['es', 'X1234567L'],
  ['nl', '111222333'],
  ['be', '85073003328'],
  ['se', '8112189876'],
  ['fi', '131052308T'],
  ['no', '15108695088'],
  ['de', '36574261809'],
  ['it', 'RSSMRA85T10A562S'],
  ['fr', '295109912611193'],
  ['pt', '501964843'],
  ['cz', '7103192745'],
  ['ee', '36805280109'],
  ['lt', '33309240064'],
  ['hr', '33392005961'],
  ['rs', '0101006500006'],
  ['tr', '17291716060'],
  ['ir', '0499370899'],
  ['cn', '11010519491231002X'],
  ['br', '39053344705'],
] as const;

test.each(examples)('%s: %s has the right check digits', (country, number) => {
  expect(isNationalNumber(country, number)).toBe(true);
});

/** Of these every wrong digit shows; the others let some through where two remainders share a digit. */
const strict = new Set(['pl', 'es', 'nl', 'se', 'fi', 'no', 'de', 'hr', 'rs', 'cn']);

test('one wrong digit is found', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examples.filter(([country]) => strict.has(country))),
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 9 }),
      ([country, number], at, more) => {
        const place = at % number.length;
        const digit = number[place] as string;
        if (!/\d/.test(digit)) return;
        const wrong = number.slice(0, place) + ((Number(digit) + more) % 10) + number.slice(place + 1);
        expect(isNationalNumber(country, wrong)).not.toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a number of another form, or of a country without a rule, is not judged', () => {
  expect(isNationalNumber('pl', 'AB123456')).toBeUndefined();
  expect(isNationalNumber('us', '123456789')).toBeUndefined();
  expect(isNationalNumber('constructor', '123456789')).toBeUndefined();
});
