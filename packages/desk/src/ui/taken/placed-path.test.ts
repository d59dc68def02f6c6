import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circlePath, placedPath, rectanglePath } from './placed-path.ts';

const stretched = { a: 10, b: 0, c: 0, d: 2, e: 5, f: 7 };

test('a path stands where the drawing puts it, however it is stretched', () => {
  expect(placedPath('M0 0L1 2H3V4C1 1 2 2 3 3Z', stretched)).toBe('M5 7L15 11L35 11L35 15C15 9 25 11 35 13Z');
  expect(placedPath(rectanglePath({ x: 1, y: 1, width: 2, height: 3 }), stretched)).toBe(
    'M15 9L35 9L35 15L15 15Z',
  );
  expect(placedPath('M1e1 -.5L2,3', stretched)).toBe('M105 6L25 13');
});

test('a command that would be drawn elsewhere is refused', () => {
  expect(() => placedPath('M0 0a1 1 0 0 0 1 1', stretched)).toThrow('M, L, H, V, C and Z');
});

test('a circle is round wherever it is placed', () => {
  const spot = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
  fc.assert(
    fc.property(spot, fc.integer({ min: 1, max: 90 }), ({ x, y }, radius) => {
      const moved = placedPath(circlePath([0, 0], radius), { a: 1, b: 0, c: 0, d: 1, e: x, f: y });
      const ends = [...moved.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[CZ])/g)];
      expect(ends).toHaveLength(5);
      for (const [, left, top] of ends) {
        expect(Math.hypot(Number(left) - x, Number(top) - y)).toBeCloseTo(radius, 1);
      }
    }),
  );
});
