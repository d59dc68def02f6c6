import { type Cell, isOffender, serialIn } from './cell.ts';
import { type Dice, diceFor, pickSome } from './dice.ts';
import { plateFrom } from './identifiers.ts';
import type { Person } from './people.ts';
import { largeCities } from './places.ts';

/** The cities of somebody's journey, in order. */
type Journey = (dice: Dice) => readonly string[];

/** People who are often on the road and on no circuit, and the days between two of their trips. */
const travellers: readonly (readonly [kind: string, journey: Journey, every: number])[] = [
  ['commuter', (dice) => alternating(cities(dice, 2), 11), 7],
  ['tourist', (dice) => cities(dice, 6), 4],
  ['lorry-driver', (dice) => fromDepot(dice, cities(dice, 6), 13), 5],
  ['fair-trader', (dice) => inAnyOrder(dice, cities(dice, 4), 13), 14],
];

/** One of each kind in a cell: whoever looks for circuits must not take them for one. */
export function plantTravellers(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'travellers', cell.place.cell);
  const free = cell.people.filter(
    ({ category, minor, networks }) => isOffender(category) && !minor && networks.length === 0,
  );
  const people = pickSome(dice, free, travellers.length);
  travellers.forEach(([kind, journey, every], index) => {
    const person = people[index];
    if (person === undefined) return;
    const trap = `t${kind}${serialIn(cell, index)}`;
    const value = plateFrom('DE', 90_000_000 + serialIn(cell, index));
    const visited = journey(dice);
    const begin = dice.below(1_000 - visited.length * every);
    visited.slice(1).forEach((to, step) => {
      const from = visited[step] as string;
      const day = begin + step * every + dice.below(3);
      cell.appearances.push(met(person, { trap, value, day, from, to }));
    });
    cell.truth.traps.push({ trap, kind, value, identities: [`p${person.id}`] });
  });
}

function met(
  person: Person,
  trip: {
    readonly trap: string;
    readonly value: string;
    readonly day: number;
    readonly from: string;
    readonly to: string;
  },
): Cell['appearances'][number] {
  const { trap, value, day, from, to } = trip;
  return {
    person,
    file: 'road',
    case: null,
    role: null,
    category: person.category,
    marks: [{ property: 'plate', value, thing: trap }],
    day,
    trip: { from, to },
  };
}

function cities(dice: Dice, count: number): string[] {
  return pickSome(dice, largeCities, count).map(({ city }) => city);
}

function alternating(between: readonly string[], stops: number): string[] {
  return Array.from({ length: stops }, (_, stop) => between[stop % between.length] as string);
}

/** Out and back again, each time to another customer. */
function fromDepot(dice: Dice, [depot = '', ...customers]: readonly string[], stops: number): string[] {
  return Array.from({ length: stops }, (_, stop) => (stop % 2 === 0 ? depot : dice.pick(customers)));
}

/** From market to market as they are held: the same few places, never twice the same one in a row, in no order. */
function inAnyOrder(dice: Dice, markets: readonly string[], stops: number): string[] {
  const visited: string[] = [];
  for (let stop = 0; stop < stops; stop++)
    visited.push(dice.pick(markets.filter((market) => market !== visited.at(-1))));
  return visited;
}
