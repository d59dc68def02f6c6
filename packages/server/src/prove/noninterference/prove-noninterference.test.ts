import { expect, test } from 'vitest';
import { sumOf } from './proof-record.ts';
import { proveNonInterference, unaskedIn } from './prove-noninterference.ts';

/** What fits into the minutes of a test run. 200 are proved before a landing (`.ci/run`), and any number by hand. */
test('what people get does not depend on what they may not see', async () => {
  const record = await proveNonInterference({ hubs: 16, seed: 1, variants: 1 });
  expect(record.ranges.flatMap(({ differences }) => differences)).toEqual([]);
  expect(unaskedIn(record)).toEqual([]);
  const { hubs, views, hits } = sumOf(record);
  expect(hubs).toBe(16);
  expect(views).toBeGreaterThan(0);
  expect(hits).toBeGreaterThan(0);
}, 600_000);
