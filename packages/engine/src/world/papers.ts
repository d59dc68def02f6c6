import type { FileKey, Paper } from './appearance.ts';
import { type Cell, isOffender, shifted } from './cell.ts';
import { type Dice, shuffle } from './dice.ts';
import type { Person } from './people.ts';

/** A row in which somebody shows a document. */
export interface Carried {
  readonly person: Person;
  readonly file: FileKey;
  readonly paper: Paper;
  readonly thing: string;
  readonly day?: number;
}

/** Writes about a person with a document that is of a planted thing. */
export function carryPaper(cell: Cell, { person, file, paper, thing, day }: Carried): void {
  cell.appearances.push({
    person,
    file,
    case: null,
    role: null,
    category: shifted(cell.dice, person.category),
    marks: [{ ...paper, thing }],
    ...(day === undefined ? {} : { day }),
  });
}

/** Grown-up offenders of no network for whom nothing else is planted and whose documents nobody has examined, in any order. */
export function freePeople(cell: Cell, dice: Dice): Person[] {
  const planted = new Set(
    [...cell.truth.traps, ...cell.truth.papers].flatMap(({ identities }) =>
      Array.isArray(identities) ? (identities as string[]) : [],
    ),
  );
  const carriers = new Set(
    cell.appearances
      .filter(({ marks, file }) => marks.length > 0 || file === 'documents')
      .map(({ person }) => person.id),
  );
  const free = cell.people.filter(
    (person) =>
      isOffender(person.category) &&
      !person.minor &&
      person.networks.length === 0 &&
      !carriers.has(person.id) &&
      !planted.has(`p${person.id}`),
  );
  shuffle(dice, free);
  return free;
}

/** Takes so many out of a list, the first that fit. */
export function takeFrom(free: Person[], count: number, fits: (person: Person) => boolean): Person[] {
  const taken: Person[] = [];
  for (let at = 0; at < free.length && taken.length < count; ) {
    const person = free[at] as Person;
    if (fits(person)) taken.push(...free.splice(at, 1));
    else at++;
  }
  return taken;
}
