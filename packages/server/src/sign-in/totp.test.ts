import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

const rfcSecret = Secret.fromLatin1('12345678901234567890');

// RFC 6238, appendix B, SHA-1.
const vectors = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;

test.each(vectors)('at %i s the library gives %s, and its last six digits are the code', (seconds, code) => {
  const options = { secret: rfcSecret, algorithm: 'SHA1', period: 30, timestamp: seconds * 1000 };
  expect(TOTP.generate({ ...options, digits: 8 })).toBe(code);
  const step = Math.floor(seconds / 30);
  expect(totpStep(rfcSecret.base32, code.slice(2), seconds * 1000)).toBe(step);
});

test('a code is taken one step before and after, no further', () => {
  const at = 1_234_567_890_000;
  const code = '005924';
  expect(totpStep(rfcSecret.base32, code, at - 30_000)).toBe(totpStep(rfcSecret.base32, code, at));
  expect(totpStep(rfcSecret.base32, code, at + 30_000)).toBe(totpStep(rfcSecret.base32, code, at));
  expect(totpStep(rfcSecret.base32, code, at - 60_000)).toBeUndefined();
  expect(totpStep(rfcSecret.base32, code, at + 60_000)).toBeUndefined();
});

test('codes may have a space; anything but six digits is none', () => {
  const at = 1_234_567_890_000;
  expect(totpStep(rfcSecret.base32, '005 924', at)).toBeDefined();
  for (const code of ['', '5924', '0005924', '00592x', '٠٠٥٩٢٤', '005924; --']) {
    expect(totpStep(rfcSecret.base32, code, at)).toBeUndefined();
  }
});

test('a new secret has 160 bits, and an app that reads its address gives codes that are taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }), (seconds) => {
      const secret = newTotpSecret();
      expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
      const uri = new URL(totpUri(secret, { person: 'ann@police', hub: 'Hub: north & south' }));
      expect(uri.protocol).toBe('otpauth:');
      expect(uri.searchParams.get('issuer')).toBe('Hub: north & south');
      const code = TOTP.generate({
        secret: Secret.fromBase32(uri.searchParams.get('secret') ?? ''),
        timestamp: seconds * 1000,
      });
      expect(totpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
    }),
    { numRuns: 50, seed: 3 },
  );
});
