import { expect, test } from 'vitest';
import { proveNonInterference } from './prove-noninterference.ts';

/** As many as the time of the tests allows; `npm run prove:noninterference` takes any number. */
const hubs = 3;

test('what people get does not depend on what they may not see', async () => {
  const proof = await proveNonInterference({ hubs, seed: 4 });
  expect(proof.differences).toEqual([]);
  expect(proof.hubs).toBe(hubs);
  expect(proof.unasked).toEqual([]);
  expect(proof.hits).toBeGreaterThan(0);
}, 180_000);

test('nor when every view is computed anew', async () => {
  const proof = await proveNonInterference({ hubs: 1, seed: 2, recompute: true });
  expect(proof.differences).toEqual([]);
}, 180_000);
