import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtLeast } from './chance.ts';
import { chanceOfMore, chancesOfMarked, expectedOf } from './weighted-draws.ts';

const nobody = { marked: 0, others: 0 };

/** The same by going through all sets of as many. */
function countedOut(marked: readonly number[], others: readonly number[], draws: number): number[] {
  const weights = [...marked, ...others];
  const sums = Array.from({ length: draws + 1 }, () => 0);
  for (let set = 0; set < 2 ** weights.length; set++) {
    const chosen = weights.map((_, at) => at).filter((at) => (set >> at) % 2 === 1);
    if (chosen.length !== draws) continue;
    const count = chosen.filter((at) => at < marked.length).length;
    const product = chosen.reduce((all, at) => all * (weights[at] as number), 1);
    sums[count] = (sums[count] as number) + product;
  }
  const whole = sums.reduce((a, b) => a + b, 0);
  return sums.map((one) => one / whole);
}

test('every set is as likely as the product of its odds', () => {
  const weight = fc.double({ min: 0.01, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 1, maxLength: 4 }),
      fc.array(weight, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (marked, others, at) => {
        const draws = 1 + (at % (marked.length + others.length));
        const chances = chancesOfMarked({ marked, others, elsewhere: nobody, draws });
        const exact = countedOut(marked, others, draws);
        chances.forEach((chance, count) => {
          expect(chance).toBeCloseTo(exact[count] as number, 7);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('equal odds are the hypergeometric distribution, and many more elsewhere make it rarer', () => {
  const urn = { marked: new Array(8).fill(3), others: new Array(92).fill(3), draws: 12 };
  const chances = chancesOfMarked({ ...urn, elsewhere: nobody });
  expect(chanceOfMore(chances, { count: 4 })).toBeCloseTo(
    chanceOfAtLeast({ balls: 100, marked: 8, draws: 12 }, 4),
    9,
  );
  expect(expectedOf(chances)).toBeCloseTo((12 * 8) / 100, 9);
  expect(chanceOfMore(chances, { count: 4, least: 4 })).toBe(1);
  const more = chancesOfMarked({ ...urn, elsewhere: { marked: 0, others: 300 } });
  expect(chanceOfMore(more, { count: 4 })).toBeLessThan(chanceOfMore(chances, { count: 4 }));
});

test('where the others are very many their number is taken as normal, and it makes no difference', () => {
  const marked = new Array(6).fill(2);
  const exact = chancesOfMarked({
    marked,
    others: new Array(4_000).fill(1),
    elsewhere: nobody,
    draws: 1_200,
  });
  const nearly = chancesOfMarked({
    marked,
    others: new Array(4_200).fill(1),
    elsewhere: nobody,
    draws: 1_260,
  });
  expect(chanceOfMore(nearly, { count: 6 })).toBeCloseTo(chanceOfMore(exact, { count: 6 }), 4);
});
