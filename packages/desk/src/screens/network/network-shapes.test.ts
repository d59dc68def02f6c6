import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangeByType } from './arrange-by-type.ts';
import { contentFrom } from './content-from.ts';
import { foldedNetwork, groupId, placeOf } from './folded-network.ts';
import { firstPlaces } from './layout.ts';
import { measureNetwork } from './measure-network.ts';
import type { NetworkContent } from './network-content.ts';
import { emptyDocument } from './network-document.ts';
import { pathsWithin } from './paths-within.ts';
import { fromSaved, toSave } from './saved-document.ts';
import { linkOf, thing, twoCircles } from './test-network.ts';

function toMeasure({ nodes, links }: NetworkContent, what: 'community' | 'broker') {
  const ids = nodes.map(({ id }) => id).sort();
  return {
    what,
    ids,
    links: links.map(({ source, target }) => [ids.indexOf(source), ids.indexOf(target)] as const),
  };
}

describe('what is measured', () => {
  test('two circles are two communities, the one between them is the first broker', () => {
    const communities = new Map(measureNetwork(toMeasure(twoCircles, 'community')));
    expect(new Set(['a', 'b', 'c'].map((id) => communities.get(id))).size).toBe(1);
    expect(communities.get('a')).not.toBe(communities.get('z'));
    expect(measureNetwork(toMeasure(twoCircles, 'broker'))[0]).toEqual(['between', 1]);
  });

  test('the same network gives the same answer, in whatever order its links came', () => {
    const links = twoCircles.links;
    fc.assert(
      fc.property(fc.shuffledSubarray([...links], { minLength: links.length }), (shuffled) => {
        for (const what of ['community', 'broker'] as const) {
          const given = measureNetwork(toMeasure({ ...twoCircles, links: shuffled }, what));
          expect(new Map(given)).toEqual(new Map(measureNetwork(toMeasure(twoCircles, what))));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('nothing is found in nothing', () => {
    expect(measureNetwork(toMeasure({ nodes: [thing('a')], links: [] }, 'community'))).toEqual([]);
    expect(measureNetwork(toMeasure({ nodes: [thing('a')], links: [] }, 'broker'))).toEqual([]);
  });
});

test('all shortest paths in the picture are found, and none where there is none', () => {
  const links = [linkOf('a', 'b'), linkOf('b', 'd'), linkOf('c', 'a'), linkOf('d', 'c'), linkOf('d', 'e')];
  expect([...pathsWithin(links, { from: 'a', to: 'd' })].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(pathsWithin(links, { from: 'a', to: 'nowhere' }).size).toBe(0);
});

test('a folded type is one node, its links are joined, and nothing is drawn twice', () => {
  const { nodes, links } = foldedNetwork(twoCircles, new Set(['person']));
  expect(nodes.map(({ id }) => id)).toEqual(['between', groupId('person')]);
  expect(links).toMatchObject([{ statements: 2, kinds: ['uses'] }]);
  expect(nodes.flatMap(({ things }) => things.map(({ id }) => id)).sort()).toEqual(
    twoCircles.nodes.map(({ id }) => id).sort(),
  );
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 2, y: 4 }],
  ]);
  expect(placeOf(nodes[1] as never, places)).toEqual({ x: 1, y: 2 });
});

test('everything gets a place of its own, known ones keep theirs', () => {
  const drawn = foldedNetwork(twoCircles, new Set());
  const fresh = firstPlaces(drawn, new Map());
  expect(new Set([...fresh.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(7);
  const later = firstPlaces(drawn, new Map([['c', { x: 7, y: 7 }]]));
  expect(later.get('c')).toEqual({ x: 7, y: 7 });
  expect(later.size).toBe(7);
});

test('kinds stand apart: nobody is nearer to another kind’s middle than to their own', () => {
  const nodes = Array.from({ length: 60 }, (_none, place) =>
    thing(`t${place}`, { type: ['person', 'phone', 'case'][place % 3] as string }),
  );
  const places = arrangeByType(nodes);
  const middles = new Map(
    ['person', 'phone', 'case'].map((type) => {
      const all = nodes.filter((node) => node.type === type).map(({ id }) => places.get(id));
      const mean = (axis: 'x' | 'y') =>
        all.reduce((sum, place) => sum + (place?.[axis] ?? 0), 0) / all.length;
      return [type, { x: mean('x'), y: mean('y') }];
    }),
  );
  for (const { id, type } of nodes) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    const nearest = [...middles].sort(
      ([, one], [, other]) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y),
    )[0]?.[0];
    expect(nearest).toBe(type);
  }
});

test('what is saved opens as it was left, with places to a tenth', () => {
  const document = {
    ...emptyDocument,
    members: new Set(['person-2', 'person-1']),
    places: new Map([
      ['person-1', { x: 1.234, y: -5 }],
      ['person-2', { x: 0, y: 9.99 }],
    ]),
    pinned: new Set(['person-2']),
    notes: new Map([['person-1', 'Seen twice']]),
    filters: { ...emptyDocument.filters, hubsAbove: 40, from: '2024-01-01' },
    folded: new Set(['phone']),
  };
  const opened = fromSaved(toSave(document));
  expect(opened).toEqual({
    ...document,
    places: new Map([
      ['person-1', { x: 1.2, y: -5 }],
      ['person-2', { x: 0, y: 10 }],
    ]),
  });
});

test('a network that comes by columns is read row by row, with the terms of each', () => {
  const label = {
    ...{ owners: ['police'], purposes: [], projects: [], handling: ['H2'], restrictions: ['Ask first'] },
    ...{ source: 'B', information: '2', categories: [], uncategorised: false, minor: false, expires: null },
  };
  const { nodes, links } = contentFrom({
    nodes: {
      ...{ id: ['person-1'], type: ['person'], caption: ['Ivan'], statements: [3], degree: [2] },
      ...{ firstSeen: ['2020-01-01'], lastSeen: [null], label: [0], areas: [['corruption']] },
    },
    links: {
      ...{ kind: ['uses'], source: [0], target: [1], statements: [1] },
      ...{ firstSeen: [null], lastSeen: [null], label: [0] },
    },
    ends: ['person-1', 'phone-1'],
    labels: [label],
  } as never);
  expect(nodes).toMatchObject([{ id: 'person-1', owners: ['police'], source: 'B', handling: ['H2'] }]);
  expect(links).toMatchObject([{ id: 'person-1 uses phone-1', grade: { source: 'B', information: '2' } }]);
});
