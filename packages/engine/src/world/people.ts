import { countries } from './countries.ts';
import { type Dice, diceFor, pickWeighted } from './dice.ts';
import { documentNumber, ibanFrom, phoneFrom, plateFrom } from './identifiers.ts';
import { type Culture, nicknames, pickCulture, type Sex } from './names/cultures.ts';
import type { NameForm } from './names/name-form.ts';
import { type Address, makeAddress, pickRegion } from './places.ts';

export type Category = 'suspect' | 'convicted' | 'potential-offender' | 'contact' | 'victim' | 'witness';

export interface BirthDate {
  year: number;
  month: number;
  day: number;
}

/** An invented person: what is true of them, before anybody writes it down. */
export interface Person {
  readonly id: number;
  culture: Culture;
  sex: Sex;
  given: NameForm;
  middle: NameForm | null;
  family: NameForm;
  /** Which spellings their papers have, each in [0, 1). */
  taste: number;
  birth: BirthDate;
  birthPlace: string;
  nationality: string;
  address: Address;
  phones: readonly string[];
  plate: string | null;
  document: string;
  iban: string;
  alias: string;
  category: Category;
  employer: Organisation | null;
  minor: boolean;
  /** The networks that they are a member of or serve. */
  networks: string[];
  rows: number;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly registration: string;
  readonly address: Address;
  readonly phone: string;
  readonly iban: string;
}

/** Categories of the people whom partners write about outside the planted networks. */
const categoryWeights: readonly (readonly [Category, number])[] = [
  ['suspect', 62],
  ['potential-offender', 14],
  ['convicted', 8],
  ['contact', 8],
  ['victim', 4],
  ['witness', 4],
];

export function makePerson(seed: number, id: number): Person {
  const dice = diceFor(seed, 'person', id);
  const culture = pickCulture(dice);
  const sex: Sex = dice.chance(0.28) ? 'f' : 'm';
  const nationality = dice.pick(culture.nationalities);
  const region = pickRegion(dice);
  const category = pickWeighted(dice, categoryWeights);
  const minor = dice.chance(category === 'victim' ? 0.2 : 0.015);
  const home = countries.has(nationality) ? nationality : region.country;
  const middles = culture.middle[sex];
  return {
    id,
    culture,
    sex,
    given: dice.pick(culture.given[sex]),
    middle: middles.length > 0 ? dice.pick(middles) : null,
    family: dice.pick(culture.family[sex]),
    taste: dice.next(),
    birth: birthDate(dice, minor, culture.newYear),
    birthPlace: dice.pick(culture.birthCities),
    nationality,
    address: makeAddress(dice, region),
    phones: [phoneFrom(dice.chance(0.6) ? region.country : home, id * 2), phoneFrom(home, id * 2 + 1)],
    plate: dice.chance(0.35) ? plateFrom(region.country, id) : null,
    document: documentNumber(nationality, id),
    iban: ibanFrom(region.country, id, dice),
    alias: dice.chance(0.12) ? dice.pick(nicknames) : '',
    category,
    employer: null,
    minor,
    networks: [],
    rows: 0,
  };
}

export function birthDate(dice: Dice, minor: boolean, newYear = 0): BirthDate {
  const year = minor ? 2010 + dice.below(6) : 1957 + Math.floor((dice.next() + dice.next()) * 24);
  if (dice.chance(newYear)) return { year, month: 1, day: 1 };
  return { year, month: 1 + dice.below(12), day: 1 + dice.below(28) };
}

/** Makes somebody an adult or a minor, with a date of birth to fit. */
export function setMinor(dice: Dice, person: Person, minor: boolean): void {
  if (person.minor === minor) return;
  person.minor = minor;
  person.birth = birthDate(dice, minor);
}

const trades = [
  'Transport',
  'Logistik',
  'Bau',
  'Construct',
  'Gebäudereinigung',
  'Cleaning',
  'Agrar',
  'Fruits',
  'Nails',
  'Textil',
  'Catering',
  'Hotel',
  'Travel',
  'Tours',
  'Import-Export',
  'Auto',
  'Recycling',
  'Fleisch',
  'Fisch',
  'Gartenbau',
  'Montage',
  'Security',
  'Personal',
  'Consult',
  'Print',
  'Paketdienst',
  'Car Wash',
  'Spa',
  'Immobilien',
  'Metal',
];
const legalForms: Readonly<Record<string, string>> = {
  DE: 'GmbH',
  AT: 'GmbH',
  RO: 'SRL',
  FR: 'SARL',
  UA: 'TOV',
  NL: 'BV',
  ES: 'SL',
  IT: 'Srl',
  GB: 'Ltd',
  US: 'LLC',
  HR: 'doo',
};

/** An invented company. `serial` makes its name and numbers its own. */
export function makeOrganisation(seed: number, serial: number, trade?: string): Organisation {
  const dice = diceFor(seed, 'organisation', serial);
  const region = pickRegion(dice);
  const address = makeAddress(dice, region);
  const owner = dice.pick(pickCulture(dice).family.m).spellings[0] ?? 'Nova';
  const second = dice.pick(pickCulture(dice).family.m).spellings[0] ?? 'Terra';
  return {
    id: `o${serial}`,
    name: `${owner} ${dice.chance(0.5) ? `& ${second} ` : ''}${trade ?? dice.pick(trades)} ${address.city} ${legalForms[region.country] ?? 'SA'}`,
    registration: String(10_000_000 + ((serial * 7_368_787) % 89_999_999)),
    address,
    phone: phoneFrom(region.country, 50_000_000 + serial),
    iban: ibanFrom(region.country, 50_000_000 + serial, dice),
  };
}
