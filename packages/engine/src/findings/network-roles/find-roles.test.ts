import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../contribution/source-fixture.ts';
import { findPhases, findRoles } from './find-roles.ts';
import { type Tie, TieCollector } from './network.ts';
import { readTies } from './read-ties.ts';

function tiesOf(pairs: readonly (readonly [string, string])[], given: Partial<Tie> = {}): TieCollector {
  const ties = new TieCollector();
  for (const [source, target] of pairs)
    ties.add({ source, target, weight: 1, layer: '', time: Number.NaN, ...given });
  return ties;
}

const rolesOf = (pairs: readonly (readonly [string, string])[]) => findRoles(tiesOf(pairs).network());
const clique = (names: readonly string[]) =>
  names.flatMap((a) => names.filter((b) => b > a).map((b) => [a, b] as const));
const letters = (text: string) => [...text];

/** Two groups that only M binds. */
const barbell = [...clique(letters('ABCDE')), ...clique(letters('VWXYZ')), ['A', 'M'], ['M', 'V']] as const;

describe('roles in a network', () => {
  test('who binds two groups stands between all of them, and bridges a hole', () => {
    const { nodes, communities, density, edges } = rolesOf(barbell);
    const of = new Map(nodes.map((one) => [one.node, one]));
    expect(nodes[0]?.node).toBe('M');
    expect(of.get('M')?.broker).toBeCloseTo(25 / 45, 12);
    expect(of.get('B')?.broker).toBe(0);
    expect(of.get('M')?.constraint).toBeCloseTo(0.5, 12);
    expect(of.get('B')?.constraint as number).toBeGreaterThan(0.5);
    expect(communities).toBe(2);
    expect(of.get('B')?.community).toBe(of.get('E')?.community);
    expect(of.get('B')?.community).not.toBe(of.get('Z')?.community);
    expect(of.get('B')?.stability).toBeGreaterThan(0.8);
    expect([edges, density]).toEqual([22, (2 * 22) / (11 * 10)]);
  });

  test('a star is wholly centralised, a ring not at all', () => {
    const star = rolesOf(letters('BCDEF').map((leaf) => ['A', leaf]));
    expect([star.centralisation, star.nodes[0]?.broker]).toEqual([1, 1]);
    const ring = rolesOf(letters('ABCDE').map((a, at) => [a, letters('BCDEA')[at] as string]));
    expect(ring.centralisation).toBe(0);
    expect(new Set(ring.nodes.map(({ broker }) => broker)).size).toBe(1);
  });

  test('betweenness is what counting every shortest path gives', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 16 }), (pairs) => {
        const named = pairs.map(([a, b]) => [`n${a}`, `n${b}`] as const);
        const counted = countedBetweenness(named);
        for (const { node, broker } of rolesOf(named).nodes)
          expect(broker).toBeCloseTo(counted.get(node) as number, 9);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test('the order of ties and their direction change nothing; names change only names', () => {
    const expected = rolesOf(barbell);
    fc.assert(
      fc.property(fc.shuffledSubarray([...barbell], { minLength: barbell.length }), (shuffled) => {
        expect(rolesOf(shuffled.map(([a, b]) => [b, a] as const))).toEqual(expected);
      }),
      { numRuns: 10, seed: 3 },
    );
    const renamed = rolesOf(barbell.map(([a, b]) => [`${a}1`, `${b}1`] as const));
    expect(renamed.nodes.map((one) => ({ ...one, node: one.node[0] }))).toEqual(expected.nodes);
  });

  test('planted communities are found, and a network without any says that it is not sure', () => {
    const member = (group: number, at: number) => `g${group}-${at}`;
    const groups = [0, 1, 2, 3].flatMap((group) =>
      clique(Array.from({ length: 8 }, (_, at) => member(group, at))),
    );
    const between = [0, 1, 2, 3].map((group) => [member(group, 0), member((group + 1) % 4, 1)] as const);
    const found = rolesOf([...groups, ...between]);
    expect(found.communities).toBe(4);
    expect(new Set(found.nodes.map(({ node, community }) => `${node.slice(0, 2)} ${community}`)).size).toBe(
      4,
    );
    expect(Math.min(...found.nodes.map(({ stability }) => stability))).toBe(1);
    const ring = Array.from({ length: 60 }, (_, at) => [`r${at}`, `r${(at + 1) % 60}`] as const);
    expect(Math.min(...rolesOf(ring).nodes.map(({ stability }) => stability))).toBeLessThan(0.9);
  });

  test('layers are fused at equal weight, ties of one pair are added up', () => {
    const ties = tiesOf(
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { layer: 'calls', weight: 500 },
    );
    ties.add({ source: 'b', target: 'c', weight: 1, layer: 'meetings', time: Number.NaN });
    const strength = new Map(findRoles(ties.network()).nodes.map((one) => [one.node, one.strength]));
    expect([strength.get('a'), strength.get('b'), strength.get('c')]).toEqual([2, 3, 1]);
  });

  test('a community keeps its number from phase to phase', () => {
    const ties = new TieCollector();
    const add = (pairs: readonly (readonly [string, string])[], time: number) => {
      for (const [source, target] of pairs) ties.add({ source, target, weight: 1, layer: '', time });
    };
    add([...clique(letters('abcd')), ...clique(letters('uvwxyz')), ['a', 'u']], 1);
    add([...clique(letters('abcdefgh')), ...clique(letters('uvw')), ['a', 'u']], 2);
    const [first, second] = findPhases(ties, 12);
    const of = (phase: typeof first, node: string) =>
      phase?.roles.nodes.find((one) => one.node === node)?.community;
    expect(of(second, 'b')).toBe(of(first, 'b'));
    expect(of(second, 'v')).toBe(of(first, 'v'));
    expect(of(first, 'b')).not.toBe(of(first, 'v'));
  });

  test('a tie to oneself makes a node without ties', () => {
    const { nodes, edges } = rolesOf([['a', 'a']]);
    expect(edges).toBe(0);
    expect(nodes[0]).toMatchObject({ node: 'a', broker: 0, degree: 0, constraint: null, role: 'isolated' });
  });
});

describe('reading ties', () => {
  test('columns are recognised, faulty rows counted', async () => {
    const rows = [
      'a,b,2,calls,2026-01-02',
      ',b,1,calls,2026-01-02',
      'a,c,0,calls,2026-01-02',
      'a,a,1,calls,never',
    ];
    const file = sourceOf('ties.csv', `source,target,weight,layer,time\n${rows.join('\n')}\n`);
    const { ties, ...read } = await readTies(file);
    expect(read).toMatchObject({
      columns: { source: 'source', target: 'target', weight: 'weight', layer: 'layer', time: 'time' },
      leftOut: { unreadable: 0, withoutNode: 1, withoutWeight: 1 },
      withoutTime: 1,
      toThemselves: 1,
    });
    expect([ties.size, ties.layers]).toEqual([2, ['calls']]);
  });

  test('a missing column is told with what to do', async () => {
    const refused = await readTies(sourceOf('ties.csv', 'source,colour\n1,2\n')).catch((error) => error);
    expect(refused.message).toBe('No column was recognised as the other end of the tie.');
    expect(refused.advice).toBe('Name it: --target COLUMN. The file has: source, colour.');
  });
});

/** Betweenness by going through all shortest paths between all pairs. */
function countedBetweenness(pairs: readonly (readonly [string, string])[]): Map<string, number> {
  const graph = new UndirectedGraph();
  for (const [a, b] of pairs) {
    graph.mergeNode(a);
    graph.mergeNode(b);
    if (a !== b) graph.mergeEdge(a, b);
  }
  const nodes = graph.nodes();
  const values = new Map(nodes.map((node) => [node, 0]));
  const possible = ((nodes.length - 1) * (nodes.length - 2)) / 2;
  for (const from of nodes) {
    for (const to of nodes) {
      if (from >= to) continue;
      const paths = shortestPaths(graph, from, to);
      for (const path of paths)
        for (const node of path.slice(1, -1))
          values.set(node, (values.get(node) as number) + 1 / paths.length / possible);
    }
  }
  return values;
}

function shortestPaths(graph: UndirectedGraph, from: string, to: string): string[][] {
  let paths = [[from]];
  for (let length = 0; length < graph.order && paths.length > 0; length++) {
    const arrived = paths.filter((path) => path.at(-1) === to);
    if (arrived.length > 0) return arrived;
    paths = paths.flatMap((path) =>
      graph
        .neighbors(path.at(-1))
        .filter((next) => !path.includes(next))
        .map((next) => [...path, next]),
    );
  }
  return [];
}
