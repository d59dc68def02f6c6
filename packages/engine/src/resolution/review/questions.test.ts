import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askQuestions, type Question } from './ask-questions.ts';
import { type Decided, holdsTogether, judgedDifferent, judgedSame } from './decided.ts';
import { decisionValue } from './decision-value.ts';
import { linkForest } from './link-forest.ts';
import type { Hold } from './owner-links.ts';

type GivenPair = readonly [a: number, b: number, weight: number, flags?: number];

/** Clusters as lists of members; pairs between members of one cluster hold it together unless flagged otherwise. */
function decidedOf(
  clusters: readonly (readonly number[])[],
  given: readonly GivenPair[],
  holders: Readonly<Record<number, number>> = {},
): Decided {
  const cluster = new Int32Array(clusters.flat().length);
  clusters.forEach((members, number) => {
    for (const member of members) cluster[member] = number;
  });
  const sorted = given
    .map(([a, b, weight, flags]): GivenPair => {
      const joined = cluster[a] === cluster[b] && weight > 4 ? holdsTogether : 0;
      return [Math.min(a, b), Math.max(a, b), weight, flags ?? joined];
    })
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const holds = new Map(
    Object.entries(holders).map(([subject, owner]): [number, Hold[]] => [
      Number(subject),
      [{ owner, ground: 0, tells: true }],
    ]),
  );
  return {
    cluster,
    clusterSizes: Int32Array.from(clusters, ({ length }) => length),
    pairs: sorted.length,
    a: Int32Array.from(sorted, ([a]) => a),
    b: Int32Array.from(sorted, ([, b]) => b),
    weight: Float64Array.from(sorted, ([, , weight]) => weight),
    flags: Uint8Array.from(sorted, ([, , , flags]) => flags ?? 0),
    holds,
    owners: 10,
  };
}

function asked(decided: Decided): { pair: string; question: Question; value: number }[] {
  return [...askQuestions(decided)]
    .map((question) => ({
      pair: `${decided.a[question.pair]}-${decided.b[question.pair]}`,
      question,
      value: decisionValue(question),
    }))
    .sort((one, other) => other.value - one.value);
}

describe('what is asked first', () => {
  test('a sure-looking bridge between two large groups before a coin toss between two records', () => {
    const [left, right] = [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ];
    const ring = (members: readonly number[]): GivenPair[] =>
      members.map((member, index) => [member, members[(index + 1) % members.length] as number, 12]);
    const decided = decidedOf(
      [[...left, ...right], [12], [13]],
      [...ring(left), ...ring(right), [5, 6, 4.5], [12, 13, 0]],
    );
    const [first, second] = asked(decided);
    expect(first).toMatchObject({
      pair: '5-6',
      question: { together: true, bridge: true, pairs: 36, more: 0 },
    });
    expect(second).toMatchObject({ pair: '12-13', question: { together: false, wrong: 0.5, pairs: 1 } });
    // A link of the ring is wrong only if the way round is wrong too.
    expect(asked(decided).find(({ pair }) => pair === '0-1')?.question.bridge).toBe(false);
  });

  test('of two doubts alike, the one that would tell two owners of each other', () => {
    const decided = decidedOf([[0], [1], [2], [3]], [[0, 1, 1] as const, [2, 3, 1] as const], {
      0: 1,
      1: 1,
      2: 1,
      3: 2,
    });
    expect(asked(decided).map(({ pair, question }) => [pair, question.hits])).toEqual([
      ['2-3', 1],
      ['0-1', 0],
    ]);
  });

  test('an owner already told of another by either side is told nothing new; a cut takes back what hung on it', () => {
    const known = decidedOf(
      [[0, 1], [2]],
      [
        [0, 1, 10],
        [1, 2, 1],
      ],
      { 0: 1, 1: 2, 2: 2 },
    );
    expect(asked(known).find(({ pair }) => pair === '1-2')?.question.hits).toBe(0);
    expect(asked(known).find(({ pair }) => pair === '0-1')?.question.hits).toBe(1);
  });

  test('two clusters are asked about once, by their strongest pair, and less when something speaks against', () => {
    const pairs: GivenPair[] = [
      [0, 1, 9],
      [2, 3, 9],
      [0, 2, 2],
      [1, 3, 1],
    ];
    const plain = decidedOf(
      [
        [0, 1],
        [2, 3],
      ],
      pairs,
    );
    const opposed = decidedOf(
      [
        [0, 1],
        [2, 3],
      ],
      [...pairs, [0, 3, -9]],
    );
    const between = (decided: Decided) => asked(decided).filter(({ question }) => !question.together);
    expect(between(plain)).toMatchObject([{ pair: '0-2', question: { more: 1, pairs: 4, wrong: 0.8 } }]);
    expect(between(opposed)[0]?.question.wrong).toBeLessThan(0.01);
  });

  test('what people settled is not asked again', () => {
    const settled = decidedOf(
      [[0, 1], [2]],
      [
        [0, 1, 9, holdsTogether + judgedSame],
        [0, 2, 3, judgedDifferent],
        [1, 2, 3],
      ],
    );
    expect(asked(settled)).toEqual([]);
  });
});

describe('the links of a cluster', () => {
  const graph = fc
    .tuple(
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 6 })), { maxLength: 16 }),
    )
    .map(([size, drawn]) => {
      const seen = new Set<string>();
      const links = drawn.flatMap(([x, y, weight]): GivenPair[] => {
        const [a, b] = [Math.min(x, y) % size, Math.max(x, y) % size].toSorted((p, q) => p - q) as [
          number,
          number,
        ];
        if (a === b || seen.has(`${a}-${b}`)) return [];
        seen.add(`${a}-${b}`);
        return [[a, b, weight]];
      });
      return { size, links };
    });

  /** Whether links of a position in the order before `until`, `without` left out, lead from one to the other. */
  function leads(of: { size: number; order: readonly GivenPair[] }, from: number, to: number): boolean {
    const reached = new Set([from]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const [a, b] of of.order) {
        if (reached.has(a) === reached.has(b)) continue;
        reached.add(a).add(b);
        grown = true;
      }
    }
    return reached.has(to);
  }

  test('are cut where a search over all links says: the last link that ties two, and the next that would', () => {
    fc.assert(
      fc.property(graph, ({ size, links }) => {
        const order = links
          .map((_, index) => index)
          .sort((x, y) => (links[y]?.[2] as number) - (links[x]?.[2] as number) || x - y);
        const forest = linkForest(
          size,
          {
            size: links.length,
            a: Int32Array.from(links, ([a]) => a),
            b: Int32Array.from(links, ([, b]) => b),
          },
          Int32Array.from(order),
        );
        const inOrder = order.map((link) => links[link] as GivenPair);
        for (let a = 0; a < size; a++) {
          for (let b = a + 1; b < size; b++) {
            const tied = inOrder.findIndex((_, at) => leads({ size, order: inOrder.slice(0, at + 1) }, a, b));
            const cut = forest.cutBetween(a, b);
            expect(cut < 0 ? -1 : order.indexOf(forest.edges[cut] as number)).toBe(tied);
          }
        }
        forest.edges.forEach((link, edge) => {
          const [a, b] = links[link] as GivenPair;
          const rest = order.filter((other) => other !== link);
          const next = rest.find((_, at) => {
            const upTo = rest.slice(0, at + 1).map((other) => links[other] as GivenPair);
            return leads({ size, order: upTo }, a, b);
          });
          // Without the link, what first ties its ends again is its detour.
          expect(forest.detours[edge]).toBe(next ?? -1);
        });
        const hung = forest.order.filter((subject) => forest.hangsFrom[subject] !== -1);
        expect(hung.length).toBe(forest.edges.length);
      }),
      { numRuns: 60 },
    );
  });

  test('give the same questions however the clusters are numbered', () => {
    fc.assert(
      fc.property(graph, ({ size, links }) => {
        const everyone = Array.from({ length: size }, (_, index) => index);
        const heavy = links.map(([a, b, weight]): GivenPair => [a, b, weight + 4]);
        const rest = everyone.filter((one) => !links.some(([a, b]) => a === one || b === one));
        const whole = everyone.filter((one) => !rest.includes(one));
        const one = asked(decidedOf([whole, ...rest.map((each) => [each])], heavy));
        const other = asked(decidedOf([...rest.map((each) => [each]), whole], heavy.toReversed()));
        expect(other).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });
});
