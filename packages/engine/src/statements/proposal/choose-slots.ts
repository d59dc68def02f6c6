import type { ParseOptions } from '@clew/model/values/parsed.ts';
import type { Sample } from '../../contribution/sample.ts';
import type { Choice, Reading } from './choice.ts';
import {
  type ColumnValues,
  calendarOf,
  columnValues,
  dateOrderOf,
  fitOf,
  phoneCountryOf,
} from './column-values.ts';
import { guessSlot } from './guess-slot.ts';
import { type Language, languageOf } from './language.ts';
import { type HeaderMatch, matchHeader } from './match-header.ts';
import type { Slot } from './slots.ts';

export interface Chosen {
  readonly choices: readonly Choice[];
  readonly columns: readonly ColumnValues[];
  /** Why a column is left out, by column. */
  readonly leftOut: ReadonlyMap<string, string>;
  readonly flavour: Flavour;
}

/** What kind of file the columns together make. */
export interface Flavour {
  readonly payment: boolean;
  readonly communication: boolean;
  readonly advert: boolean;
  readonly trip: boolean;
  readonly sighting: boolean;
  readonly document: boolean;
  readonly person: boolean;
}

const least = 0.45;

/** Slots that several columns may fill. */
const several: ReadonlySet<string> = new Set([
  'person.name',
  'person.alias',
  'person.phone',
  'person.email',
  'person.handle',
  'person.account',
  'person.document',
  'person.taxNumber',
  'person.plate',
  'person.note',
  'organization.name',
  'organization.alias',
  'organization.phone',
  'organization.email',
  'organization.registrationNumber',
  'organization.address',
  'advert.phone',
  'advert.handle',
  'address.full',
  'address.street',
  'address.number',
  'address.unit',
  'address.city',
  'address.region',
  'row.skip',
  'person.address',
]);

/** Decides for every column what it holds. Headers propose, values confirm or deny. */
export function chooseSlots(sample: Sample, home: string | undefined): Chosen {
  const columns = sample.columns.map((column) => columnValues(sample, column));
  const language = languageOf(sample.columns);
  const reading = readingOf(columns, { language, home });
  const matches = columns.map((given) => matchHeader(given.column));
  const flavour = flavourOf(columns, matches, reading);
  const candidates: Choice[] = [];
  columns.forEach((given, index) => {
    for (const match of matches[index] ?? []) {
      if (!belongs(match.slot, flavour)) continue;
      const choice = weigh(given, match, reading);
      if (choice.confidence >= least) candidates.push(choice);
    }
  });
  const order = groupOrder(flavour);
  const rank = ({ slot }: Choice) => order.indexOf(slot.group);
  candidates.sort((a, b) => bin(b.confidence) - bin(a.confidence) || rank(a) - rank(b));
  const choices = assign(candidates);
  const known = new Set(
    matches.flatMap((found, index) => (found.length > 0 ? [columns[index] as ColumnValues] : [])),
  );
  for (const given of columns) {
    if (known.has(given)) continue;
    const guess = guessSlot(given, {
      taken: new Set([...choices.values()].map(({ slot }) => slot.id)),
      reading,
    });
    if (guess !== undefined) choices.set(given.column, guess);
  }
  return {
    choices: columns.map(({ column }) => choices.get(column)).filter((choice) => choice !== undefined),
    columns,
    leftOut: leftOutOf(columns, matches, choices),
    flavour,
  };
}

function bin(confidence: number): number {
  return Math.round(confidence * 20);
}

function assign(candidates: readonly Choice[]): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  const taken = new Set<string>();
  for (const candidate of candidates) {
    if (choices.has(candidate.column)) continue;
    if (taken.has(candidate.slot.id) && !several.has(candidate.slot.id)) continue;
    choices.set(candidate.column, candidate);
    taken.add(candidate.slot.id);
  }
  return choices;
}

function readingOf(
  columns: readonly ColumnValues[],
  from: { readonly language: Language; readonly home: string | undefined },
): Reading {
  const votes = columns
    .map((given) => dateOrderOf(given).order)
    .filter((order) => order === 'dmy' || order === 'mdy');
  const mdy = votes.filter((order) => order === 'mdy').length;
  const usual =
    votes.length === 0 ? (from.language.id === 'us' ? 'mdy' : 'dmy') : mdy > votes.length / 2 ? 'mdy' : 'dmy';
  const countries = [
    ...(from.home === undefined ? [] : [from.home.toUpperCase()]),
    ...from.language.countries,
  ];
  return {
    optionsFor(slot, given) {
      if (slot.kind === 'date') {
        const calendar = calendarOf(given);
        if (calendar !== undefined) return { calendar };
        const { order, open } = dateOrderOf(given);
        // A column that the sample has no value of is written as the others are.
        const isUntold = open || given.values.length === 0;
        return order !== undefined ? { order } : isUntold ? { order: usual } : {};
      }
      if (slot.kind === 'phone') {
        const country = phoneCountryOf(given, countries);
        return country === undefined ? {} : { country };
      }
      if (slot.kind === 'money' || slot.kind === 'number') return decimalOf(given);
      return slot.kind === 'name' ? { bearer: slot.group === 'organization' ? 'other' : 'person' } : {};
    },
  };
}

function decimalOf(given: ColumnValues): ParseOptions {
  const comma = given.values.filter((value) => /,\d{1,2}$|\.\d{3},/.test(value)).length;
  const point = given.values.filter((value) => /\.\d{1,2}$|,\d{3}\./.test(value)).length;
  return comma === point ? {} : { decimal: comma > point ? ',' : '.' };
}

function weigh(given: ColumnValues, match: HeaderMatch, reading: Reading): Choice {
  const options = reading.optionsFor(match.slot, given);
  const fit = fitOf(match.slot.kind, given, options);
  const empty = given.values.length === 0;
  const confidence = empty ? match.score * 0.7 : match.score * (fit >= 0.5 ? 0.5 + 0.5 * fit : fit * 0.8);
  const word = match.score === 1 ? 'the header says so' : `the header has "${match.phrase}"`;
  const share = Math.floor(fit * 100);
  const proof = empty ? 'no values in the sample' : `${share} % of the values fit`;
  return {
    column: given.column,
    slot: match.slot,
    confidence: Math.round(confidence * 100) / 100,
    reason: `${word}; ${proof}`,
    given,
    options,
  };
}

function flavourOf(
  columns: readonly ColumnValues[],
  matches: readonly (readonly HeaderMatch[])[],
  reading: Reading,
): Flavour {
  const sure = new Set<string>();
  matches.forEach((found, index) => {
    const given = columns[index] as ColumnValues;
    for (const match of found) {
      if (match.score < 0.85 || weigh(given, match, reading).confidence < 0.6) continue;
      sure.add(match.slot.id);
    }
  });
  const has = (...ids: readonly string[]) => ids.some((id) => sure.has(id));
  const person = has('person.lastName', 'person.firstName', 'person.birthDate', 'person.nationality');
  const payment =
    has('payment.amount') &&
    // A statement of account names no ends: an amount and the day of a payment are enough where no person is told of.
    (has('payer.name', 'payer.account', 'payee.name', 'payee.account') || (!person && has('payment.date')));
  const trip = has('trip.origin') && has('trip.destination');
  const communication =
    !payment &&
    !trip &&
    has('communication.fromPhone', 'communication.fromHandle') &&
    has('communication.toPhone', 'communication.toHandle');
  const advert =
    !person &&
    !communication &&
    has('advert.text', 'advert.title') &&
    has('advert.date', 'advert.site', 'advert.handle');
  return {
    person,
    advert,
    payment,
    trip,
    communication,
    sighting: !advert && !communication && has('sighting.place', 'sighting.date'),
    document: has(
      'document.fraud',
      'document.source',
      'document.examined',
      'document.documentKind',
      'document.basis',
      'document.photograph',
      'document.country',
    ),
  };
}

/** What a report of messages tells of whoever sends and receives: by it the law decides who may read them. */
const ofEnds: ReadonlySet<string> = new Set(['age', 'assessedAge', 'profileAge', 'birthDate', 'category']);

function belongs(slot: Slot, flavour: Flavour): boolean {
  switch (slot.group) {
    case 'payment':
      return flavour.payment;
    case 'payer':
    case 'payee':
      return flavour.payment || (flavour.communication && ofEnds.has(slot.property));
    case 'communication':
      return flavour.communication;
    case 'advert':
      return flavour.advert;
    case 'trip':
      return flavour.trip;
    case 'sighting':
      return flavour.sighting;
    case 'document':
      return flavour.document;
    default:
      return true;
  }
}

function groupOrder(flavour: Flavour): readonly string[] {
  const events = [
    ...(flavour.payment ? ['payer', 'payee', 'payment'] : []),
    ...(flavour.communication ? ['communication', 'payer', 'payee'] : []),
    ...(flavour.advert ? ['advert'] : []),
    ...(flavour.trip ? ['trip', 'carrier'] : []),
    ...(flavour.sighting ? ['sighting'] : []),
    ...(flavour.document ? ['document'] : []),
  ];
  const others = [
    'person',
    'case',
    'organization',
    'employer',
    'row',
    'carrier',
    'address',
    'vehicle',
    'account',
  ];
  return [...events, ...others.filter((group) => !events.includes(group))];
}

function leftOutOf(
  columns: readonly ColumnValues[],
  matches: readonly (readonly HeaderMatch[])[],
  choices: ReadonlyMap<string, Choice>,
): Map<string, string> {
  const leftOut = new Map<string, string>();
  columns.forEach((given, index) => {
    if (choices.has(given.column)) return;
    const match = matches[index]?.[0];
    if (match === undefined) leftOut.set(given.column, 'neither the header nor the values are known');
    else
      leftOut.set(
        given.column,
        `"${match.phrase}" is known, but nothing in this file goes with it or its values do not fit`,
      );
  });
  return leftOut;
}
