import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handlingCodes, purposes, subjectCategories } from './codes.ts';
import { labelFrom } from './label.ts';
import { isAsTight, isTighter, restrictTerms, termsEffect } from './restrict.ts';
import { restrictionsOf, type Terms, termsSchema } from './terms.ts';

const keys = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as K[];
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });

const terms: fc.Arbitrary<Terms> = fc
  .record({
    purposes: fc.subarray(keys(purposes), { minLength: 1 }),
    project: maybe(fc.constantFrom('phoenix', 'twins')),
    handling: maybe(fc.subarray(keys(handlingCodes), { minLength: 1 })),
    tlp: maybe(fc.constantFrom('TLP:GREEN', 'amber', 'RED')),
    restriction: maybe(fc.constantFrom('ask first', 'no courts')),
    grading: maybe(
      fc.constantFrom(
        { scheme: '3x5x2', value: '1EC' },
        { scheme: 'admiralty', value: 'C3' },
        { scheme: '5x5x5', value: 'B21' },
      ),
    ),
    category: maybe(fc.constantFrom(...keys(subjectCategories))),
    origin: maybe(fc.constantFrom('src-1', 'DE/2026/17')),
    expires: maybe(fc.constantFrom('2027-01-01', '2030-12-31')),
  })
  .map((given) => termsSchema.parse(given));

test('terms that are read again are the same terms', () => {
  fc.assert(
    fc.property(terms, (given) => {
      expect(termsSchema.parse(given)).toEqual(given);
    }),
  );
});

test('terms that nobody laid down are H0, X and 4', () => {
  expect(termsSchema.parse({})).toEqual({
    purposes: ['cross-check', 'strategic-analysis'],
    handling: ['H0'],
    source: 'X',
    information: '4',
  });
});

test('a grade of another scheme is kept beside what it comes to and what that lost', () => {
  const read = termsSchema.parse({ grading: { scheme: '3x5x2', value: '1E' }, tlp: 'tlp:red' });
  expect(read).toMatchObject({
    source: 'B',
    information: '4',
    grading: { scheme: '3x5x2', value: '1E' },
    tlp: 'RED',
    handling: ['H1', 'H2', 'H3'],
  });
  expect(read.lost?.join(' ')).toMatch(/suspected to be false.*named recipients/);
  expect(restrictionsOf(read)).toEqual([
    'TLP:RED: for the individual recipients only',
    'The provider holds it to be suspected false',
  ]);
  const label = labelFrom('police', read, { minor: false, personal: false });
  expect(label.restrictions).toHaveLength(2);
});

test.each([
  [{ grading: { scheme: '3x5x2', value: '9Z' } }, 'grading.value'],
  [{ grading: { scheme: '4x9', value: 'A1' } }, 'grading.scheme'],
  [{ grading: { scheme: '3x5x2', value: '2C' }, source: 'A' }, 'source'],
  [{ tlp: 'WHITE' }, 'tlp'],
  [{ origin: 'Jane Doe' }, 'origin'],
  [{ origin: 'Jane' }, 'origin'],
  [{ origin: '<b>1</b>' }, 'origin'],
  [{ grade: 'A1' }, ''],
])('terms %j are refused at %s', (given, path) => {
  const outcome = termsSchema.safeParse(given);
  expect(outcome.error?.issues[0]?.path.join('.')).toBe(path);
});

test('what a provider says was lost is not taken from it', () => {
  expect(termsSchema.parse({ lost: ['nothing at all'] })).not.toHaveProperty('lost');
});

test('being as tight is reflexive, transitive, and tells tighter from looser', () => {
  fc.assert(
    fc.property(terms, terms, terms, (a, b, c) => {
      expect(isAsTight(a, a)).toBe(true);
      if (isAsTight(a, b) && isAsTight(b, c)) expect(isAsTight(a, c)).toBe(true);
      expect(isTighter(a, b) && isTighter(b, a)).toBe(false);
      expect(termsEffect(a, b) === 'tighter').toBe(termsEffect(b, a) === 'looser');
    }),
  );
});

test.each<[object, object, 'same' | 'tighter' | 'looser' | 'both']>([
  [{}, { handling: ['H2'] }, 'tighter'],
  [{ handling: ['H2'] }, { handling: ['H0'] }, 'looser'],
  [{}, { purposes: ['strategic-analysis'] }, 'tighter'],
  [{}, { purposes: ['exchange'] }, 'both'],
  [{ category: 'suspect' }, { category: 'victim' }, 'tighter'],
  [{ category: 'victim' }, { category: null }, 'tighter'],
  [{ category: 'suspect' }, { category: 'convicted' }, 'same'],
  [{}, { expires: '2027-01-01' }, 'tighter'],
  [{ expires: '2027-01-01' }, { expires: '2028-01-01' }, 'looser'],
  [{}, { tlp: 'AMBER' }, 'tighter'],
  [{}, { contact: 'another desk', source: 'A' }, 'same'],
  [{ restriction: 'ask first' }, { restriction: null }, 'looser'],
  [{ purposes: ['operational-analysis'], project: 'phoenix' }, { project: 'twins' }, 'both'],
])('terms %j with %j are %s', (before, change, effect) => {
  const current = termsSchema.parse(before);
  expect(termsEffect(current, restrictTerms(current, { ...change }))).toBe(effect);
});

test('a change names what it changes, and nothing else', () => {
  fc.assert(
    fc.property(terms, (current) => {
      expect(JSON.stringify(restrictTerms(current, {}))).toBe(JSON.stringify(current));
      expect(restrictTerms(current, { expires: '2026-12-31' })).toEqual({
        ...current,
        expires: '2026-12-31',
      });
    }),
  );
});

test('an evaluation is changed as a whole', () => {
  const graded = termsSchema.parse({ grading: { scheme: 'admiralty', value: 'C3' } });
  expect(restrictTerms(graded, { source: 'B' })).toEqual({
    ...termsSchema.parse({ source: 'B', information: '4' }),
  });
  expect(
    restrictTerms(termsSchema.parse({ source: 'A' }), { grading: { scheme: 'admiralty', value: 'B2' } }),
  ).toMatchObject({ source: 'B', information: '3' });
});
