import { holds, type Mark } from './appearance.ts';
import { type Cell, canCarry, serialIn } from './cell.ts';
import type { Dice } from './dice.ts';
import { imeiFrom, phoneFrom } from './identifiers.ts';
import type { Person } from './people.ts';
import { largeCities } from './places.ts';

/** The days whose metadata was supplied, after 2024-01-01. */
export const span = { first: 600, last: 840 } as const;
/** The days of a holiday on which everybody calls more. */
export const holiday = { first: 722, last: 736 } as const;
/** How much busier everybody is on these than on others. */
const busiest = 2;
/** Who calls: a number, where it is at home, and its handset. */
export interface Caller {
  readonly number: string;
  readonly town: string;
  readonly handset: string;
  readonly thing: string | null;
}

interface CallAt {
  readonly day: number;
  /** Any hour of the waking day unless told. */
  readonly hour?: number;
  /** At home unless told. */
  readonly town?: string;
  /** In whose cell of the town; one's own unless told. */
  readonly cellOf?: Caller;
}

/** The calls of a cell in the making. */
export class CallBook {
  readonly cell: Cell;
  readonly dice: Dice;
  #numbers = 0;

  constructor(cell: Cell, dice: Dice) {
    this.cell = cell;
    this.dice = dice;
  }

  /** A number that no person has. */
  caller(town: string, thing: string | null): Caller {
    const serial = serialIn(this.cell, this.#numbers++);
    const number = phoneFrom(this.dice.pick(['DE', 'RO', 'FR', 'NL']), 80_000_000 + serial);
    return { number, town, thing, handset: imeiFrom(serial) };
  }

  /** A person's own number, which a row about the person states. */
  member(person: Person, town: string): Caller {
    const [number = ''] = person.phones;
    const handset = imeiFrom(serialIn(this.cell, this.#numbers++));
    const mark: Mark = { property: 'phone', value: number, thing: `k${person.id}` };
    const rows = this.cell.appearances.filter(
      (row) => row.person === person && canCarry(row, mark, holds[row.file]),
    );
    const row = rows.find(({ case: file }) => file !== null) ?? rows[0];
    if (row === undefined) this.tell(person, mark);
    else row.marks.push(mark);
    return { number, town, thing: null, handset };
  }

  /** A row of the police about somebody's number, or arrest, alone. */
  tell(person: Person, mark: Mark | undefined, arrested?: number): void {
    this.cell.appearances.push({
      person,
      ...{ file: 'de', case: null, role: null, category: person.category },
      marks: mark === undefined ? [] : [mark],
      ...(arrested === undefined ? {} : { arrested, day: arrested }),
    });
  }

  call(from: Caller, to: Caller, at: CallAt): void {
    const { day, town = from.town } = at;
    if (from.number === to.number || day < span.first || day >= span.last) return;
    const minute = (at.hour ?? 7 + this.dice.below(16)) * 60 + this.dice.below(60);
    const { number, handset, thing } = from;
    const cell = cellOf(town, at.cellOf?.number ?? number);
    this.cell.calls.push({ from: number, to: to.number, day, minute, place: town, cell, handset, thing });
  }

  /** A day of the span, the likelier the busier it is. */
  day(): number {
    const day = span.first + this.dice.below(span.last - span.first);
    return this.dice.chance(usualBusiness(day) / busiest) ? day : this.day();
  }

  plant(kind: string, id: string, told: Readonly<Record<string, unknown>>): void {
    this.cell.truth.coordination.push({ coordination: id, kind, ...told });
  }

  trap(kind: string, numbers: readonly Caller[]): void {
    const [first] = numbers;
    this.cell.truth.traps.push({ trap: first?.thing, kind, value: first?.number });
  }
}

/** The cell of a town that a number is served by: one of three. */
function cellOf(town: string, number: string): string {
  const at = largeCities.findIndex(({ city }) => city === town);
  return `901-${String(at).padStart(3, '0')}-${Number(number.slice(-2)) % 3}`;
}

/**
 * So many calls a day among some, each with a few of the others. `busy` says how much busier than usual a day is.
 */
export function gossip(
  book: CallBook,
  among: readonly Caller[],
  { rate, busy = () => 1 }: { readonly rate: number; readonly busy?: (day: number) => number },
): void {
  const { dice } = book;
  for (let day = span.first; day < span.last; day++) {
    const mean = rate * busy(day);
    const calls = Math.floor(mean) + (dice.chance(mean % 1) ? 1 : 0);
    for (let count = 0; count < calls; count++) {
      const at = dice.below(among.length);
      const to = (at + 1 + dice.below(4) ** 2) % among.length;
      book.call(among[at] as Caller, among[to] as Caller, { day });
    }
  }
}

/** How much busier everybody is on a day. */
export function usualBusiness(day: number): number {
  return day >= holiday.first && day < holiday.last ? busiest : 1;
}
