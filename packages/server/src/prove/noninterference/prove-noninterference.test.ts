import { expect, test } from 'vitest';
import { proveNonInterference } from './prove-noninterference.ts';

/** As many as the time of the tests allows; 200 are proved before a landing (`.ci/run`), and any number by hand. */
const hubs = 2;

test('what people get does not depend on what they may not see, though every view is computed anew', async () => {
  const proof = await proveNonInterference({ hubs, seed: 4, recompute: true });
  expect(proof.differences).toEqual([]);
  expect(proof.hubs).toBe(hubs);
  expect(proof.unasked).toEqual([]);
  expect(proof.hits).toBeGreaterThan(0);
}, 180_000);
