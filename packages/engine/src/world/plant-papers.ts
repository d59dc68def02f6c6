import type { FileKey, Paper } from './appearance.ts';
import { type Cell, type Network, serialIn } from './cell.ts';
import { type Dice, diceFor, pickSome } from './dice.ts';
import { type Carried, carryPaper, freePeople, takeFrom } from './papers.ts';
import type { Person } from './people.ts';
import { forgedSeries } from './plant-facilitators.ts';

/** Where a document is shown on the way and at home. */
const shownAt: readonly FileKey[] = ['border', 'border', 'road', 'de', 'ro', 'us'];

/**
 * In every cell three passports that go from hand to hand, two birth certificates and a photograph that serve several people,
 * a sponsor of people of several networks, and a workshop that sells to several networks.
 */
export function plantPapers(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'papers', cell.place.cell);
  const free = freePeople(cell, dice);
  for (let index = 0; index < 3; index++) shareNumber(cell, dice, { free, serial: serialIn(cell, index) });
  for (const [index, ground] of (['basis', 'basis', 'photograph'] as const).entries())
    shareGround(cell, dice, { free, ground, serial: serialIn(cell, 10 + index) });
  sponsorNetworks(cell, dice, serialIn(cell, 20));
  supplyNetworks(cell, dice, serialIn(cell, 30));
}

interface Plan {
  readonly free: Person[];
  readonly serial: number;
}

/** A genuine passport lent to people of its owner's sex and about the owner's age. */
function shareNumber(cell: Cell, dice: Dice, { free, serial }: Plan): void {
  const [owner] = takeFrom(free, 1, () => true);
  if (owner === undefined) return;
  const others = takeFrom(free, dice.pick([1, 2, 2, 3, 4]), (other) => isLike(owner, other));
  const thing = `d${serial}`;
  const paper: Paper = {
    property: 'document',
    value: owner.document,
    country: owner.nationality,
    shared: 'number',
  };
  const begin = dice.below(600);
  for (const person of [owner, ...others])
    for (let time = 0; time < 1 + dice.below(3); time++)
      carryPaper(cell, { person, file: dice.pick(shownAt), paper, thing, day: begin + dice.below(360) });
  plant(cell, thing, 'shared-document', [owner, ...others]);
}

function isLike(owner: Person, other: Person): boolean {
  return other.sex === owner.sex && Math.abs(other.birth.year - owner.birth.year) <= 12;
}

/** Documents of several people that rest on one birth certificate, or bear one photograph. */
function shareGround(
  cell: Cell,
  dice: Dice,
  { free, ground, serial }: Plan & { readonly ground: 'basis' | 'photograph' },
): void {
  const people = takeFrom(free, ground === 'basis' ? 3 + dice.below(3) : 3, () => true);
  const thing = `d${serial}`;
  const value =
    ground === 'basis' ? `GV${50_000_000 + serial * 7}` : `PH-9${String(serial).padStart(6, '0')}`;
  for (const person of people)
    carryPaper(cell, {
      ...{ person, file: 'documents', thing },
      paper: { property: 'document', value: person.document, [ground]: value, shared: ground },
    });
  plant(cell, thing, ground, people);
}

/** One sponsor for members of three networks. */
function sponsorNetworks(cell: Cell, dice: Dice, serial: number): void {
  const customers = membersOf(dice, pickSome(dice, cell.networks, 3), 2);
  const thing = `d${serial}`;
  for (const person of customers)
    carryPaper(cell, {
      ...{ person, file: 'documents', thing },
      paper: {
        property: 'document',
        value: person.document,
        sponsor: `SP-${30_000 + serial}`,
        shared: 'sponsor',
      },
    });
  plant(cell, thing, 'sponsor', customers);
}

/** A workshop that changes its printer in the middle of a series; every fourth document bears no mark. */
function supplyNetworks(cell: Cell, dice: Dice, serial: number): void {
  const networks = ofTwoAreas(pickSome(dice, cell.networks, 8)).slice(0, 4);
  const customers = membersOf(dice, networks, 2);
  const thing = `d${serial}`;
  const printers = [forgedSeries(500_000 + serial), forgedSeries(700_000 + serial)] as const;
  customers.forEach((person, copy) => {
    const { value } = printers[0](copy) as Paper;
    const { source = '' } = printers[copy * 2 < customers.length ? 0 : 1](0) as Paper;
    const paper: Carried['paper'] = { property: 'document', value, ...(copy % 4 === 3 ? {} : { source }) };
    carryPaper(cell, { person, file: 'documents', paper, thing });
    carryPaper(cell, { person, file: dice.pick(shownAt), paper, thing });
  });
  plant(cell, thing, 'supplier', customers);
}

/** Networks with as many main areas among the first as there are. */
function ofTwoAreas(networks: readonly Network[]): readonly Network[] {
  const [first] = networks;
  const other = networks.filter(({ areas }) => areas[0] !== first?.areas[0]);
  const same = networks.filter(({ areas }) => areas[0] === first?.areas[0]);
  return [...same.slice(0, 2), ...other, ...same.slice(2)];
}

function membersOf(dice: Dice, networks: readonly Network[], each: number): Person[] {
  return networks.flatMap(({ members }) => {
    const offenders = members.filter(({ role, person }) => role !== 'victim' && !person.minor);
    return pickSome(dice, offenders, each).map(({ person }) => person);
  });
}

function plant(cell: Cell, paper: string, kind: string, people: readonly Person[]): void {
  cell.truth.papers.push({ paper, kind, identities: people.map(({ id }) => `p${id}`) });
}
