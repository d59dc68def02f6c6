import { expect, test } from 'vitest';
import { proveNonInterference } from './prove-noninterference.ts';

/** What fits into the minutes of a test run; 200 are proved before a landing (`.ci/run`), and any number by hand. */
test('what people get does not depend on what they may not see', async () => {
  const proof = await proveNonInterference({ hubs: 12, seed: 12 });
  expect(proof.differences).toEqual([]);
  expect(proof.hubs).toBe(12);
  expect(proof.unasked).toEqual([]);
  expect(proof.hits).toBeGreaterThan(0);
}, 600_000);
