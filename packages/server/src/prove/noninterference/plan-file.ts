// In: dice. Out: the text of a partner's file and the mapping that reads it. Values come from small pools, so that
// those of different files collide.

import { createHash } from 'node:crypto';
import { type Dice, pickSome } from '@clew/engine/world/dice.ts';
import type { Mapping } from '@clew/model/mapping.ts';

/** One name in three scripts, syllable by syllable. */
const syllables = [
  ['ba', 'ба', 'μπα'],
  ['do', 'до', 'ντο'],
  ['fi', 'фи', 'φι'],
  ['ga', 'га', 'γκα'],
  ['ko', 'ко', 'κο'],
  ['lu', 'лу', 'λου'],
  ['me', 'ме', 'με'],
  ['ni', 'ни', 'νι'],
  ['po', 'по', 'πο'],
  ['ra', 'ра', 'ρα'],
  ['su', 'су', 'σου'],
  ['ta', 'та', 'τα'],
  ['vi', 'ви', 'βι'],
  ['za', 'за', 'ζα'],
] as const;
const codes = {
  S: 'suspect',
  C: 'convicted',
  P: 'potential-offender',
  K: 'contact',
  V: 'victim',
  W: 'witness',
};
export type Code = keyof typeof codes | 'I' | '';
const allCodes = { ...codes, I: 'informant' };

export interface Pool {
  /** Files of one pool meet; those of two never do. */
  readonly id: number;
  /** How many of each kind of value there are. */
  readonly size: number;
}

export interface FilePlan {
  readonly pool: Pool;
  readonly rows: number;
  /** The categories of its people; '' is nobody's. */
  readonly codes: readonly Code[];
  /** Whether there are things of their own in it: vehicles. Their label has no category. */
  readonly things: boolean;
  /** Whether some of its people are minors. */
  readonly minors: boolean;
}

export function planText(dice: Dice, plan: FilePlan): string {
  const { pool, rows, things } = plan;
  const value = () => dice.below(pool.size);
  const digits = (kind: string, count: number) => digitsOf(kind, { pool: pool.id, value: value() }, count);
  const lines = ['No,Name,Born,Phone,Passport,Iban,Standing,Plate,Remark'];
  for (let row = 0; row < rows; row++) {
    const person = value();
    const cells = [
      `r${row}-${dice.below(100_000)}`,
      nameOf(pool.id, person, dice.below(3)),
      plan.minors && dice.chance(0.5) ? '2014-03-05' : bornOn(pool.id, person),
      dice.chance(0.7) ? `+49171${digits('phone', 8)}` : '',
      dice.chance(0.4) ? `X${digits('document', 8)}` : '',
      dice.chance(0.3) ? ibanOf(digits('account', 10)) : '',
      dice.pick(plan.codes),
      things && dice.chance(0.6) ? `B-XY ${digits('plate', 4)}` : '',
      `said ${dice.below(1_000_000)}`,
    ];
    lines.push(cells.join(','));
  }
  // A value that does not fit, so that there is a problem to read about.
  if (dice.chance(0.5)) lines.push(`bad,,31.02.1990,12,,,${dice.pick(plan.codes)},,`);
  return `${lines.join('\n')}\n`;
}

/** Values of a pool that a number tells apart. */
const mostValues = 16;

/**
 * Digits that no other value has, of whatever pool: a hit between two pools would be one that the terms release. Multiplied
 * by a number that shares no factor with 10, numbers below 10^count stay apart.
 */
function digitsOf(
  kind: string,
  of: { readonly pool: number; readonly value: number },
  count: number,
): string {
  const number = BigInt(of.pool * mostValues + of.value);
  const limit = 10n ** BigInt(count);
  if (of.value >= mostValues || number >= limit) throw new Error(`Pool ${of.pool} has too many values`);
  const start = createHash('sha256').update(kind).digest().readBigUInt64BE();
  return String((number * 48_271_013n + start) % limit).padStart(count, '0');
}

/** Two words of three syllables; people of two pools share hardly more than one syllable. */
function nameOf(pool: number, person: number, script: number): string {
  const hash = createHash('sha256').update(`${pool} name ${person}`).digest();
  const word = (from: number) =>
    [0, 1, 2].map((index) => syllables[(hash[from + index] ?? 0) % syllables.length]?.[script]).join('');
  return `${word(0)} ${word(3)}`;
}

function bornOn(pool: number, person: number): string {
  const hash = createHash('sha256').update(`${pool} born ${person}`).digest();
  const two = (number: number) => String(number).padStart(2, '0');
  const [year, month, day] = [
    50 + ((hash[0] ?? 0) % 50),
    1 + ((hash[1] ?? 0) % 12),
    1 + ((hash[2] ?? 0) % 28),
  ];
  return `19${two(year)}-${two(month)}-${two(day)}`;
}

/** A German IBAN with its check digits (ISO 13616). */
function ibanOf(number: string): string {
  const account = `37040044${number.padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

export function planMapping(dice: Dice, things: boolean): Mapping {
  const properties: Mapping['subjects'][string]['properties'] = {
    name: { columns: ['Name'] },
    birthDate: { columns: ['Born'] },
    phone: { columns: ['Phone'] },
    document: { columns: ['Passport'] },
    account: { columns: ['Iban'] },
    category: { columns: ['Standing'], values: allCodes },
    note: { columns: ['Remark'] },
  };
  const extra = dice.chance(0.5) ? { title: `Mapping ${dice.below(10)}` } : {};
  if (!things)
    return { clew: 1, ...extra, subjects: { person: { type: 'person', key: ['No'], properties } } };
  return {
    clew: 1,
    ...extra,
    subjects: {
      person: { type: 'person', key: ['No'], properties: { ...properties, vehicle: { ref: 'car' } } },
      car: { type: 'vehicle', properties: { plate: { columns: ['Plate'] } } },
    },
  };
}

/** Some of the codes, at least one. */
export function someCodes(dice: Dice, from: readonly Code[]): readonly Code[] {
  return pickSome(dice, from, 1 + dice.below(from.length));
}
