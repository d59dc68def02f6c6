import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressFrom, addressText } from '../../address/address.ts';
import { addressedNetwork, chosenFrom, chosenQuery, leftOutOf, networkQuery } from './network-address.ts';
import { noFilters } from './network-content.ts';
import { emptyDocument, type NetworkDocument, withMembers, withoutMembers } from './network-document.ts';

const id = fc
  .tuple(fc.constantFrom('person', 'crime-area', 'phone'), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(([type, number]) => `${type}-${number.toString(16).padStart(16, '0')}`);
const axis = fc.integer({ min: -99_999, max: 99_999 }).map((tenths) => tenths / 10);
const place = fc.record({ x: axis, y: axis });
const document: fc.Arbitrary<NetworkDocument> = fc
  .record({
    places: fc.array(fc.tuple(id, place), { maxLength: 8 }).map((all) => new Map(all)),
    unfolded: fc.uniqueArray(id, { maxLength: 4 }),
    takenOut: fc.uniqueArray(id, { maxLength: 4 }),
    broughtIn: fc.uniqueArray(id, { maxLength: 4 }),
    folded: fc.subarray(['case', 'person', 'phone']),
    colouring: fc.constantFrom('type', 'community', 'broker'),
    hubsAbove: fc.option(fc.nat()),
  })
  .map(({ places, unfolded, takenOut, broughtIn, folded, colouring, hubsAbove }) => ({
    ...emptyDocument,
    ...{ places, pinned: new Set(places.keys()), unfolded: new Set(unfolded), folded: new Set(folded) },
    takenOut: new Set(takenOut),
    broughtIn: new Set(broughtIn),
    colouring: colouring as 'type',
    filters: { ...noFilters, hubsAbove },
  }));

const center = 'person-00000000000000aa';
const address = (made: NetworkDocument) => addressText(['network', center], networkQuery(made, [center]));

test('a link shows what is pinned where it stands, what is let through, grouped, unfolded, brought in and taken out', () => {
  fc.assert(
    fc.property(document, (made) => {
      const read = addressedNetwork(addressFrom(address(made)).query);
      expect(read.pinned).toEqual(made.places);
      expect(new Set(read.unfolded)).toEqual(made.unfolded);
      expect(new Set(read.folded)).toEqual(made.folded);
      expect(new Set(read.takenOut)).toEqual(made.takenOut);
      expect(new Set(read.broughtIn)).toEqual(made.broughtIn);
      expect(read.colouring).toBe(made.colouring);
      expect(read.filters).toEqual(made.filters);
    }),
  );
});

test('what somebody wrote, and where things stand that are not pinned, is in no address', () => {
  const thing = 'person-00000000000000bb';
  const made = {
    ...emptyDocument,
    notes: new Map([[thing, 'met the courier']]),
    places: new Map([[thing, { x: 1, y: 2 }]]),
  };
  expect(address(made)).toBe(`#/network/${center}`);
});

test('a thing that was unfolded and taken out leaves what it brought', () => {
  const [hub, other] = ['phone-00000000000000cc', 'person-00000000000000dd'];
  const around = withMembers(emptyDocument, [center, hub], [center]);
  const made = withoutMembers(withMembers(around, [other], [hub]), [hub]);
  const read = addressedNetwork(addressFrom(address(made)).query);
  expect(read).toMatchObject({ unfolded: [hub], takenOut: [hub] });
  expect(withMembers(made, [hub]).takenOut.size).toBe(0);
});

test('more pins than an address can carry are not half told, and that is said', () => {
  const ids = Array.from({ length: 101 }, (_, at) => `person-${at.toString(16).padStart(16, '0')}`);
  const made = {
    ...emptyDocument,
    pinned: new Set(ids),
    places: new Map(ids.map((each) => [each, { x: 1, y: 2 }])),
  };
  expect(networkQuery(made, [center]).pins).toBeUndefined();
  expect(leftOutOf(made, [center])).toEqual([{ what: 'pinned', count: 101 }]);
  expect(leftOutOf({ ...made, pinned: new Set(ids.slice(1)) }, [center])).toEqual([]);
});

test('whatever an address says, something is shown', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('open', 'with', 'filters', 'pins', 'colour', 'group', 'without'),
        fc.string(),
      ),
      (query) => {
        const { pinned, unfolded, broughtIn, takenOut } = addressedNetwork(query);
        for (const each of [...pinned.keys(), ...unfolded, ...broughtIn, ...takenOut])
          expect(each).toMatch(/^[a-z-]+-[0-9a-f]{16}$/);
      },
    ),
  );
  expect(
    addressedNetwork({ pins: `${center}_1e9_2*${center}_NaN_2*${center}_1_2_3*x_1_2` }).pinned.size,
  ).toBe(0);
});

test('an address tells what is chosen, and that nothing is; not what the network begins around, nor very many', () => {
  const others = Array.from({ length: 101 }, (_, at) => `phone-${at.toString(16).padStart(16, '0')}`);
  const read = (chosen: readonly string[]) => chosenFrom(chosenQuery(new Set(chosen), [center]), [center]);
  expect(chosenQuery(new Set([center]), [center]).chosen).toBeUndefined();
  expect(read([center])).toEqual([center]);
  expect(read([])).toEqual([]);
  expect(read(others.slice(0, 100))).toEqual(others.slice(0, 100));
  expect(read(others)).toEqual([]);
  expect(chosenFrom({ chosen: 'person-1,<b>' }, [center])).toEqual([]);
});
