import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedByAccident, oneSlipAway } from './slips.ts';

test('a slip is another digit or two digits changed about, never a letter', () => {
  const slips = oneSlipAway('AB12');
  expect(slips).toContain('AB13');
  expect(slips).toContain('AB21');
  expect(slips).not.toContain('AB12');
  expect(slips.every((slip) => slip.startsWith('AB'))).toBe(true);
  expect(new Set(slips).size).toBe(slips.length);
});

test('slips lead both ways', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{0,2}\d{2,8}$/), (number) => {
      for (const slip of oneSlipAway(number)) expect(oneSlipAway(slip)).toContain(number);
    }),
  );
});

test('the denser the numbers and the more neighbours, the more is accident', () => {
  const given = { number: 'AB1234567', ofForm: 1_000, neighbours: 0, slipRate: 0.01, isIssuerStated: false };
  expect(expectedByAccident(given)).toBeCloseTo(1.01e-4, 12);
  expect(expectedByAccident({ ...given, isIssuerStated: true })).toBeCloseTo(1e-6, 12);
  expect(expectedByAccident({ ...given, ofForm: 2_000 })).toBeCloseTo(2.02e-4, 12);
  expect(expectedByAccident({ ...given, neighbours: 63 })).toBeCloseTo(1.01e-4 + 0.01, 12);
});
