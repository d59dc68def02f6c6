import { type Appearance, holds } from './appearance.ts';
import { type Cell, canCarry, districtCells, isOffender, serialIn } from './cell.ts';
import { diceFor, pickSome } from './dice.ts';
import { ibanFrom, phoneFrom, plateFrom } from './identifiers.ts';
import { cultures } from './names/cultures.ts';
import { makeOrganisation, type Organisation, type Person, setMinor } from './people.ts';
import { borderPosts, makeAddress, regions } from './places.ts';
import { postedNumber, postFor } from './post-adverts.ts';

/** What everybody in a district may use, without any guilt in it. */
export interface District {
  readonly id: string;
  readonly bus: Organisation;
  readonly busPlates: readonly string[];
  readonly hotel: Organisation;
  readonly remittance: Organisation;
  readonly agency: Organisation;
}

export function districtOf(cell: Cell): District {
  const number = Math.floor(cell.place.cell / districtCells);
  const serial = 40_000_000 + number * 5;
  const { seed } = cell.place;
  const dice = diceFor(seed, 'district', number);
  const region = regions[dice.below(6)] as (typeof regions)[number];
  const country = region.country;
  const firm = (at: number, trade: string): Organisation => ({
    ...makeOrganisation(seed, serial + at, trade),
    address: makeAddress(dice, region),
    phone: phoneFrom(country, serial + at),
    iban: ibanFrom(country, serial + at, dice),
  });
  return {
    id: String(number),
    bus: firm(0, 'Reisebus Lines'),
    busPlates: [plateFrom(country, serial), plateFrom(country, serial + 1)],
    hotel: firm(1, 'Grand Hotel'),
    remittance: firm(2, 'Money Transfer'),
    agency: firm(3, 'Zeitarbeit Personal'),
  };
}

/**
 * Different people who look alike: twins, father and son of one name, a common name with a common birth date.
 * Planned before anybody is written about.
 */
export function plantPeopleTraps(cell: Cell): void {
  const pairs = Math.max(2, Math.round(cell.place.size / 500));
  for (let index = 0; index < pairs; index++) {
    const [one, other] = [offender(cell), offender(cell)];
    copyFamily(one, other);
    other.birth = { ...one.birth };
    other.birthPlace = one.birthPlace;
    const names = other.culture.given[other.sex].filter(
      (name) => name.spellings[0] !== one.given.spellings[0],
    );
    other.given = cell.dice.pick(names);
    label(cell, 'twins', [one, other]);
  }
  for (let index = 0; index < pairs; index++) {
    const [father, son] = [offender(cell), offender(cell)];
    father.sex = 'm';
    father.given = cell.dice.pick(father.culture.given.m);
    father.family = cell.dice.pick(father.culture.family.m);
    copyFamily(father, son);
    son.sex = 'm';
    son.given = father.given;
    father.birth = { ...father.birth, year: 1950 + cell.dice.below(15) };
    son.birth = { ...son.birth, year: father.birth.year + 22 + cell.dice.below(10) };
    label(cell, 'father-and-son', [father, son]);
  }
  commonName(cell);
}

function commonName(cell: Cell): void {
  const arabic = cultures.find(({ id }) => id === 'arabic');
  if (arabic === undefined) throw new Error('No Arabic names in this world');
  const { dice } = cell;
  const family = arabic.family.m[dice.below(10)];
  const given = arabic.given.m[0];
  const year = 1985 + dice.below(10);
  const people: Person[] = [];
  for (let index = 0; index < 4; index++) {
    const person = offender(cell);
    if (family === undefined || given === undefined) continue;
    Object.assign(person, { culture: arabic, sex: 'm', given, family, middle: null });
    person.birth = { year, month: 1, day: 1 };
    person.nationality = dice.pick(arabic.nationalities);
    person.birthPlace = dice.pick(arabic.birthCities);
    people.push(person);
  }
  label(cell, 'common-name', people);
}

function offender(cell: Cell): Person {
  const person = cell.take();
  person.category = 'suspect';
  setMinor(cell.dice, person, false);
  return person;
}

export function copyFamily(from: Person, to: Person): void {
  const { culture, sex, family, nationality, address, middle, taste } = from;
  Object.assign(to, { culture, sex, family, nationality, address, middle, taste });
}

function label(cell: Cell, kind: string, people: readonly Person[]): void {
  cell.truth.traps.push({
    trap: `t${cell.place.cell}-${cell.truth.traps.length}`,
    kind,
    identities: people.map(({ id }) => `p${id}`),
  });
}

/** Things that many unconnected people share: a bus line, a hotel, an agency, a commuters' minibus. Goes over all rows. */
export function plantSharedTraps(cell: Cell): void {
  const { dice } = cell;
  const district = districtOf(cell);
  const named = (kind: string) => `t${kind}${district.id}`;
  for (const row of cell.appearances) {
    if (row.marks.length > 0) continue;
    const carry = (mark: Appearance['marks'][number]) => {
      if (canCarry(row, mark, holds[row.file])) row.marks.push(mark);
    };
    const chance = dice.next();
    if (dice.chance(row.file === 'road' ? 0.35 : row.file === 'border' ? 0.07 : 0)) {
      const at = dice.below(district.busPlates.length);
      carry({ property: 'plate', value: district.busPlates[at] ?? '', thing: named(`bus${at}-`) });
      carry({ property: 'employer', value: district.bus, thing: named('busline') });
    } else if (chance < 0.025) {
      carry({ property: 'phone', value: district.hotel.phone, thing: named('switchboard') });
    } else if (chance < 0.05) {
      carry({ property: 'address', value: district.hotel.address, thing: named('hotel') });
    } else if (chance < 0.1) {
      carry({ property: 'employer', value: district.agency, thing: named('agency') });
    }
  }
  if (cell.place.cell % districtCells === 0) tellDistrict(cell, district, named);
  plantCommuters(cell);
  plantPostingService(cell, named('posting'));
}

/** A service that posts adverts for anybody, in networks or not: most of its customers are in none. */
function plantPostingService(cell: Cell, thing: string): void {
  const { dice } = cell;
  const customers = pickSome(
    dice,
    cell.appearances.filter(
      (row) =>
        canCarry(row, { property: 'phone' }, holds[row.file]) &&
        !row.person.minor &&
        isOffender(row.person.category),
    ),
    Math.round(cell.place.size / 100),
  );
  for (const { person, marks } of customers) {
    marks.push({ property: 'phone', value: postedNumber(person), thing: null });
    const offers = dice.chance(0.5) ? 'work' : 'company';
    postFor(cell, { person, handle: `adservice${thing}`, thing, offers });
  }
}

function tellDistrict(cell: Cell, district: District, named: (kind: string) => string): void {
  const { traps } = cell.truth;
  for (let at = 0; at < district.busPlates.length; at++)
    traps.push({ trap: named(`bus${at}-`), kind: 'bus', value: district.busPlates[at] });
  traps.push({ trap: named('busline'), kind: 'bus-company', identity: district.bus.id });
  traps.push({ trap: named('switchboard'), kind: 'hotel-switchboard', value: district.hotel.phone });
  traps.push({ trap: named('hotel'), kind: 'hotel', value: district.hotel.name });
  traps.push({ trap: named('agency'), kind: 'temp-agency', identity: district.agency.id });
  traps.push({ trap: named('posting'), kind: 'posting-service' });
  traps.push({ trap: named('remittance'), kind: 'remittance-office', value: district.remittance.iban });
}

/** People who cross one border post in one minibus to work, again and again. */
function plantCommuters(cell: Cell): void {
  const { dice } = cell;
  const buses = Math.max(1, Math.round(cell.place.size / 1_000));
  for (let index = 0; index < buses; index++) {
    const trap = `tcommuters${serialIn(cell, index)}`;
    const value = plateFrom('HR', 70_000_000 + serialIn(cell, index));
    const post = dice.pick(borderPosts);
    const riders = pickSome(dice, cell.people, 6);
    for (const person of riders)
      for (let crossing = 0; crossing < 3; crossing++)
        cell.appearances.push({
          person,
          file: 'border',
          case: null,
          role: null,
          category: person.category,
          marks: [{ property: 'plate', value, thing: trap }],
          post,
        });
    cell.truth.traps.push({ trap, kind: 'commuters', value, identities: riders.map(({ id }) => `p${id}`) });
  }
}
