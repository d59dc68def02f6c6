import type { FileKey, Paper } from './appearance.ts';
import { type Cell, serialIn } from './cell.ts';
import { type Dice, diceFor } from './dice.ts';
import { certificateNumber, documentNumber } from './identifiers.ts';
import { carryPaper, freePeople, takeFrom } from './papers.ts';
import type { Person } from './people.ts';
import { makeAddress, pickRegion } from './places.ts';
import { copyFamily } from './plant-traps.ts';

type Trap = (
  cell: Cell,
  of: { readonly dice: Dice; readonly free: Person[]; readonly serial: number },
) => readonly Person[];

/** What looks like a document in several hands, a breeder document or a supplier, and is none. */
const traps: Readonly<Record<string, Trap>> = {
  'mistyped-number': mistypedNumber,
  'reissued-number': reissuedNumber,
  'passport-with-children': passportWithChildren,
  'twins-mixed-up': twinsMixedUp,
  'family-extract': familyExtract,
  'reception-centre': receptionCentre,
  'catch-all-mark': catchAllMark,
};

/** Each kind twice in a cell. Changes people, so before anything is written. */
export function plantPaperTraps(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'paper traps', cell.place.cell);
  const free = freePeople(cell, dice);
  let serial = serialIn(cell, 0);
  for (const [kind, plant] of Object.entries(traps)) {
    for (let time = 0; time < 2; time++) {
      serial++;
      const people = plant(cell, { dice, free, serial });
      const identities = people.map(({ id }) => `p${id}`);
      cell.truth.traps.push({ trap: `tpaper${serial}`, kind, identities });
    }
  }
}

const files: readonly FileKey[] = ['border', 'de', 'ro', 'us'];

function show(
  cell: Cell,
  of: { person: Person; serial: number; paper: Omit<Paper, 'property'>; file: FileKey; day?: number },
): void {
  const { person, serial, paper, file, day } = of;
  carryPaper(cell, {
    ...{ person, file, thing: `tpaper${serial}`, paper: { property: 'document', ...paper } },
    ...(day === undefined ? {} : { day }),
  });
}

/** Somebody's number with one digit mistyped is the number of somebody else. */
function mistypedNumber(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 2, () => true);
  const [owner, other] = people;
  if (owner === undefined || other === undefined) return people;
  const last = Number(owner.document.slice(-1));
  other.document = `${owner.document.slice(0, -1)}${(last + 1 + dice.below(9)) % 10}`;
  const country = owner.nationality;
  for (const file of ['border', 'de'] as const)
    show(cell, { person: owner, serial, file, paper: { value: owner.document, country, shared: 'number' } });
  show(cell, {
    person: other,
    serial,
    file: 'ro',
    paper: { value: owner.document, country, shared: 'number' },
  });
  show(cell, {
    person: other,
    serial,
    file: 'border',
    paper: { value: other.document, country, shared: 'number' },
  });
  return people;
}

/** A number that was given again, twelve years later. */
function reissuedNumber(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 2, () => true);
  const value = documentNumber('RO', 80_000_000 + serial);
  people.forEach((person, turn) => {
    for (let time = 0; time < 2; time++)
      show(cell, {
        ...{ person, serial, file: dice.pick(files), day: dice.below(300) - 4_500 * (1 - turn) },
        paper: { value, country: 'RO', shared: 'number' },
      });
  });
  return people;
}

/** Children who are grown up now and are in the passport of a parent. */
function passportWithChildren(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 3, () => true);
  const [parent, ...children] = people as [Person, ...Person[]];
  parent.birth = { ...parent.birth, year: 1955 + dice.below(15) };
  children.forEach((child, place) => {
    copyFamily(parent, child);
    child.birth = { ...child.birth, year: parent.birth.year + 20 + place * 3 };
  });
  const paper = { value: parent.document, country: parent.nationality, shared: 'number' } as const;
  for (const person of people) show(cell, { person, serial, file: dice.pick(files), paper });
  return people;
}

/** Twins of whom one is on file with the number of the other. */
function twinsMixedUp(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 2, () => true);
  const [one, other] = people as [Person, Person];
  copyFamily(one, other);
  other.birth = { ...one.birth };
  other.given = dice.pick(other.culture.given[other.sex]);
  const paper = { value: one.document, country: one.nationality, shared: 'number' } as const;
  for (const person of people) show(cell, { person, serial, file: dice.pick(files), paper });
  return people;
}

/** One extract of the register for a family. */
function familyExtract(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 4, () => true);
  const [first, ...others] = people as [Person, ...Person[]];
  for (const other of others) {
    copyFamily(first, other);
    other.given = dice.pick(other.culture.given[other.sex]);
  }
  const basis = certificateNumber(90_000_000 + serial);
  for (const person of people)
    show(cell, {
      person,
      serial,
      file: 'documents',
      paper: { value: person.document, basis, shared: 'basis' },
    });
  return people;
}

/** The address of a centre in which people of no network live, in their documents. */
function receptionCentre(cell: Cell, { dice, free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 12, () => true);
  const address = makeAddress(dice, pickRegion(dice));
  for (const person of people)
    show(cell, {
      person,
      serial,
      file: 'documents',
      paper: { value: person.document, address, shared: 'address' },
    });
  return people;
}

/** What an examiner writes for marks that cannot be told apart. */
function catchAllMark(cell: Cell, { free, serial }: Parameters<Trap>[1]): readonly Person[] {
  const people = takeFrom(free, 12, () => true);
  for (const person of people)
    show(cell, {
      person,
      serial,
      file: 'documents',
      paper: { value: person.document, source: `PS-${serial}-UNKNOWN` },
    });
  return people;
}
