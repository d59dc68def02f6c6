import { expect, test } from 'vitest';
import { valueMeaning } from './value-meaning.ts';

const german = {
  locale: 'de' as const,
  known: (kind: string, code: string) => (`${kind}.${code}` === 'sex.f' ? 'weiblich' : undefined),
  date: (day: string | null) => `am ${day}`,
};

test.each([
  ['nationality', 'vn', 'Vietnam'],
  ['country', 'somewhere', undefined],
  ['sex', 'f', 'weiblich'],
  ['role', 'unheard of', undefined],
  ['birthDate', '1990-03-02', 'am 1990-03-02'],
  ['birthDate', '1990', undefined],
  ['name', 'Ana', undefined],
  ['constructor', 'x', undefined],
])('%s %s means %s', (property, value, meaning) => {
  expect(valueMeaning({ property, value }, german)).toBe(meaning);
});
