import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressFrom, addressText } from './address.ts';

const word = fc.string({ minLength: 1, unit: 'binary' });

test('an address that was written is read as it was meant, whatever its words', () => {
  const query = fc.dictionary(
    word.filter((name) => name !== '__proto__'),
    word,
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), query, (path, shown) => {
      expect(addressFrom(addressText(path, shown))).toEqual({ path, query: shown });
    }),
  );
});

test('what is not said is not in the address, and a broken one is still an address', () => {
  expect(addressText(['hits'], { side: 'asked', state: undefined })).toBe('#/hits?side=asked');
  expect(addressFrom('')).toEqual({ path: [], query: {} });
  expect(addressFrom('#/a%E0%A4%A/b')).toEqual({ path: ['a%E0%A4%A', 'b'], query: {} });
});
