import { type Cell, isOffender, serialIn } from './cell.ts';
import { diceFor, pickSome } from './dice.ts';
import type { Person } from './people.ts';
import { copyFamily } from './plant-traps.ts';

/** Families of a cell whose passports were issued at one counter on one day. */
const families = 2;
const members = 4;

/** Genuine documents with consecutive numbers: those of a family. Changes people, so before anything is written. */
export function plantFamilyPassports(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'family passports', cell.place.cell);
  // What examiners hold is mostly false: those here are genuine.
  const examined = new Set(
    cell.appearances.filter(({ file }) => file === 'documents').map(({ person }) => person),
  );
  const free = cell.people.filter(
    (person) =>
      isOffender(person.category) && !person.minor && person.networks.length === 0 && !examined.has(person),
  );
  const chosen = pickSome(dice, free, families * members);
  for (let family = 0; family < families; family++) {
    const [first, ...others] = chosen.slice(family * members, (family + 1) * members) as [
      Person,
      ...Person[],
    ];
    others.forEach((other, index) => {
      copyFamily(first, other);
      other.document = after(first.document, index + 1);
    });
    cell.truth.traps.push({
      trap: `tfamily-passports${serialIn(cell, family)}`,
      kind: 'family-passports',
      identities: [first, ...others].map(({ id }) => `p${id}`),
    });
  }
}

/** The number so many places on in its series. */
function after(document: string, places: number): string {
  const digits = document.replace(/^\D*/, '');
  const next = (Number(digits) + places) % 10 ** digits.length;
  return document.slice(0, -digits.length) + String(next).padStart(digits.length, '0');
}
