import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneTimePassword } from './one-time-password.ts';
import { checkPassword } from './password-rules.ts';

const person = { id: 'ann.brown', title: 'Ann Brown-Whitfield' };
const refused = { code: 'input-invalid' };
const check = (password: string) => () => checkPassword(password, person);

test.each([
  ['too short', 'k3#vQ9!xL2p'],
  ['too long', 'correct horse '.repeat(10)],
  ['one letter', 'aaaaaaaaaaaaaaaa'],
  ['a piece repeated', 'xk9xk9xk9xk9xk9'],
  ['a sequence', 'abcdefghijklmn'],
  ['a sequence backwards', '0987654321098'],
  ['a row of keys', 'qwertyuiopasdf'],
  ['two runs', 'abcdef123456789'],
  ['common', 'password12345'],
  ['common in disguise', 'P4ssw0rd!2026'],
  ['two common words', 'Welcome-Monkey1'],
  ['the name', 'annbrown123456'],
  ['the family name', 'Whitfield2026'],
])('%s: refused', (_why, password) => {
  expect(check(password)).toThrow(expect.objectContaining(refused));
});

test.each([
  'correct horse battery staple',
  'Käsebrot mit Gurke!',
  'grau-elf-tisch-moos',
  'tr8Zq!m0Vw2x',
  'すべての道はローマに通ず。本当',
  'ann likes pickled herring',
])('%s: taken', (password) => {
  expect(check(password)).not.toThrow();
});

test('what the hub hands out itself passes, and no two are alike', () => {
  const made = Array.from({ length: 200 }, oneTimePassword);
  expect(new Set(made).size).toBe(200);
  for (const each of made) {
    expect(each).toMatch(/^([2-9a-hjkmnp-z]{5}-){3}[2-9a-hjkmnp-z]{5}$/);
    expect(check(each)).not.toThrow();
  }
});

test('no text makes the rules fail otherwise, or slow', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
      try {
        checkPassword(password, person);
      } catch (error) {
        expect(error).toMatchObject(refused);
      }
    }),
    { numRuns: 500, seed: 2 },
  );
});
