import type { Choice, Reading } from './choice.ts';
import { type ColumnValues, fitOf } from './column-values.ts';
import { type Slot, slots } from './slots.ts';

interface Guess {
  readonly slot: string;
  readonly confidence: number;
  readonly words: string;
  readonly fits: (given: ColumnValues, options: Parameters<typeof fitOf>[2]) => boolean;
}

const all = 0.9;

/** Guesses from values alone, the surest first. The first that fits and is not taken is it. */
const guesses: readonly Guess[] = [
  {
    slot: 'person.email',
    confidence: 0.85,
    words: 'e-mail addresses',
    fits: (given) => fitOf('email', given) >= all,
  },
  {
    slot: 'person.account',
    confidence: 0.8,
    words: 'IBANs',
    fits: (given) => share(given, (value) => /^[A-Z]{2}\d\d[A-Z0-9 ]{11,38}$/.test(value)) >= all,
  },
  {
    slot: 'row.seen',
    confidence: 0.6,
    words: 'dates of these years',
    fits: (given, options) => dates(given, options) && lateYear(given),
  },
  {
    slot: 'person.birthDate',
    confidence: 0.6,
    words: 'dates of earlier years',
    fits: (given, options) => dates(given, options) && !lateYear(given),
  },
  {
    slot: 'person.category',
    confidence: 0.7,
    words: 'data-subject categories',
    fits: (given) => few(given) && fitOf('category', given) >= all,
  },
  {
    slot: 'case.crimeArea',
    confidence: 0.65,
    words: 'crime areas',
    fits: (given) => few(given) && fitOf('crime-area', given) >= all,
  },
  {
    slot: 'person.role',
    confidence: 0.65,
    words: 'roles',
    fits: (given) => few(given) && fitOf('role', given) >= all,
  },
  {
    slot: 'person.sex',
    confidence: 0.6,
    words: 'marks for sex',
    fits: (given) => given.distinct.length > 1 && given.distinct.length <= 4 && fitOf('sex', given) === 1,
  },
  {
    slot: 'person.nationality',
    confidence: 0.5,
    words: 'countries',
    fits: (given) =>
      given.distinct.length > 1 &&
      given.distinct.every((value) => value.length > 2) &&
      fitOf('country', given) >= all,
  },
  {
    slot: 'person.phone',
    confidence: 0.6,
    words: 'phone numbers',
    fits: (given, options) =>
      share(given, (value) => /^[+\d][\d\s()./-]{7,20}$/.test(value) && !/^\d{4}-\d\d-\d\d/.test(value)) >=
        all &&
      share(given, (value) => /^\+|^0/.test(value)) >= 0.5 &&
      fitOf('phone', given, options) >= all,
  },
  {
    slot: 'person.handle',
    confidence: 0.6,
    words: 'handles',
    fits: (given) => share(given, (value) => /^@\S+$/.test(value)) >= all,
  },
  {
    slot: 'person.name',
    confidence: 0.5,
    words: 'full names',
    fits: (given) =>
      given.distinct.length > given.values.length / 2 &&
      share(given, (value) => /^[\p{Lu}\p{Lo}][\p{L}'’.-]*(?:,? [\p{L}][\p{L}'’.-]*){1,4}$/u.test(value)) >=
        all,
  },
];

const several: ReadonlySet<string> = new Set([
  'person.email',
  'person.phone',
  'person.handle',
  'person.account',
]);
const nameParts = ['person.firstName', 'person.lastName', 'payer.name', 'payee.name', 'advert.text'];

export function guessSlot(
  given: ColumnValues,
  among: { readonly taken: ReadonlySet<string>; readonly reading: Reading },
): Choice | undefined {
  if (given.values.length < 3) return undefined;
  for (const { slot: id, confidence, words, fits } of guesses) {
    if (among.taken.has(id) && !several.has(id)) continue;
    if (id === 'person.name' && nameParts.some((part) => among.taken.has(part))) continue;
    const slot = slots.get(id) as Slot;
    const options = among.reading.optionsFor(slot, given);
    if (!fits(given, options)) continue;
    const reason = `the header is not known; the values look like ${words}`;
    return { column: given.column, slot, confidence, reason, given, options };
  }
  return undefined;
}

function share(given: ColumnValues, test: (value: string) => boolean): number {
  return given.values.filter(test).length / given.values.length;
}

function few(given: ColumnValues): boolean {
  return given.distinct.length <= 30 && given.distinct.length < given.values.length;
}

function dates(given: ColumnValues, options: Parameters<typeof fitOf>[2]): boolean {
  return (
    share(given, (value) => /\d/.test(value) && value.length >= 6) >= all &&
    fitOf('date', given, options) >= all
  );
}

/** Whether the middle one of the years is one in which people who matter now were not born. */
function lateYear(given: ColumnValues): boolean {
  const years = given.values
    .map((value) => Number(/(?:19|20)\d\d/.exec(value)?.[0] ?? 0))
    .filter((year) => year > 0)
    .sort((a, b) => a - b);
  return (years[years.length >> 1] ?? 0) >= 2010;
}
