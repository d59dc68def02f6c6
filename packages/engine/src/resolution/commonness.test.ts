import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonnessOf, sharedThing } from './commonness.ts';

const classOf = (count: number) => Math.floor(2 * Math.log2(count));
const words = (count: number, subjects: number) =>
  commonnessOf(classOf(count), { what: 'this family name', subjects })?.words;

test('common values are told as one in so many, to two digits', () => {
  expect(words(25, 100_000)).toBe('this family name is shared by about 1 in 3,700 here');
  expect(words(900, 1000)).toBe('this family name is shared by more than half here');
});

test('no count below ten can be read out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 24, max: 1e6 }), (count, subjects) => {
      expect(words(count, subjects)).toBe(words(1, subjects));
    }),
  );
  expect(words(2, 5000)).toBe('this family name: fewer than 12 of 5,000 have it here');
  expect(words(2, 20)).toBeUndefined();
});

test('the rate is within a quarter of the truth', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 12, max: 100_000 }),
      fc.integer({ min: 10, max: 1000 }),
      (count, factor) => {
        const found = commonnessOf(classOf(count), { what: 'this', subjects: count * factor });
        expect(Math.abs((found?.oneIn ?? 0) / factor - 1)).toBeLessThan(0.25);
      },
    ),
  );
});

test('what is shared is named by the level where it is a part', () => {
  expect(sharedThing('Name', 'the same family name, another given name')).toBe('this family name');
  expect(sharedThing('Name', 'the same name by sound or in another spelling')).toBe('this name');
  expect(sharedThing('Phone', 'the same')).toBe('this phone');
});
