import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allTime, type Stay, type Traced } from '../traced.ts';
import { wayOf, whereaboutsOf } from './spots.ts';

const vienna = { title: 'Vienna', country: 'at', at: { longitude: 16.37, latitude: 48.21 } };
const munich = { title: 'Munich', country: 'de', at: { longitude: 11.58, latitude: 48.14 } };
const thing = (id: string, ...stays: readonly Stay[]): Traced => ({
  ...{ id, title: id, type: 'person', moments: [], untold: { stays: 0, moments: 0 } },
  stays,
});

test('places say who was there and when, the most visited first', () => {
  const { spots, nowhere } = whereaboutsOf(
    [
      thing('a', { ...munich, seen: '2024-01-01' }, { ...vienna, seen: '2024-02-01' }),
      thing('b', { ...vienna, seen: '2024-03-01' }, { ...vienna, seen: null }),
      thing('c', { ...vienna, at: null, seen: '2024-03-01' }),
    ],
    allTime,
  );
  expect(spots).toMatchObject([
    { title: 'Vienna', things: ['a', 'b'], from: '2024-02-01', until: '2024-03-01' },
    { title: 'Munich', things: ['a'] },
  ]);
  expect(nowhere.map(({ id }) => id)).toEqual(['c']);
});

test('a way has a direction where the dates tell one, and who went it together is on one line', () => {
  const there = [
    { ...munich, seen: '2024-01-01' },
    { ...vienna, seen: '2024-02-01' },
  ];
  const sameDay = there.map((stay) => ({ ...stay, seen: '2024-01-01' }));
  const { movements } = whereaboutsOf(
    [thing('a', ...there), thing('b', ...there), thing('c', ...sameDay), thing('d', ...[...there].reverse())],
    allTime,
  );
  expect(
    movements.map(({ from, to, things, isDirected }) => [from.title, to.title, things, isDirected]),
  ).toEqual([
    ['Munich', 'Vienna', ['a', 'b', 'd'], true],
    ['Munich', 'Vienna', ['c'], false],
  ]);
});

test('of the places of one day, that where it was before comes first', () => {
  const way = wayOf(
    thing(
      'a',
      { ...munich, seen: '2024-01-01' },
      { ...vienna, seen: '2024-02-01' },
      { ...munich, seen: '2024-02-01' },
    ),
    allTime,
  );
  expect(way.map(({ title, seen }) => [title, seen])).toEqual([
    ['Munich', '2024-01-01'],
    ['Vienna', '2024-02-01'],
  ]);
});

test('out of the time that is let through nothing is on the map; without a date it is', () => {
  const things = [
    thing('a', { ...munich, seen: '2024-01-01' }),
    thing('b', { ...vienna, seen: '2024-06-01' }),
    thing('c', { ...vienna, seen: null }),
  ];
  const { spots, nowhere } = whereaboutsOf(things, { from: '2024-02-01', until: '2024-05-01' });
  expect(spots).toMatchObject([{ title: 'Vienna', things: ['c'] }]);
  expect(nowhere.map(({ id }) => id)).toEqual(['a', 'b']);
});

const stay = fc.record({
  title: fc.constantFrom('Here', 'There', null),
  country: fc.constantFrom('at', null),
  at: fc.option(fc.constantFrom(vienna.at, munich.at, { longitude: 0, latitude: 0 })),
  seen: fc.option(fc.constantFrom('2024-01-01', '2024-01-02', '2024-05-05')),
});
const traced = fc
  .array(fc.array(stay, { maxLength: 5 }), { maxLength: 6 })
  .map((all) => all.map((stays, place) => thing(`thing-${place}`, ...stays)));

test('the order of things changes nothing, and every thing is somewhere or nowhere', () => {
  fc.assert(
    fc.property(traced, (things) => {
      const shown = whereaboutsOf(things, allTime);
      const turned = whereaboutsOf([...things].reverse(), allTime);
      expect(turned.spots).toEqual(shown.spots);
      expect(turned.movements).toEqual(shown.movements);
      const placed = new Set(shown.spots.flatMap((spot) => spot.things));
      expect(placed.size + shown.nowhere.length).toBe(things.length);
      for (const each of things) {
        const days = wayOf(each, allTime).map(({ seen }) => seen ?? '');
        expect(days).toEqual([...days].sort());
      }
      const known = new Set(shown.spots.map(({ id }) => id));
      for (const { from, to } of shown.movements) {
        expect(known.has(from.id) && known.has(to.id)).toBe(true);
        expect(from.id).not.toBe(to.id);
      }
    }),
    { numRuns: 60 },
  );
});
