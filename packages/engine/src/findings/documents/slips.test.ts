import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceFor } from '../../dice.ts';
import { accidentOf, chanceOfMoreBearers, ofOneIssuer, oneSlipAway } from './slips.ts';

test('a slip is another digit or two digits changed about, never a letter', () => {
  const slips = oneSlipAway('AB12');
  expect(slips).toContain('AB13');
  expect(slips).toContain('AB21');
  expect(slips).not.toContain('AB12');
  expect(slips.every((slip) => slip.startsWith('AB'))).toBe(true);
  expect(new Set(slips).size).toBe(slips.length);
});

test('slips lead both ways', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{0,2}\d{2,8}$/), (number) => {
      for (const slip of oneSlipAway(number)) expect(oneSlipAway(slip)).toContain(number);
    }),
  );
});

test('the denser the numbers and the more neighbours, the more is accident', () => {
  const given = { digits: 7, ofForm: 1_000, neighbours: 0, slipRate: 0.01, shown: 1 };
  const expectAccident = (of: Parameters<typeof accidentOf>[0], [accident, slips]: [number, number]) => {
    expect(accidentOf(of).given).toBeCloseTo(accident, 15);
    expect(accidentOf(of).slips).toBeCloseTo(slips, 15);
  };
  expectAccident(given, [1e-4, 1e-6]);
  expectAccident({ ...given, ofForm: 2_000 }, [2e-4, 2e-6]);
  expectAccident({ ...given, neighbours: 63 }, [1e-4, 1e-6 + 0.01]);
  expectAccident({ ...given, shown: 0.5 }, [5e-5, 5e-7]);
});

/** Draws as many numbers as `people` out of `numbers`, and counts those with one bearer and those with more. */
function drawNumbers(people: number, numbers: number): { readonly used: number; readonly shared: number } {
  const dice = diceFor(1, 'numbers', people);
  const bearers = new Map<number, number>();
  for (let person = 0; person < people; person++) {
    const number = dice.below(numbers);
    bearers.set(number, (bearers.get(number) ?? 0) + 1);
  }
  return { used: bearers.size, shared: [...bearers.values()].filter((count) => count > 1).length };
}

test('numbers given at random are shared as often as is said', () => {
  const [people, numbers] = [20_000, 100_000];
  const { used, shared } = drawNumbers(people, numbers);
  const chance = chanceOfMoreBearers({ given: people / numbers, slips: 0 }, 1);
  expect(Math.abs(shared / used - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / used));
});

test('with more bearers it is less likely, and where the issuer is known slips are all', () => {
  const accident = { given: 1e-3, slips: 1e-4 };
  const chances = [0, 1, 2, 3].map((more) => chanceOfMoreBearers(accident, more));
  expect(chances[0]).toBe(1);
  expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  expect(chances[1]).toBeCloseTo(5e-4 + 1e-4, 6);
  expect(chanceOfMoreBearers(ofOneIssuer(accident), 1)).toBeCloseTo(1e-4, 7);
});
