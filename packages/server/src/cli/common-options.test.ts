import { expect, test } from 'vitest';
import { countryCode } from './common-options.ts';

test('a country is two letters that stand for one; a misspelt one is refused and not passed over', () => {
  expect(['AT', 'xk', 'Ro'].map(countryCode)).toEqual(['at', 'xk', 'ro']);
  for (const text of ['zz', 'uk', 'AUT', 'Austria', '', 'a', '../', 'ÅT'])
    expect(() => countryCode(text)).toThrow('Write a country in two letters');
});
