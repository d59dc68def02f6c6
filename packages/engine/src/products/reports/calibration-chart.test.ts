import { describe, expect, test } from 'vitest';
import { type CalibrationBin, rangeOf, wilsonInterval } from '../../resolution/calibration.ts';
import { calibrationChart } from './calibration-chart.ts';

const bin = (from: number, pairs: number, judged?: readonly [number, number]): CalibrationBin => ({
  from,
  to: from + 2,
  range: rangeOf(from, from + 2),
  pairs,
  expected: 1 / (1 + 2 ** -(from + 1)),
  linked: 0,
  judged:
    judged === undefined
      ? null
      : {
          same: judged[0],
          all: judged[1],
          share: judged[0] / judged[1],
          interval: wilsonInterval(...judged),
        },
});

const bins = [
  bin(-8, 12),
  bin(-6, 0),
  bin(-4, 150, [1, 9]),
  bin(-2, 80, [3, 7]),
  bin(0, 1),
  bin(2, 40, [6, 6]),
];

describe('calibration chart', () => {
  const { svg, alt } = calibrationChart({ type: 'Q<&"', bins, threshold: 4.2 });

  test('it is one drawing that says what it is and what it shows', () => {
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="\S+ \S+" xmlns/);
    expect(svg).toContain('<title id="clew-calibration-title">Calibration: Q&lt;&amp;&quot;</title>');
    expect(svg).toContain('<desc id="clew-calibration-words">');
    expect(svg).not.toMatch(/<script|href|NaN|Infinity|undefined/);
    expect(alt).toContain('below -6 bits: 12 pairs');
    expect(alt).toContain('2 to 4 bits: 40 pairs, 89 % expected, 6 of 6 judged the same (61 % to 100.0 %)');
  });

  test('it stands on its own ground, so that a dark page does not swallow it', () => {
    const ground = svg.indexOf('<rect width="640"');
    expect(ground).toBeGreaterThan(0);
    expect(ground).toBeLessThan(svg.indexOf('<text'));
  });

  test('every bin with pairs has a bar and a dot, every judged bin a mark', () => {
    expect(svg.match(/<circle/g)).toHaveLength(5 + 1);
    expect(svg.match(/fill="#c9d9e8"/g)).toHaveLength(5 + 1);
    expect(svg.match(/fill="#ffffff" stroke="#b4530a"/g)).toHaveLength(3 + 1);
  });

  test('all marks lie inside the picture', () => {
    const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
    for (const [, x, y] of svg.matchAll(/<circle cx="(\S+)" cy="(\S+)"/g)) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(Number(width));
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(y)).toBeLessThan(Number(height));
    }
  });

  test('nothing kept is told as nothing', () => {
    const empty = calibrationChart({ type: 'People', bins: [], threshold: 4 });
    expect(empty.svg).toContain('No pair was kept');
    expect(empty.svg).not.toMatch(/NaN|Infinity/);
  });
});

test("Wilson's interval: published values, and never outside 0 to 1", () => {
  const [low, high] = wilsonInterval(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilsonInterval(0, 20)[0]).toBe(0);
  expect(wilsonInterval(0, 20)[1]).toBeCloseTo(0.1611, 4);
  expect(wilsonInterval(20, 20)[1]).toBe(1);
});
