import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkFrom } from './network-model.ts';

const center = { id: 'person-1', type: 'person', caption: 'Ivan Petrov' };
const id = fc.nat({ max: 8 }).map((number) => `thing-${number}`);
const linked = fc.record({
  id,
  type: fc.constantFrom('person', 'phone', 'case'),
  caption: fc.constant('x'),
  kind: fc.constantFrom('uses', 'in case'),
  direction: fc.constantFrom('in' as const, 'out' as const),
  statements: fc.constant(2),
  protected: fc.boolean(),
});
const unfolded = fc.record({
  center: fc.constant(center),
  hidden: fc.subarray(['phone', 'case']),
  links: fc.array(fc.record({ entity: fc.oneof(id, fc.constant(center.id)), linked: fc.array(linked) })),
});

test('no link lacks an end, nothing is there twice, and nobody protected is there', () => {
  fc.assert(
    fc.property(unfolded, (given) => {
      const { nodes, links } = networkFrom(given);
      const ids = new Set(nodes.map((node) => node.id));
      expect(ids.size).toBe(nodes.length);
      expect(ids.has(center.id)).toBe(true);
      expect(links.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
      const open = new Set(
        given.links.flatMap((each) => each.linked.filter((one) => !one.protected).map((one) => one.id)),
      );
      expect([...ids].every((each) => each === center.id || open.has(each))).toBe(true);
    }),
  );
});

test('the same links give the same picture, in whatever order they came', () => {
  const phone = {
    id: 'phone-1',
    type: 'phone',
    caption: '+49',
    kind: 'uses',
    direction: 'out' as const,
    statements: 3,
  };
  const other = { ...phone, id: 'case-1', type: 'case', kind: 'in case' };
  const one = [
    { ...phone, protected: false },
    { ...other, protected: false },
  ];
  const picture = (all: typeof one) =>
    networkFrom({ center, hidden: [], links: [{ entity: center.id, linked: all }] });
  expect(picture(one)).toEqual(picture([...one].reverse()));
  expect(picture(one).kinds).toEqual(['case', 'person', 'phone']);
});
