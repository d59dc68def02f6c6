import { expect, test } from 'vitest';
import type { AdvertsOnce } from './adverts-once.ts';
import { groupingAccuracy } from './grouping-accuracy.ts';
import { growthChart } from './growth-chart.ts';

const once = (texts: number, wallSeconds: number): AdvertsOnce => ({
  ...{ texts, wallSeconds, cpuSeconds: 1.5 * wallSeconds },
  ...{ peakMB: 100 + texts / 1000, accuracy: 0.99, load: 1, steps: {} },
});

test('the curve has two marks of time and one of memory for each size, all inside, and says its figures in words', () => {
  const { svg, alt } = growthChart([once(10_000, 1), once(100_000, 8), once(4_000_000, 300)]);
  expect(svg.match(/<circle/g)).toHaveLength(6);
  expect(svg.match(/fill="#ffffff" stroke="#b4530a"/g)).toHaveLength(3);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  const [, height] = /viewBox="0 0 640 (\S+)"/.exec(svg) ?? [];
  for (const [, x, y] of svg.matchAll(/<circle cx="(\S+)" cy="(\S+)"/g)) {
    expect(Number(x)).toBeLessThanOrEqual(640);
    expect(Number(y)).toBeLessThan(Number(height));
  }
  expect(alt).toContain(
    '300.0 s by the clock, 450.0 s of all threads, 4 100 MB'.replaceAll(' 100', '\u00a0100'),
  );
});

test.each([
  ['the same groups by other names', [1, 1, 2], [7, 7, 8], 1],
  ['a group that was parted', [1, 2, 3], [7, 7, 8], 1 / 3],
  ['groups that were joined', [1, 1, 1], [7, 7, 8], 0],
  ['one text in the wrong group', [1, 1, 2, 2], [7, 8, 8, 8], 0],
])('grouping accuracy: %s', (_name, found, truth, expected) => {
  expect(groupingAccuracy(found, truth)).toBeCloseTo(expected, 12);
});
