// Small invented networks for tests.

import type { NetworkContent, NetworkLink, NetworkNode } from './network-content.ts';

export function thing(id: string, told: Partial<NetworkNode> = {}): NetworkNode {
  return {
    id,
    type: 'person',
    caption: `Name of ${id}`,
    owners: ['police'],
    statements: 1,
    degree: 1,
    firstSeen: null,
    lastSeen: null,
    source: 'A',
    information: '1',
    areas: [],
    handling: ['H0'],
    restrictions: [],
    ...told,
  };
}

export function linkOf(source: string, target: string, told: Partial<NetworkLink> = {}): NetworkLink {
  const kind = told.kind ?? 'uses';
  return {
    id: `${source} ${kind} ${target}`,
    kind,
    source,
    target,
    statements: 1,
    firstSeen: null,
    lastSeen: null,
    grade: { source: 'A', information: '1' },
    handling: ['H0'],
    restrictions: [],
    ...told,
  };
}

/** Two triangles that hang together by one thing between them. */
export const twoCircles: NetworkContent = {
  nodes: ['a', 'b', 'c', 'between', 'x', 'y', 'z'].map((id) =>
    thing(id, { type: id === 'between' ? 'phone' : 'person' }),
  ),
  links: [
    ...[linkOf('a', 'b'), linkOf('b', 'c'), linkOf('a', 'c'), linkOf('c', 'between')],
    ...[linkOf('x', 'between'), linkOf('x', 'y'), linkOf('y', 'z'), linkOf('x', 'z')],
  ],
};
