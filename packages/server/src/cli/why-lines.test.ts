import { expect, test } from 'vitest';
import { barText } from './why-lines.ts';

test('each step of the waterfall begins where the one before it ended', () => {
  const scale = { least: -12, most: 11 };
  const steps = [
    { weight: -12, sum: -12 },
    { weight: 20, sum: 8 },
    { weight: 3, sum: 11 },
  ];
  expect(steps.map((step) => barText(step, scale).trimEnd())).toEqual([
    '▒'.repeat(13),
    '█'.repeat(21),
    `${' '.repeat(12)}│${' '.repeat(7)}████`,
  ]);
});

test('a pair without weights does not divide by nothing', () => {
  expect(barText({ weight: 0, sum: 0 }, { least: 0, most: 0 })).toHaveLength(24);
});
