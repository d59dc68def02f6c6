import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentCost, hashPassword, isOutdated, parsePhc, passwordFits } from './password-hash.ts';

const cheap = { memory: 16, passes: 1, lanes: 2 };

test.each([
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
])('a hash of the reference implementation fits: %s', async (phc) => {
  expect(await passwordFits('password', phc)).toBe(true);
  expect(await passwordFits('Password', phc)).toBe(false);
});

test('any password fits its own hash and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      async (password, other) => {
        const phc = await hashPassword(password, cheap);
        expect(parsePhc(phc)?.cost).toEqual(cheap);
        expect(await passwordFits(password, phc)).toBe(true);
        const isSame = password.normalize('NFKC') === other.normalize('NFKC');
        expect(await passwordFits(other, phc)).toBe(isSame);
      },
    ),
    { numRuns: 50, seed: 1 },
  );
});

test('one password has a different hash each time, at the cost that OWASP asks', async () => {
  const [first, second] = [
    await hashPassword('four words that fit'),
    await hashPassword('four words that fit'),
  ];
  expect(first).not.toBe(second);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(isOutdated(first)).toBe(false);
  expect(isOutdated(first, { ...currentCost, passes: 3 })).toBe(true);
  expect(isOutdated(await hashPassword('x', cheap))).toBe(true);
});

test('the same letters typed otherwise are the same password', async () => {
  const phc = await hashPassword('Zürich ﬁve', cheap);
  expect(await passwordFits('Zu\u0308rich five', phc)).toBe(true);
});

test('nothing fits where there is no hash', async () => {
  expect(await passwordFits('', null)).toBe(false);
  expect(await passwordFits('', await hashPassword(' ', cheap))).toBe(false);
  expect(await passwordFits('password', 'not a hash')).toBe(false);
});

const salt = 'c29tc2FsdHNvbWVzYWx0';
const hash = 'CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test.each([
  ['another algorithm', `$argon2i$v=19$m=256,t=2,p=1$${salt}$${hash}`],
  ['an old version', `$argon2id$v=16$m=256,t=2,p=1$${salt}$${hash}`],
  ['no version', `$argon2id$m=256,t=2,p=1$${salt}$${hash}`],
  ['less memory than RFC 9106 allows', `$argon2id$v=19$m=15,t=2,p=2$${salt}$${hash}`],
  ['no pass', `$argon2id$v=19$m=256,t=0,p=1$${salt}$${hash}`],
  ['more memory than a machine has', `$argon2id$v=19$m=4000000000,t=2,p=1$${salt}$${hash}`],
  ['endless passes', `$argon2id$v=19$m=256,t=4000000000,p=1$${salt}$${hash}`],
  ['a salt too short', `$argon2id$v=19$m=256,t=2,p=1$c2Fs$${hash}`],
  ['a hash too short', `$argon2id$v=19$m=256,t=2,p=1$${salt}$CTFhFd`],
  ['padding', `$argon2id$v=19$m=256,t=2,p=1$${salt}==$${hash}`],
  ['something behind', `$argon2id$v=19$m=256,t=2,p=1$${salt}$${hash}$x`],
  ['nothing', ''],
])('a PHC string with %s is refused', (_what, phc) => {
  expect(parsePhc(phc)).toBeUndefined();
});
