import { type Appearance, type Crime, holds, type Mark, type Role, type Shared } from './appearance.ts';
import { type Cell, canCarry, type Member, type Network, serialIn, shifted } from './cell.ts';
import { pickSome, pickWeighted } from './dice.ts';
import { ibanFrom, phoneFrom, plateFrom } from './identifiers.ts';
import { makeOrganisation, type Person } from './people.ts';
import { makeAddress, pickRegion, regions } from './places.ts';
import { postedNumber, postFor } from './post-adverts.ts';

type Kind = 'person' | 'organization' | 'phone' | 'address' | 'vehicle' | 'source' | 'account' | 'handle';

/** What is planted and what it provides. A person provides what the role says; a company has one of the trades. */
interface Sort {
  readonly kind: Kind;
  readonly service: string | null;
  readonly trades?: readonly string[];
}

const sorts: readonly Sort[] = [
  { kind: 'person', service: null },
  { kind: 'organization', service: 'legal-front', trades: ['Consult', 'Import-Export', 'Holding'] },
  { kind: 'phone', service: 'communication' },
  { kind: 'address', service: 'lodging' },
  { kind: 'vehicle', service: 'transport' },
  { kind: 'source', service: 'documents' },
  { kind: 'account', service: 'money' },
  { kind: 'handle', service: 'advertising' },
  { kind: 'organization', service: 'recruitment', trades: ['Personal', 'Manpower', 'Zeitarbeit'] },
  { kind: 'organization', service: 'transport', trades: ['Transport', 'Tours'] },
  { kind: 'handle', service: 'recruitment' },
  { kind: 'person', service: null },
];

/** What a person in each of these roles provides. */
const services: readonly (readonly [Role, string])[] = [
  ['transporter', 'transport'],
  ['document-supplier', 'documents'],
  ['money-handler', 'money'],
  ['harbourer', 'lodging'],
  ['facilitator', 'broker'],
];

/** How many networks a facilitator serves. */
const reach: readonly (readonly [number, number])[] = [
  [2, 15],
  [3, 35],
  [4, 25],
  [5, 15],
  [6, 10],
];

/**
 * Providers that serve several networks: twelve for every two thousand people, each service among them. A person is
 * in a case of each network that they serve; an online account posts the adverts of two to four members of each; anything
 * else is on rows of as many.
 */
export function plantFacilitators(cell: Cell): void {
  const rows = new Map<Person, Appearance[]>();
  for (const row of cell.appearances) {
    const own = rows.get(row.person);
    if (own === undefined) rows.set(row.person, [row]);
    else own.push(row);
  }
  const rounds = Math.max(1, Math.floor(cell.place.size / 2_000));
  for (let index = 0; index < sorts.length * rounds; index++) {
    const sort = sorts[index % sorts.length] as Sort;
    const networks = pickSome(cell.dice, cell.networks, pickWeighted(cell.dice, reach));
    plantFacilitator(cell, { sort, networks, rows, serial: serialIn(cell, 200 + index) });
  }
}

interface Plan {
  readonly sort: Sort;
  readonly networks: readonly Network[];
  readonly serial: number;
  /** The rows of everybody in the cell so far. */
  readonly rows: ReadonlyMap<Person, Appearance[]>;
}

function plantFacilitator(cell: Cell, plan: Plan): void {
  const id = `f${plan.serial}`;
  const areas = new Set<Crime>(plan.networks.flatMap((network) => network.areas));
  const served = {
    facilitator: id,
    kind: plan.sort.kind,
    networks: plan.networks.map(({ id: network }) => network),
  };
  const areaList = [...areas].sort();
  const { kind, service } = plan.sort;
  if (kind === 'person') {
    const person = plantPerson(cell, plan);
    cell.truth.facilitators.push({ ...served, crimeAreas: areaList, ...person });
    return;
  }
  if (kind === 'handle') {
    plantPoster(cell, plan);
    cell.truth.facilitators.push({ ...served, crimeAreas: areaList, service });
    return;
  }
  const shared = sharedThing(cell, plan);
  let copy = 0;
  for (const network of plan.networks) {
    for (const member of customers(cell, network))
      carry(cell, {
        member,
        rows: plan.rows.get(member.person) ?? [],
        mark: { ...shared(copy++), thing: id },
      });
  }
  const thing = shared(0);
  const identity = thing.property === 'employer' ? { identity: thing.value.id } : {};
  cell.truth.facilitators.push({ ...served, crimeAreas: areaList, service, ...identity });
}

/** Two to four offenders of a network. */
function customers(cell: Cell, network: Network): Member[] {
  const offenders = network.members.filter(({ role }) => role !== 'victim');
  return pickSome(cell.dice, offenders, 2 + cell.dice.below(3));
}

/** An online account that posts for people of several networks, each under a number that is on a row of this person. */
function plantPoster(cell: Cell, plan: Plan): void {
  const handle = `post.${plan.serial.toString(36)}`;
  for (const network of plan.networks)
    for (const member of customers(cell, network)) {
      const value = postedNumber(member.person);
      const rows = plan.rows.get(member.person) ?? [];
      carry(cell, { member, rows, mark: { property: 'phone', value, thing: null } });
      postFor(cell, {
        ...{ person: member.person, handle, thing: `f${plan.serial}` },
        offers: plan.sort.service === 'recruitment' ? 'work' : 'company',
      });
    }
}

/** Makes a row of the member carry the mark: one that is there if its file can hold it, else a further one. */
function carry(
  cell: Cell,
  what: { readonly member: Member; readonly rows: Appearance[]; readonly mark: Mark },
): void {
  const { member, rows, mark } = what;
  const examined = mark.property === 'document';
  const fitting = rows.filter(
    (row) => (!examined || row.file === 'documents') && canCarry(row, mark, holds[row.file]),
  );
  const row = fitting.length > 0 ? cell.dice.pick(fitting) : furtherRow(cell, member, mark);
  row.marks.push(mark);
  if (fitting.length === 0) {
    cell.appearances.push(row);
    rows.push(row);
  }
  if (!examined) return;
  // The forged document is shown at another partner too: that one knows its number, not where it was made.
  const shown = rows.find((other) => other.file !== 'documents' && canCarry(other, mark, holds[other.file]));
  shown?.marks.push(mark);
}

function furtherRow(cell: Cell, member: Member, mark: Mark): Appearance {
  const file =
    mark.property === 'document'
      ? 'documents'
      : mark.property === 'account'
        ? 'holders'
        : cell.dice.pick(['de', 'ro', 'fr', 'us'] as const);
  return {
    person: member.person,
    file,
    case: null,
    role: file === 'documents' ? null : member.role,
    category: shifted(cell.dice, member.person.category),
    marks: [],
  };
}

/** What the rows carry; for a document source each copy is the next number of its series. */
function sharedThing(cell: Cell, plan: Plan): (copy: number) => Shared {
  const { dice, place } = cell;
  const serial = 60_000_000 + plan.serial;
  const region = pickRegion(dice);
  switch (plan.sort.kind) {
    case 'phone': {
      const value = phoneFrom(region.country, serial);
      return () => ({ property: 'phone', value });
    }
    case 'vehicle': {
      const value = plateFrom(region.country, serial);
      return () => ({ property: 'plate', value });
    }
    case 'account': {
      const value = ibanFrom(region.country, serial, dice);
      return () => ({ property: 'account', value });
    }
    case 'address': {
      const value = makeAddress(dice, regions[dice.below(4)] ?? region);
      return () => ({ property: 'address', value });
    }
    case 'organization': {
      const value = makeOrganisation(place.seed, plan.serial, dice.pick(plan.sort.trades ?? []));
      return () => ({ property: 'employer', value });
    }
    default:
      return forgedSeries(plan.serial);
  }
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** A workshop's series: consecutive numbers under one mark of the printer. */
export function forgedSeries(serial: number): (copy: number) => Shared {
  const letter = (at: number) => letters[Math.floor(serial / 23 ** at) % 23] ?? 'A';
  const source = `PS-${String(serial).padStart(4, '0')}-${letter(1)}`;
  const start = (serial * 7_919) % 900_000;
  return (copy) => ({
    property: 'document',
    value: `${letter(2)}${letter(1)}${letter(0)}${String(100_000 + start + copy).slice(-6)}`,
    source,
  });
}

function plantPerson(cell: Cell, plan: Plan): { readonly identity: string; readonly service: string } {
  const { dice } = cell;
  const person = cell.people.findLast(
    ({ category, minor, networks }) => category === 'suspect' && !minor && networks.length === 0,
  );
  if (person === undefined) throw new Error('The cell has no person for a facilitator');
  const [role, service] = dice.pick(services);
  for (const network of plan.networks) {
    const file = dice.pick(network.cases);
    cell.appearances.push({
      person,
      file: file.file,
      case: file,
      role,
      category: shifted(dice, 'suspect'),
      marks: [],
    });
    person.networks.push(network.id);
  }
  return { identity: `p${person.id}`, service };
}
