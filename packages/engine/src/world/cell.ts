import type {
  AdvertRow,
  Appearance,
  CallRow,
  CaseFile,
  Crime,
  FileKey,
  Mark,
  MessageRow,
  PaymentRow,
  Role,
  ScreeningRow,
} from './appearance.ts';
import type { Dice } from './dice.ts';
import type { Category, Organisation, Person } from './people.ts';

/** The number of people in a cell; the last cell takes the rest as well. */
export const cellSize = 2_000;

/** Cells that share a bus company, a hotel and a remittance office. */
export const districtCells = 6;

export interface Network {
  readonly id: string;
  readonly areas: readonly Crime[];
  readonly members: readonly Member[];
  readonly cases: readonly CaseFile[];
}

export interface Member {
  readonly person: Person;
  readonly role: Role;
}

export interface CellPlace {
  readonly seed: number;
  readonly cell: number;
  readonly first: number;
  readonly size: number;
  /** Running number of a partner's cases. */
  readonly nextCase: (file: FileKey) => string;
}

/** A planted thing as it goes to the truth, one JSON line each. */
export type TruthLine = Readonly<Record<string, unknown>>;

export interface Cell {
  readonly place: CellPlace;
  readonly dice: Dice;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly networks: Network[];
  readonly appearances: Appearance[];
  readonly payments: PaymentRow[];
  readonly adverts: AdvertRow[];
  readonly calls: CallRow[];
  readonly messages: MessageRow[];
  readonly screenings: ScreeningRow[];
  readonly truth: {
    readonly networks: TruthLine[];
    readonly facilitators: TruthLine[];
    readonly traps: TruthLine[];
    readonly circuits: TruthLine[];
    readonly flows: TruthLine[];
    readonly typologies: TruthLine[];
    readonly papers: TruthLine[];
    readonly templates: TruthLine[];
    readonly coordination: TruthLine[];
    readonly contacts: TruthLine[];
    readonly screenings: TruthLine[];
  };
  /** Takes the next person whom nothing has been planned for yet. */
  readonly take: () => Person;
}

/** A running number that no other cell uses, for things of which a cell has fewer than 1,000. */
export function serialIn(cell: Cell, index: number): number {
  return cell.place.cell * 1_000 + index;
}

export function isOffender(category: Category): boolean {
  return category === 'suspect' || category === 'convicted' || category === 'potential-offender';
}

/** A suspect at one partner may be convicted at another. */
export function shifted(dice: Dice, category: Category): Category {
  if (!isOffender(category) || dice.chance(0.8)) return category;
  return dice.pick(['suspect', 'convicted', 'potential-offender'] as const);
}

/** Lets a person's row carry something; true when the row's file can hold it and does not yet. */
export function canCarry(
  appearance: Appearance,
  mark: Pick<Mark, 'property'>,
  held: readonly string[],
): boolean {
  return held.includes(mark.property) && !appearance.marks.some((other) => other.property === mark.property);
}
