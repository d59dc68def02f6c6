// A cell is a stretch of the world that is planned and written at one time: about 2,000 people with their networks,
// facilitators and traps. In: seed, cell number, first person, size. Out: everybody in it and every row about them.
// Nothing in a cell depends on another cell, apart from running numbers; so memory does not grow with the world.

import { type CaseFile, crimes, type FileKey, type Role, roles } from './appearance.ts';
import { type Cell, type CellPlace, isOffender, shifted } from './cell.ts';
import { type Dice, diceFor, pickWeighted, shuffle } from './dice.ts';
import { type Category, makeOrganisation, makePerson, type Organisation, type Person } from './people.ts';
import { plantAdverts } from './plant-adverts.ts';
import { plantCalls } from './plant-calls.ts';
import { plantContacts } from './plant-contacts.ts';
import { plantFacilitators } from './plant-facilitators.ts';
import { plantFamilyPassports } from './plant-family-passports.ts';
import { plantNetworks } from './plant-networks.ts';
import { plantPaperTraps } from './plant-paper-traps.ts';
import { plantPapers } from './plant-papers.ts';
import { plantPayments } from './plant-payments.ts';
import { plantScreenings } from './plant-screenings.ts';
import { plantPeopleTraps, plantSharedTraps } from './plant-traps.ts';
import { plantTravellers } from './plant-travellers.ts';
import { plantTypologies } from './plant-typologies.ts';

/** Ordinary companies in a cell. */
const companies = 150;
/** Of so many cells one has metadata of calls supplied. */
const suppliedCells = 3;

export function planCell(place: CellPlace): Cell {
  const cell = emptyCell(place);
  const background: Person[] = [];
  plantNetworks(cell);
  plantPeopleTraps(cell);
  const taken = new Set(cell.appearances.map((appearance) => appearance.person));
  for (const person of cell.people) if (!taken.has(person)) background.push(person);
  appear(cell, background);
  plantFacilitators(cell);
  plantAdverts(cell);
  plantPayments(cell);
  plantContacts(cell);
  plantSharedTraps(cell);
  plantTravellers(cell);
  plantFamilyPassports(cell);
  plantTypologies(cell);
  if (cell.place.cell % suppliedCells === 0) plantCalls(cell);
  plantPaperTraps(cell);
  plantPapers(cell);
  plantScreenings(cell);
  shuffle(cell.dice, cell.appearances);
  shuffle(cell.dice, cell.payments);
  shuffle(cell.dice, cell.adverts);
  shuffle(cell.dice, cell.calls);
  return cell;
}

function emptyCell(place: CellPlace): Cell {
  const dice = diceFor(place.seed, 'cell', place.cell);
  const people: Person[] = [];
  for (let index = 0; index < place.size; index++) people.push(makePerson(place.seed, place.first + index));
  const organisations: Organisation[] = [];
  for (let index = 0; index < companies; index++)
    organisations.push(makeOrganisation(place.seed, place.cell * 1_000 + index));
  for (const person of people) if (dice.chance(0.15)) person.employer = dice.pick(organisations);
  let taken = 0;
  return {
    place,
    dice,
    people,
    organisations,
    networks: [],
    appearances: [],
    payments: [],
    adverts: [],
    calls: [],
    messages: [],
    screenings: [],
    truth: {
      ...{ networks: [], facilitators: [], traps: [], circuits: [] },
      ...{
        flows: [],
        typologies: [],
        papers: [],
        templates: [],
        coordination: [],
        contacts: [],
        screenings: [],
      },
    },
    take() {
      const person = people[taken++];
      if (person === undefined) throw new Error('The cell has no people left');
      return person;
    },
  };
}

/** In how many rows somebody of no network is written about. */
const rowWeights: readonly (readonly [number, number])[] = [
  [1, 68],
  [2, 20],
  [3, 7.5],
  [4, 3],
  [5, 1],
  [6, 0.5],
];

const suspectFiles: readonly (readonly [FileKey, number])[] = [
  ['de', 16],
  ['ro', 14],
  ['fr', 12],
  ['ua', 10],
  ['border', 17],
  ['nl', 6],
  ['hotline', 1],
  ['holders', 8],
  ['documents', 7],
  ['us', 7],
  ['records', 5],
  ['road', 9],
];
const protectedFiles: readonly (readonly [FileKey, number])[] = [
  ['de', 10],
  ['ro', 10],
  ['fr', 8],
  ['ua', 6],
  ['border', 8],
  ['nl', 14],
  ['hotline', 40],
  ['us', 4],
  ['road', 4],
];

function appear(cell: Cell, people: readonly Person[]): void {
  const open = new Map<FileKey, CaseFile>();
  for (const person of people) {
    const files = isOffender(person.category) ? suspectFiles : protectedFiles;
    let left = pickWeighted(cell.dice, rowWeights);
    const used = new Set<FileKey>();
    for (let tries = 0; left > 0 && tries < 12; tries++) {
      const file = pickWeighted(cell.dice, files);
      if (used.has(file)) continue;
      used.add(file);
      left--;
      cell.appearances.push({
        person,
        file,
        case: ordinaryCase(cell, file, open),
        role: ordinaryRole(cell.dice, person.category),
        category: shifted(cell.dice, person.category),
        marks: [],
      });
    }
  }
}

/** Most cases have one person in them, some two. */
function ordinaryCase(cell: Cell, file: FileKey, open: Map<FileKey, CaseFile>): CaseFile | null {
  const { dice } = cell;
  if (file === 'road' || file === 'documents' || file === 'records') return null;
  if ((file === 'border' && dice.chance(0.7)) || (file === 'holders' && dice.chance(0.5))) return null;
  const previous = open.get(file);
  if (previous !== undefined && dice.chance(0.25)) {
    open.delete(file);
    return previous;
  }
  const next: CaseFile = { file, number: cell.place.nextCase(file), area: dice.pick(crimes) };
  open.set(file, next);
  return next;
}

export function ordinaryRole(dice: Dice, category: Category): Role | null {
  if (category === 'victim' || category === 'witness' || category === 'contact') return category;
  return dice.chance(0.35) ? null : dice.pick(roles.slice(0, 10));
}
