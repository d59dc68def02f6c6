import type { Mark, Party } from './appearance.ts';
import { type Cell, isOffender, serialIn } from './cell.ts';
import { type Dice, diceFor, shuffle } from './dice.ts';
import { makeOrganisation, type Organisation, type Person } from './people.ts';
import { largeCities } from './places.ts';
import { party } from './plant-payments.ts';

/** What is needed to plant patterns of money in a cell: dice of their own, people whom no pattern uses yet, new firms. */
export interface MoneyPlan {
  readonly cell: Cell;
  readonly dice: Dice;
  /** People of no network and no trap, each given out once. */
  readonly people: (count: number) => Person[];
  /** A firm that nothing else knows. */
  readonly firm: (trade?: string) => Organisation;
  readonly cities: (count: number) => string[];
}

/** A payment; a name or an account that is left out is a counter's. */
export interface Paid {
  readonly from?: Person | Organisation;
  readonly to?: Person | Organisation;
  /** Whose account it goes to, where that is not the payee's. */
  readonly into?: Person | Organisation;
  readonly amount: number;
  readonly day: number;
  readonly purpose: string;
  readonly thing: string | null;
  readonly place?: string;
}

/** Serials of firms from here on are for money. */
const firstFirm = 150;

export function openMoneyPlan(cell: Cell): MoneyPlan {
  const dice = diceFor(cell.place.seed, 'typologies', cell.place.cell);
  const trapped = new Set(cell.truth.traps.flatMap(({ identities }) => (identities ?? []) as string[]));
  const free = cell.people.filter(
    ({ id, category, minor, networks }) =>
      isOffender(category) && !minor && networks.length === 0 && !trapped.has(`p${id}`),
  );
  shuffle(dice, free);
  const cities = largeCities.map(({ city }) => city);
  let firms = 0;
  return {
    cell,
    dice,
    people: (count) => free.splice(0, count),
    firm: (trade) => makeOrganisation(cell.place.seed, serialIn(cell, firstFirm + firms++), trade),
    cities: (count) => shuffle(dice, [...cities]).slice(0, count),
  };
}

/** Lets a bank's row about the holder of an account carry a phone or an address that others have too. */
export function shareOnFile({ cell }: Pick<MoneyPlan, 'cell'>, person: Person, mark: Mark): void {
  const { category } = person;
  cell.appearances.push({ person, file: 'holders', case: null, role: null, category, marks: [mark] });
}

/** Writes a payment of the plan. */
export function pay({ cell }: Pick<MoneyPlan, 'cell'>, paid: Paid): void {
  const { from, to, into, amount, day, purpose, thing, place } = paid;
  const payee: Party | null =
    to === undefined ? null : into === undefined ? party(to) : { ...party(to), account: into.iban };
  cell.payments.push({
    payer: from === undefined ? null : party(from),
    payee,
    amount: Math.round(amount * 100) / 100,
    day,
    purpose,
    thing,
    ...(place === undefined ? {} : { place }),
  });
}
