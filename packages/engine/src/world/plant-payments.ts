import type { Party } from './appearance.ts';
import { type Cell, isOffender, type Network, serialIn } from './cell.ts';
import { diceFor, pickSome } from './dice.ts';
import { makeOrganisation, type Organisation, type Person } from './people.ts';
import { districtOf } from './plant-traps.ts';

const purposes = ['rent', 'loan', 'car', 'family', 'gift', 'services', 'invoice', 'ticket', '', ''];
const wages = ['salary', 'wages', 'lohn', 'salariu', 'salaire'];
const debts = ['debt', 'repayment', 'loan back', 'rent', 'for the journey', ''];

/** Ordinary payments, the remittance office's customers, and wages that go on to whoever controls the worker. */
export function plantPayments(cell: Cell): void {
  const { dice, people, payments } = cell;
  const { remittance, id } = districtOf(cell);
  const holders = people.filter(({ category }) => isOffender(category));
  const ordinary = Math.round(people.length * 0.055);
  for (let index = 0; index < ordinary; index++) {
    const payer = dice.pick(holders);
    const toOffice = dice.chance(0.25);
    const payee = toOffice
      ? remittance
      : dice.chance(0.2)
        ? dice.pick(cell.organisations)
        : dice.pick(holders);
    if (payer === payee) continue;
    payments.push({
      payer: party(payer),
      payee: party(payee),
      amount: 20 + Math.floor(dice.next() ** 3 * 480_000) / 100,
      day: dice.below(1_000),
      purpose: toOffice ? 'transfer' : dice.pick(purposes),
      thing: toOffice ? `tremittance${id}` : null,
    });
  }
  let flows = 0;
  for (const network of cell.networks)
    if (network.areas[0] === 'thb-labour' && flows < 4) plantFlow(cell, network, flows++);
  plantHouseholds(cell);
}

function plantFlow(cell: Cell, network: Network, index: number): void {
  const { dice } = cell;
  const flow = `w${serialIn(cell, index)}`;
  const [first, second] = network.members;
  const controller = (dice.chance(0.5) ? first : second)?.person;
  if (controller === undefined) return;
  const employer = makeOrganisation(cell.place.seed, serialIn(cell, 180 + index));
  const members = network.members.filter(({ role }) => role === 'victim').map(({ person }) => person);
  const others = cell.people.filter(({ category, minor }) => category === 'contact' && !minor);
  const workers = [...members, ...pickSome(dice, others, 4)].slice(0, 5);
  for (const worker of workers) {
    const wage = 900 + dice.below(900);
    const begin = dice.below(700);
    for (let month = 0; month < 3; month++) {
      const day = begin + month * 30 + dice.below(3);
      const kept = 0.6 + dice.next() * 0.3;
      cell.payments.push(
        {
          payer: party(employer),
          payee: party(worker),
          amount: wage,
          day,
          purpose: dice.pick(wages),
          thing: flow,
        },
        {
          payer: party(worker),
          payee: party(controller),
          amount: Math.round(wage * kept * 100) / 100,
          day: day + 1 + dice.below(3),
          purpose: dice.pick(debts),
          thing: flow,
        },
      );
    }
  }
  cell.truth.flows.push({
    flow,
    network: network.id,
    controller: `p${controller.id}`,
    employer: employer.id,
    workers: workers.map(({ id }) => `p${id}`),
    accounts: {
      employer: employer.iban,
      controller: controller.iban,
      workers: workers.map(({ iban }) => iban),
    },
  });
}

/** What people whom one employer pays do with their pay, without anybody controlling them. */
const households: readonly {
  readonly kind: string;
  readonly workers: number;
  /** The share of the pay that goes on. */
  readonly share: number;
  readonly purpose: string;
  /** Whether it goes to one of them, in turn, instead of to somebody else. */
  readonly inTurn: boolean;
}[] = [
  { kind: 'landlord', workers: 4, share: 0.3, purpose: 'rent', inTurn: false },
  { kind: 'joint-account', workers: 2, share: 0.8, purpose: 'household', inTurn: false },
  { kind: 'savings-circle', workers: 5, share: 0.6, purpose: 'circle', inTurn: true },
];

function plantHouseholds(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'households', cell.place.cell);
  const free = cell.people.filter(({ category, networks }) => isOffender(category) && networks.length === 0);
  households.forEach(({ kind, workers, share, purpose, inTurn }, index) => {
    const serial = serialIn(cell, 190 + index);
    const employer = makeOrganisation(cell.place.seed, serial);
    const [other, ...members] = pickSome(dice, free, workers + 1) as [Person, ...Person[]];
    const trap = `t${kind}${serialIn(cell, index)}`;
    const begin = dice.below(800);
    for (let month = 0; month < 3; month++)
      for (const member of members) {
        const payee = inTurn ? (members[month % members.length] as Person) : other;
        const wage = 1_000 + dice.below(900);
        const day = begin + month * 30 + dice.below(2);
        const amount = Math.round(wage * (share + dice.next() * 0.05) * 100) / 100;
        const paid = { payer: party(employer), payee: party(member), amount: wage, day };
        cell.payments.push({ ...paid, purpose: dice.pick(wages), thing: null });
        if (payee === member) continue;
        const passed = { payer: party(member), payee: party(payee), amount, day: day + 1 + dice.below(2) };
        cell.payments.push({ ...passed, purpose, thing: trap });
      }
    cell.truth.traps.push({ trap, kind, value: other.iban });
  });
}

export function party(name: Person | Organisation): Party {
  const identity = typeof name.id === 'number' ? `p${name.id}` : name.id;
  return { name, account: name.iban, identity };
}
