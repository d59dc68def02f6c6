import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument } from './network-document.ts';
import { createNetworkStore, type NetworkActs } from './selection.ts';
import { linkOf, thing, twoCircles } from './test-network.ts';

const ids = twoCircles.nodes.map(({ id }) => id);
const some = fc.subarray(ids, { minLength: 1 });
const act: fc.Arbitrary<(acts: NetworkActs) => void> = fc.oneof(
  some.map((chosen) => (acts: NetworkActs) => acts.show(chosen)),
  some.map((chosen) => (acts: NetworkActs) => acts.remove(chosen)),
  some.map((chosen) => (acts: NetworkActs) => acts.pin(chosen, chosen.length % 2 === 0)),
  some.map((chosen) => (acts: NetworkActs) => acts.move(chosen.map((id) => [id, { x: 1, y: 2 }] as const))),
  fc.tuple(fc.constantFrom(...ids), fc.string()).map(
    ([id, text]) =>
      (acts: NetworkActs) =>
        acts.note(id, text),
  ),
  fc
    .subarray(['person', 'phone'])
    .map((withoutTypes) => (acts: NetworkActs) => acts.filter({ withoutTypes })),
  fc.boolean().map((isFolded) => (acts: NetworkActs) => acts.fold(['phone'], isFolded)),
);

function begun() {
  const store = createNetworkStore();
  store.state().acts.open({ ...emptyDocument, members: new Set(ids) }, twoCircles);
  return store;
}

test('whatever was done can be undone, act by act, and done again', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (done) => {
      const store = begun();
      const before = store.state().document;
      for (const each of done) each(store.state().acts);
      const after = store.state().document;
      for (let step = 0; step < done.length; step++) store.state().acts.undo();
      expect(store.state().document).toEqual(before);
      expect(store.state().undoing).toBe(null);
      for (let step = 0; step < done.length; step++) store.state().acts.redo();
      expect(store.state().document).toEqual(after);
    }),
  );
});

test('whatever was done, no link lacks an end and only what is shown is chosen', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), some, (done, chosen) => {
      const store = begun();
      store.state().acts.select(chosen);
      for (const each of done) each(store.state().acts);
      const { nodes, links, selected } = store.state();
      const shown = new Set(nodes.map(({ id }) => id));
      expect(links.every(({ source, target }) => shown.has(source) && shown.has(target))).toBe(true);
      expect([...selected].every((id) => shown.has(id))).toBe(true);
    }),
  );
});

test('a filter holds for what comes later', () => {
  const store = begun();
  const { acts } = store.state();
  acts.filter({ hubsAbove: 5 });
  acts.learn({ nodes: [thing('hub', { degree: 6 })], links: [linkOf('a', 'hub')] });
  acts.show(['hub']);
  expect(store.state().nodes.map(({ id }) => id)).not.toContain('hub');
  acts.pin(['hub'], true);
  expect(store.state().nodes.map(({ id }) => id)).toContain('hub');
});

describe('what is let through', () => {
  const old = thing('old', { firstSeen: '2020-01-01', lastSeen: '2020-12-31', areas: ['thb-labour'] });
  const late = thing('late', {
    firstSeen: '2024-01-01',
    source: 'C',
    information: '4',
    areas: ['corruption'],
  });
  const bare = thing('bare');
  const content = {
    nodes: [old, late, bare],
    links: [linkOf('old', 'late'), linkOf('old', 'bare', { kind: 'in case' })],
  };
  test.each([
    [{ from: '2021-01-01' }, ['bare', 'late']],
    [{ until: '2020-06-01' }, ['bare', 'old']],
    [{ areas: ['thb-labour'] }, ['bare', 'old']],
    [{ weakestSource: 'B' }, ['bare', 'old']],
    [{ weakestInformation: '3' }, ['bare', 'old']],
    [{ withoutTypes: ['person'] }, []],
  ])('by %o', (filters, expected) => {
    const store = createNetworkStore();
    store.state().acts.open({ ...emptyDocument, members: new Set(['old', 'late', 'bare']) }, content);
    store.state().acts.filter(filters);
    expect(store.state().nodes.map(({ id }) => id)).toEqual(expected);
  });

  test('links by their kind', () => {
    const store = createNetworkStore();
    store.state().acts.open({ ...emptyDocument, members: new Set(['old', 'late', 'bare']) }, content);
    store.state().acts.filter({ withoutKinds: ['in case'] });
    expect(store.state().links.map(({ kind }) => kind)).toEqual(['uses']);
    expect(store.state().nodes).toHaveLength(3);
  });
});

test('places that came of an act go with it, and one that listens is told', () => {
  const store = begun();
  let told = 0;
  const end = store.subscribe(() => told++);
  const { acts } = store.state();
  acts.show(['a']);
  acts.settle([['a', { x: 5, y: 5 }]]);
  expect(store.state().document.places.get('a')).toEqual({ x: 5, y: 5 });
  acts.undo();
  expect(store.state().document.places.has('a')).toBe(false);
  expect(told).toBe(3);
  end();
});
