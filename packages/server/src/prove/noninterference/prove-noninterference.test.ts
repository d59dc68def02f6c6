import { expect, test } from 'vitest';
import { hubsAtOnce, proveNonInterference } from './prove-noninterference.ts';

/** As many as lie in one physical hub; 200 are proved before a landing (`.ci/run`), and any number by hand. */
test('what people get does not depend on what they may not see', async () => {
  const proof = await proveNonInterference({ hubs: hubsAtOnce, seed: 12 });
  expect(proof.differences).toEqual([]);
  expect(proof.hubs).toBe(hubsAtOnce);
  expect(proof.unasked).toEqual([]);
  expect(proof.hits).toBeGreaterThan(0);
}, 600_000);
