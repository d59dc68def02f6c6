import { expect, test } from 'vitest';
import { proveNonInterference } from './prove-noninterference.ts';

/** One hub, with hits; 200 are proved before a landing (`.ci/run`), and any number by hand. */
test('what people get does not depend on what they may not see', async () => {
  const proof = await proveNonInterference({ hubs: 1, seed: 12 });
  expect(proof.differences).toEqual([]);
  expect(proof.hubs).toBe(1);
  expect(proof.unasked).toEqual([]);
  expect(proof.hits).toBeGreaterThan(0);
}, 180_000);
