import type { Appearance, Mark, Paper } from '../appearance.ts';
import { countryOf, type Language } from '../countries.ts';
import { type Dice, pickWeighted } from '../dice.ts';
import type { Cell } from '../files/rows.ts';
import { certificateNumber } from '../identifiers.ts';
import { machineReadable, plain, westernOnly } from '../names/latin.ts';
import type { NameForm } from '../names/name-form.ts';
import type { BirthDate, Organisation, Person } from '../people.ts';
import { type Address, addressLine, streetLine } from '../places.ts';
import type { Words } from './words.ts';

/** How a partner writes: its words, its script, how careful it is and what it leaves empty. */
export interface Habits {
  readonly words: Words;
  readonly language: Language;
  readonly script: 'latin' | 'western' | 'cyrillic' | 'machine-readable';
  readonly date: (date: BirthDate) => Cell;
  /** Written when only the year is known; null where the partner always gives a full date. */
  readonly yearOnly: boolean;
  readonly sex: readonly [woman: string, man: string];
  readonly nationality: 'name' | 'alpha2' | 'alpha3' | 'lower';
  /** `free`: as somebody types while on the phone. */
  readonly phone: 'international' | 'national' | 'free';
  /** The country whose numbers are written without its code. */
  readonly country: string;
  /** Chance that a name has a slip of the keyboard. */
  readonly slips: number;
  /** Chance that a field is left empty. */
  readonly gaps: Readonly<
    Partial<
      Record<
        'birth' | 'phone' | 'address' | 'plate' | 'document' | 'account' | 'employer' | 'role' | 'birthPlace',
        number
      >
    >
  >;
}

/** What one row says, in the partner's writing; empty text where it says nothing. */
export interface Facts {
  readonly appearance: Appearance;
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly native: string;
  readonly alias: string;
  readonly birth: Cell;
  readonly birthPlace: string;
  readonly sex: string;
  readonly nationality: string;
  readonly phone: string;
  readonly address: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly addressCountry: string;
  readonly plate: string;
  readonly document: string;
  readonly source: string;
  /** The country that issued the document. */
  readonly issuer: string;
  /** What the document rests on and bears. */
  readonly basis: string;
  readonly photograph: string;
  readonly paperAddress: string;
  readonly sponsor: string;
  readonly account: string;
  readonly employer: string;
  readonly organisation: Organisation | null;
  readonly category: string;
  readonly role: string;
  readonly caseNumber: string;
  readonly crime: string;
  readonly seen: Cell;
  readonly arrested: Cell;
}

export function factsOf(appearance: Appearance, habits: Habits, dice: Dice): Facts {
  const { person, marks } = appearance;
  const { gaps } = habits;
  const names = writtenNames(person, habits, dice);
  const address = markedAddress(marks) ?? (dice.chance(gaps.address ?? 0) ? null : person.address);
  const organisation = markedEmployer(marks) ?? (dice.chance(gaps.employer ?? 0) ? null : person.employer);
  const paper = marks.find((mark) => mark.property === 'document');
  const phone = textOf(marks, 'phone') ?? (dice.chance(gaps.phone ?? 0) ? '' : pickPhone(person, dice));
  return {
    appearance,
    ...names,
    alias: dice.chance(0.6) ? person.alias : '',
    birth: dice.chance(gaps.birth ?? 0) ? '' : writtenBirth(person.birth, habits, dice),
    birthPlace: dice.chance(gaps.birthPlace ?? 0) ? '' : western(person.birthPlace, habits),
    sex: habits.sex[person.sex === 'f' ? 0 : 1],
    nationality: countryText(person.nationality, habits),
    phone: phone === '' ? '' : writtenPhone(phone, habits, dice),
    ...writtenAddress(address, habits, dice),
    plate: textOf(marks, 'plate') ?? (dice.chance(gaps.plate ?? 0) ? '' : (person.plate ?? '')),
    document: paper?.value ?? (dice.chance(gaps.document ?? 0) ? '' : person.document),
    ...paperFacts(person, paper, habits),
    account: textOf(marks, 'account') ?? (dice.chance(gaps.account ?? 0) ? '' : person.iban),
    employer: organisation === null ? '' : organisationName(organisation, habits, dice),
    organisation,
    category: habits.words.category[appearance.category],
    role: appearance.role === null || dice.chance(gaps.role ?? 0) ? '' : habits.words.role[appearance.role],
    caseNumber: appearance.case?.number ?? '',
    crime: appearance.case === null ? '' : habits.words.crime[appearance.case.area],
    seen: habits.date(dayDate(appearance.day ?? dice.below(1_000))),
    arrested: appearance.arrested === undefined ? '' : habits.date(dayDate(appearance.arrested)),
  };
}

/** What examiners find of a document. Most rest on the birth certificate of whoever it is made out to. */
function paperFacts(
  person: Person,
  paper: Paper | undefined,
  habits: Habits,
): Pick<Facts, 'source' | 'issuer' | 'basis' | 'photograph' | 'paperAddress' | 'sponsor'> {
  return {
    source: paper?.source ?? '',
    issuer: countryText(paper?.country ?? person.nationality, habits),
    basis: paper?.basis ?? (person.id % 5 < 3 ? certificateNumber(person.id) : ''),
    photograph: paper?.photograph ?? (person.id % 7 === 0 ? `PH-${String(person.id).padStart(7, '0')}` : ''),
    paperAddress: western(addressLine(paper?.address ?? person.address), habits),
    sponsor: paper?.sponsor ?? '',
  };
}

function textOf(marks: readonly Mark[], property: 'phone' | 'plate' | 'account'): string | undefined {
  for (const mark of marks) if (mark.property === property) return mark.value;
  return undefined;
}

function markedAddress(marks: readonly Mark[]): Address | undefined {
  for (const mark of marks) if (mark.property === 'address') return mark.value;
  return undefined;
}

function markedEmployer(marks: readonly Mark[]): Organisation | undefined {
  for (const mark of marks) if (mark.property === 'employer') return mark.value;
  return undefined;
}

const firstDay = Date.UTC(2024, 0, 1);

/** The date so many days after 1 January 2024. */
export function dayDate(day: number): BirthDate {
  const date = new Date(firstDay + day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function countryText(alpha2: string, habits: Pick<Habits, 'nationality' | 'language'>): string {
  const country = countryOf(alpha2);
  switch (habits.nationality) {
    case 'alpha2':
      return country.alpha2;
    case 'alpha3':
      return country.alpha3;
    case 'lower':
      return country.alpha2.toLowerCase();
    default:
      return country.names[habits.language];
  }
}

function western(text: string, habits: Habits): string {
  if (habits.script === 'western') return westernOnly(text);
  return habits.script === 'machine-readable' ? plain(text) : text;
}

function writtenNames(
  person: Person,
  habits: Habits,
  dice: Dice,
): Pick<Facts, 'family' | 'given' | 'middle' | 'native'> {
  let family = spelled(person.family, person, habits, dice);
  let given = spelled(person.given, person, habits, dice);
  if (dice.chance(habits.slips)) {
    if (dice.chance(0.55)) family = slip(family, dice);
    else given = slip(given, dice);
  }
  const odd = dice.next();
  if (odd < 0.012) [family, given] = [given, family];
  else if (odd < 0.02) given = '';
  else if (odd < 0.028) given = `${given.slice(0, 1)}.`;
  const hasMiddle = person.middle !== null && dice.chance(0.75);
  const middle = hasMiddle && person.middle !== null ? spelled(person.middle, person, habits, dice) : '';
  const native =
    person.family.native === null || person.given.native === null
      ? ''
      : nativeName(person.culture.id, person.family.native, person.given.native);
  return { family, given, middle, native };
}

function nativeName(culture: string, family: string, given: string): string {
  if (culture === 'chinese') return family + given;
  return culture === 'arabic' ? `${given} ${family}` : `${family} ${given}`;
}

function spelled(form: NameForm, person: Person, habits: Habits, dice: Dice): string {
  const cyrillic = person.culture.id === 'ukrainian' || person.culture.id === 'russian';
  if (habits.script === 'cyrillic' && cyrillic && form.native !== null) return form.native;
  const { spellings } = form;
  const usual = person.taste < 0.6 ? 0 : Math.floor((person.taste - 0.6) * 2.5 * spellings.length);
  const other = habits.script !== 'machine-readable' && dice.chance(0.25);
  const spelling = spellings[other ? dice.below(spellings.length) : usual] ?? '';
  if (habits.script === 'machine-readable') return machineReadable(spelling);
  return habits.script === 'western' ? westernOnly(spelling) : spelling;
}

/** One slip of the keyboard: two letters changed about, one lost, one doubled or one beside it. */
export function slip(text: string, dice: Dice): string {
  if (text.length < 4) return text;
  const at = 1 + dice.below(text.length - 2);
  const before = text.slice(0, at);
  const letter = text.slice(at, at + 1);
  switch (dice.below(4)) {
    case 0:
      return before + text.slice(at + 1, at + 2) + letter + text.slice(at + 2);
    case 1:
      return before + text.slice(at + 1);
    case 2:
      return before + letter + text.slice(at);
    default:
      return before + (neighbours[letter.toLowerCase()] ?? letter) + text.slice(at + 1);
  }
}

const neighbours: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'i',
  p: 'o',
  q: 'w',
  r: 't',
  s: 'd',
  t: 'r',
  u: 'i',
  v: 'b',
  w: 'e',
  x: 'c',
  y: 'u',
  z: 'x',
  о: 'а',
  и: 'й',
  а: 'о',
  е: 'и',
};

type Misreading = 'none' | 'swapped' | 'year' | 'new-year' | 'year-only';

const misreadings: readonly (readonly [Misreading, number])[] = [
  ['none', 92],
  ['swapped', 3],
  ['year', 1.5],
  ['new-year', 1.5],
  ['year-only', 2],
];

function writtenBirth(birth: BirthDate, habits: Habits, dice: Dice): Cell {
  switch (pickWeighted(dice, misreadings)) {
    case 'swapped':
      return habits.date(birth.day <= 12 ? { ...birth, day: birth.month, month: birth.day } : birth);
    case 'year':
      return habits.date({ ...birth, year: birth.year + (dice.chance(0.5) ? 1 : -1) });
    case 'new-year':
      return habits.date({ year: birth.year, month: 1, day: 1 });
    case 'year-only':
      return habits.yearOnly ? String(birth.year) : habits.date(birth);
    default:
      return habits.date(birth);
  }
}

function pickPhone(person: Person, dice: Dice): string {
  return person.phones[dice.chance(0.8) ? 0 : 1] ?? '';
}

function writtenPhone(phone: string, habits: Habits, dice: Dice): string {
  const { calling } = countryOf(habits.country);
  const own = phone.startsWith(`+${calling}`);
  if (habits.phone === 'international') return phone;
  const rest = own ? phone.slice(calling.length + 1) : '';
  if (own && dice.chance(0.7)) {
    const national = calling === '1' || calling === '34' ? rest : `0${rest}`;
    if (habits.phone === 'free' && dice.chance(0.5)) return grouped(national, dice.pick([' ', '-', '/']));
    return national;
  }
  if (calling !== '1' && dice.chance(0.25)) return `00${phone.slice(1)}`;
  return dice.chance(0.3) ? grouped(phone, ' ') : phone;
}

function grouped(number: string, separator: string): string {
  return `${number.slice(0, 4)}${separator}${number.slice(4, 7)}${separator}${number.slice(7)}`;
}

function writtenAddress(
  address: Address | null,
  habits: Habits,
  dice: Dice,
): Pick<Facts, 'address' | 'street' | 'postcode' | 'city' | 'addressCountry'> {
  if (address === null) return { address: '', street: '', postcode: '', city: '', addressCountry: '' };
  const changed = dice.chance(0.1) ? { ...address, street: abbreviated(address.street) } : address;
  return {
    address: western(addressLine(changed), habits),
    street: western(streetLine(changed), habits),
    postcode: changed.postcode,
    city: western(changed.city, habits),
    addressCountry: changed.country,
  };
}

function abbreviated(street: string): string {
  return street
    .replace('Straße', 'Str.')
    .replace('straße', 'str.')
    .replace('Strada', 'Str.')
    .replace('Bulevardul', 'Bd.')
    .replace('Boulevard', 'Bd')
    .replace('Avenue', 'Ave');
}

/** A company's name as typed: mostly in full, at times without its legal form or in capitals. */
export function organisationName(
  organisation: Organisation,
  habits: Pick<Habits, 'script'>,
  dice: Dice,
): string {
  const written = dice.next();
  const name =
    written < 0.12
      ? organisation.name.replace(/ \S+$/, '')
      : written < 0.22
        ? organisation.name.toUpperCase()
        : organisation.name;
  return habits.script === 'western' ? westernOnly(name) : name;
}
