import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceFor } from '../../dice.ts';
import { periodOf, testCircuit, upperTail } from './test-circuit.ts';

const round = (places: string, times: number) => [...places.repeat(times)];

test('a round of four, five times, is told with its places', () => {
  const circuit = testCircuit(round('abcd', 5));
  expect(circuit?.places).toEqual(['a', 'b', 'c', 'd']);
  expect(circuit).toMatchObject({ returns: 16, hits: 16 });
  expect(circuit?.chance).toBeLessThan(1e-6);
});

test('a stop that is left out costs one hit', () => {
  const places = round('abcd', 5);
  places.splice(9, 1);
  expect(testCircuit(places)).toMatchObject({ returns: 15, hits: 14 });
});

describe('what is no circuit', () => {
  test('a commuter has no choice, a tourist does not return', () => {
    expect(testCircuit(round('ab', 20))).toBeUndefined();
    expect(testCircuit([...'abcdefgh'])).toBeUndefined();
  });

  test('out of a depot and back again, however often', () => {
    const dice = diceFor(1, 'lorry', 0);
    const places = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 'depot' : dice.pick([...'abcde'])));
    expect(testCircuit(places)?.chance).toBeGreaterThan(0.5);
  });

  test('the same few places in any order are a lead no more often than chance says', () => {
    let found = 0;
    for (let trader = 0; trader < 400; trader++) {
      const dice = diceFor(7, 'trader', trader);
      const places: string[] = [];
      while (places.length < 20) places.push(dice.pick([...'abcd'].filter((one) => one !== places.at(-1))));
      if ((testCircuit(places)?.chance ?? 1) <= 0.05) found++;
    }
    expect(found / 400).toBeLessThan(0.07);
  });
});

test('the tail of events of one probability is the binomial tail', () => {
  expect(upperTail([0.5, 0.5, 0.5], 2)).toBeCloseTo(0.5, 12);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (odds) => {
      expect(upperTail(odds, 0)).toBeCloseTo(1, 9);
      for (let count = 1; count <= odds.length; count++)
        expect(upperTail(odds, count)).toBeLessThanOrEqual(upperTail(odds, count - 1) + 1e-12);
    }),
  );
});

test('the period is the usual time until a place is come back to', () => {
  const stays = ['2025-01-01', '2025-01-08', '2025-01-15', '2025-01-22'].map((from, at) => ({
    place: at % 2 === 0 ? 'a' : 'b',
    from,
  }));
  expect(periodOf(stays)).toBe(14);
  expect(periodOf(stays.slice(0, 2))).toBeNull();
});
