import type { CaseFile, Crime, FileKey, Role } from './appearance.ts';
import { type Cell, type Member, shifted } from './cell.ts';
import { type Dice, pickSome, pickWeighted } from './dice.ts';
import { setMinor } from './people.ts';

const caseFiles: readonly (readonly [FileKey, number])[] = [
  ['de', 24],
  ['ro', 20],
  ['fr', 18],
  ['ua', 12],
  ['us', 8],
  ['nl', 10],
  ['holders', 5],
  ['border', 6],
];
const extraFiles: readonly FileKey[] = [
  'border',
  'road',
  'documents',
  'holders',
  'records',
  'de',
  'ro',
  'fr',
  'us',
];

const mainAreas: readonly (readonly [Crime, number])[] = [
  ['migrant-smuggling', 38],
  ['thb-sexual', 24],
  ['thb-labour', 18],
  ['thb-criminality', 8],
  ['thb-begging', 4],
  ['document-fraud', 5],
  ['benefit-fraud', 3],
];
const sideAreas: readonly Crime[] = ['document-fraud', 'money-laundering', 'employment-law', 'benefit-fraud'];

const firstRoles: readonly Role[] = [
  'leader',
  'recruiter',
  'transporter',
  'harbourer',
  'money-handler',
  'guard',
  'advertiser',
  'exploiter',
];

/** People bound together by cases: one network for every hundred people of the cell, 3 to 15 members each. */
export function plantNetworks(cell: Cell): void {
  const count = Math.round(cell.place.size / 100);
  for (let index = 0; index < count; index++) plantNetwork(cell, `n${cell.place.cell * 100 + index}`);
}

function plantNetwork(cell: Cell, id: string): void {
  const { dice } = cell;
  const main = pickWeighted(dice, mainAreas);
  const areas: Crime[] = dice.chance(0.35) ? [...new Set([main, dice.pick(sideAreas)])] : [main];
  const size = 3 + Math.floor(13 * dice.next() ** 2);
  const members: Member[] = [];
  for (let at = 0; at < size; at++) members.push(makeMember(cell, { id, main, at, size }));
  const cases = makeCases(cell, areas, size);
  cases.forEach((file, index) => {
    const inCase =
      index === 0 && cases.length === 1 ? members : caseMembers(dice, members, index, cases.length);
    for (const member of inCase) addRow(cell, member, file);
  });
  for (const { person, role } of members) {
    if (role === 'victim' || !dice.chance(0.45)) continue;
    const file = dice.pick(extraFiles);
    cell.appearances.push({
      person,
      file,
      case: null,
      role: null,
      category: shifted(dice, person.category),
      marks: [],
    });
  }
  cell.networks.push({ id, areas, members, cases });
  cell.truth.networks.push({
    network: id,
    crimeAreas: areas,
    members: members.map(({ person, role }) => ({ identity: `p${person.id}`, role, minor: person.minor })),
    cases: cases.map(({ file, number, area }) => ({ partner: file, number, crimeArea: area })),
  });
}

function makeMember(cell: Cell, at: { id: string; main: Crime; at: number; size: number }): Member {
  const { dice } = cell;
  const person = cell.take();
  const exploits = at.main.startsWith('thb-');
  const isVictim = exploits && at.at >= 2 && at.at >= at.size - Math.floor(at.size * 0.3);
  if (isVictim) {
    person.category = 'victim';
    setMinor(dice, person, dice.chance(0.2));
  } else {
    person.category = dice.chance(0.85) ? 'suspect' : dice.pick(['convicted', 'potential-offender'] as const);
    setMinor(dice, person, false);
  }
  person.networks.push(at.id);
  return { person, role: isVictim ? 'victim' : (firstRoles[at.at] ?? dice.pick(firstRoles.slice(1))) };
}

function makeCases(cell: Cell, areas: readonly Crime[], size: number): CaseFile[] {
  const { dice } = cell;
  const wanted = size < 5 ? 1 + dice.below(2) : 1 + dice.below(4);
  const cases: CaseFile[] = [];
  for (let index = 0; index < wanted; index++) {
    const file = pickWeighted(dice, caseFiles);
    cases.push({ file, number: cell.place.nextCase(file), area: areas[index % areas.length] as Crime });
  }
  return cases;
}

/** The first two members are in every case, and every member is in one at least. */
function caseMembers(dice: Dice, members: readonly Member[], index: number, cases: number): Member[] {
  const rest = members.slice(2);
  const own = rest.filter((_, at) => at % cases === index);
  const more = pickSome(
    dice,
    rest.filter((member) => !own.includes(member)),
    Math.ceil(rest.length * 0.3),
  );
  return [...members.slice(0, 2), ...own, ...more];
}

function addRow(cell: Cell, member: Member, file: CaseFile): void {
  const { person, role } = member;
  cell.appearances.push({
    person,
    file: file.file,
    case: file,
    role,
    category: shifted(cell.dice, person.category),
    marks: [],
  });
}
