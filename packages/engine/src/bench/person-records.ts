// In: a seed and a number of records. Out: a CSV file of made-up people as a register of addresses has them, and who is
// who. Names are made of syllables and as unevenly common as names are; some people are there
// several times, with the errors of typing, hearing and moving house.
// The same seed and number give the same bytes.

import { diceFor } from '../world/dice.ts';

/** What is made: `content` without the truth, `truth` the person of each row. */
export interface PersonRecords {
  readonly content: string;
  readonly truth: readonly string[];
}

export interface PersonOptions {
  readonly records: number;
  readonly seed: number;
  /** The share of people who live with the one before, under the same surname; none unless told. */
  readonly households?: number | undefined;
}

type Field =
  | 'given_name'
  | 'surname'
  | 'street_number'
  | 'address_1'
  | 'suburb'
  | 'postcode'
  | 'state'
  | 'date_of_birth';
type Person = Readonly<Record<Field, string>>;

const fields: readonly Field[] = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
];
/** Where typing errors fall, as often as a field is named. */
const errorFields: readonly Field[] = [
  'given_name',
  'given_name',
  'surname',
  'surname',
  'street_number',
  'address_1',
  'address_1',
  'suburb',
  'postcode',
  'date_of_birth',
  'date_of_birth',
];
const states = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas'];
const streetKinds = ['street', 'road', 'place', 'avenue', 'crescent', 'close', 'court', 'drive'];
const onsets = 'b br c ch d dr f fl g gr h j k l m n p r s sh st t th tr v w y'.split(' ');
const vowels = 'a e i o u a e i o ai ea ie oo'.split(' ');
const codas = ['', '', '', 'n', 'r', 's', 'l', 'm', 'd', 'tt', 'ck'];

/** Generates people until there are so many records, then shuffles them. */
export function personRecords(options: PersonOptions): PersonRecords {
  const dice = diceFor(options.seed, 'person-records', 0);
  const random = () => dice.next();
  const towns = new Towns(random);
  const names = new Names(random);
  const rows: { readonly line: string; readonly truth: string }[] = [];
  let before: Person | undefined;
  for (let person = 0; rows.length < options.records; person++) {
    const alone = random() >= (options.households ?? 0);
    const made: Person = personOf(random, { towns, names, before: alone ? undefined : before });
    before = made;
    const copies = copiesOf(random());
    for (let copy = 0; copy <= copies && rows.length < options.records; copy++) {
      const shown = copy === 0 ? made : withErrors(made, { random, towns });
      rows.push({ line: fields.map((field) => shown[field]).join(','), truth: String(person) });
    }
  }
  shuffle(rows, random);
  return {
    content: `${fields.join(',')}\n${rows.map(({ line }) => line).join('\n')}\n`,
    truth: rows.map(({ truth }) => truth),
  };
}

type Random = () => number;

interface Makers {
  readonly towns: Towns;
  readonly names: Names;
  readonly before: Person | undefined;
}

/** Of a household, the surname and the address are those of the one before. */
function personOf(random: Random, { towns, names, before }: Makers): Person {
  const own = { given_name: names.given(), date_of_birth: birthDate(random) };
  if (before !== undefined) return { ...before, ...own };
  return { ...own, surname: names.family(), ...towns.address() };
}

function copiesOf(chance: number): number {
  if (chance < 0.6) return 0;
  if (chance < 0.85) return 1;
  return chance < 0.95 ? 2 : 3;
}

function birthDate(random: Random): string {
  const day = new Date(Date.UTC(1930, 0, 1) + Math.floor(random() * 27_393) * 86_400_000);
  return day.toISOString().slice(0, 10).replaceAll('-', '');
}

function withErrors(person: Person, { random, towns }: { random: Random; towns: Towns }): Person {
  const shown: Record<Field, string> = { ...person };
  if (random() < 0.04) Object.assign(shown, towns.address());
  if (random() < 0.03) [shown.given_name, shown.surname] = [shown.surname, shown.given_name];
  const errors = 1 + Math.floor(random() * 3);
  for (let error = 0; error < errors; error++) {
    const field = pick(errorFields, random);
    const kind = random();
    if (kind < 0.12) shown[field] = '';
    else if (field === 'given_name' && kind < 0.2) shown[field] = shown[field].slice(0, 1);
    else if (field === 'date_of_birth' && kind < 0.3) shown[field] = dayAndMonthSwapped(shown[field]);
    else shown[field] = mistyped(shown[field], random);
  }
  return shown;
}

function dayAndMonthSwapped(date: string): string {
  const day = date.slice(6, 8);
  return date.length === 8 && Number(day) <= 12 ? date.slice(0, 4) + day + date.slice(4, 6) : date;
}

/** One letter or digit inserted, left out, changed, or swapped with the next. */
function mistyped(text: string, random: Random): string {
  if (text === '') return text;
  const at = Math.floor(random() * text.length);
  const signs = /^\d+$/.test(text) ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
  const sign = signs[Math.floor(random() * signs.length)] as string;
  const kind = random();
  if (kind < 0.25) return text.slice(0, at) + sign + text.slice(at);
  if (kind < 0.5) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.75) return text.slice(0, at) + sign + text.slice(at + 1);
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

/** Given and family names whose shares fall as Zipf says: the n-th as 1/n to a power. */
class Names {
  readonly given: () => string;
  readonly family: () => string;

  constructor(random: Random) {
    this.given = zipf(words(2_000, { random, syllables: 2 }), { random, power: 0.9 });
    this.family = zipf(words(30_000, { random, syllables: 3 }), { random, power: 0.75 });
  }
}

/** Towns with a postcode and a state, and streets in them. */
class Towns {
  readonly address: () => Pick<Person, 'street_number' | 'address_1' | 'suburb' | 'postcode' | 'state'>;

  constructor(random: Random) {
    const towns = words(3_000, { random, syllables: 3 }).map((suburb, index) => ({
      suburb,
      state: states[index % states.length] as string,
      postcode: String(2_000 + Math.floor(random() * 5_000)),
    }));
    const town = zipf(towns, { random, power: 0.5 });
    const street = zipf(words(8_000, { random, syllables: 2 }), { random, power: 0.4 });
    this.address = () => ({
      street_number: String(1 + Math.floor(random() ** 2 * 300)),
      address_1: `${street()} ${pick(streetKinds, random)}`,
      ...town(),
    });
  }
}

function words(count: number, how: { readonly random: Random; readonly syllables: number }): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = how.syllables - (how.random() < 0.3 ? 1 : 0);
    let word = '';
    for (let index = 0; index < syllables; index++)
      word += pick(onsets, how.random) + pick(vowels, how.random);
    made.add(word + pick(codas, how.random));
  }
  return [...made];
}

function zipf<T>(things: readonly T[], how: { readonly random: Random; readonly power: number }): () => T {
  const ends: number[] = [];
  let sum = 0;
  for (let index = 0; index < things.length; index++) {
    sum += 1 / (index + 1) ** how.power;
    ends.push(sum);
  }
  return () => {
    const wanted = how.random() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return things[low] as T;
  };
}

function pick<T>(things: readonly T[], random: Random): T {
  return things[Math.floor(random() * things.length)] as T;
}

/** Fisher and Yates, in place. */
function shuffle<T>(things: T[], random: Random): void {
  for (let index = things.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [things[index], things[other]] = [things[other] as T, things[index] as T];
  }
}
