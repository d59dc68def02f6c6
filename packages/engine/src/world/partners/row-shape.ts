import type { Dice } from '../dice.ts';
import type { RowFormat } from '../files/row-file.ts';
import type { Cell } from '../files/rows.ts';
import type { Facts, Habits } from './facts.ts';

/** What can be planted as wrong in a column. */
export type Breakable = 'date' | 'iban' | 'phone' | 'country' | 'category';

export type Column = readonly [
  header: string,
  write: (facts: Facts, dice: Dice) => Cell,
  breakable?: Breakable,
];

/** A partner's file of people: its form, its columns, its habits. */
export interface RowShape {
  readonly partner: string;
  readonly name: string;
  readonly format: RowFormat;
  readonly habits: Habits;
  readonly columns: readonly Column[];
  readonly caseNumber: (running: number) => string;
}
