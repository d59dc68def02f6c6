import { type Cell, type Network, serialIn } from './cell.ts';
import { type Dice, pickSome, shuffle } from './dice.ts';
import { plateFrom } from './identifiers.ts';
import type { Person } from './people.ts';
import { largeCities } from './places.ts';

const openings = [
  'New in {city}',
  'Just arrived in {city}',
  '{name} - only a few days in {city}',
  'First time {city}',
  '*** {name} ***',
  'Hello gentlemen of {city}',
  'Top work in {city}',
  'We hire in {city}',
];
const bodies = [
  'sweet and discreet',
  'real photos, no stress',
  'private flat, city centre',
  'very kind, speaks a little English',
  'independent',
  'relaxing massage by {name}',
  'all inclusive from {price}',
  'good pay, room included, start today',
  'no papers needed, transport from your town',
  'available day and night',
  'incalls only',
  'ask for {name}',
];
const closings = [
  'call {phone}',
  'whatsapp {phone}',
  'text only {phone}',
  'tel. {phone} no private numbers',
  'book now: {phone}',
  '{phone} ask for {name}',
];
const stageNames = [
  'Bella',
  'Nina',
  'Lily',
  'Mia',
  'Kim',
  'Angel',
  'Sofia',
  'Joy',
  'Coco',
  'Ruby',
  'Tina',
  'Vera',
];
const sites = [
  'rendezvous.example',
  'citynights.example',
  'jobs-abroad.example',
  'kleinanzeigen.example',
  'love4u.example',
];

interface Advertiser {
  readonly template: string;
  readonly pattern: string;
  readonly phone: string;
  readonly handle: string;
}

/** Adverts of networks, from templates with slots, and of people who are in none; circuits through cities. */
export function plantAdverts(cell: Cell): void {
  const { dice } = cell;
  let circuits = 0;
  let serial = 0;
  for (const network of cell.networks) {
    if (network.areas[0] !== 'thb-sexual') continue;
    const advertiser = makeAdvertiser(cell, {
      serial: serial++,
      network: network.id,
      person: memberFor(network),
    });
    if (dice.chance(0.6)) plantCircuit(cell, { network, advertiser, serial: circuits++ });
    else
      for (let index = 4 + dice.below(5); index > 0; index--)
        post(cell, advertiser, { day: dice.below(1_000) });
  }
  const ordinary = Math.round(cell.people.length * 0.015);
  for (let index = 0; index < ordinary; index++) {
    const person = cell.people[(index * 37 + 11) % cell.people.length];
    if (person === undefined) continue;
    const advertiser = makeAdvertiser(cell, { serial: serial++, network: null, person });
    for (let count = 1 + dice.below(3); count > 0; count--)
      post(cell, advertiser, { day: dice.below(1_000) });
  }
}

function memberFor(network: Network): Person {
  const member = network.members.find(({ role }) => role === 'advertiser') ?? network.members[0];
  if (member === undefined) throw new Error('A network has members');
  return member.person;
}

function makeAdvertiser(
  cell: Cell,
  of: { readonly serial: number; readonly network: string | null; readonly person: Person },
): Advertiser {
  const { dice } = cell;
  const template = `a${serialIn(cell, of.serial)}`;
  const text = [dice.pick(openings), ...pickSome(dice, bodies, 2 + dice.below(3)), dice.pick(closings)].join(
    dice.pick(['. ', ' ! ', ', ', ' * ']),
  );
  cell.truth.templates.push({ template, network: of.network, text });
  return {
    template,
    pattern: text,
    phone: of.person.phones[0] ?? '',
    handle: dice.chance(0.3) ? `${dice.pick(stageNames).toLowerCase()}_${of.person.id.toString(36)}` : '',
  };
}

function post(
  cell: Cell,
  advertiser: Advertiser,
  at: { readonly day: number; readonly city?: (typeof largeCities)[number]; readonly circuit?: string },
): void {
  const { dice } = cell;
  const place = at.city ?? dice.pick(largeCities);
  const name = dice.pick(stageNames);
  const text = advertiser.pattern
    .replaceAll('{city}', place.city)
    .replaceAll('{name}', name)
    .replaceAll('{price}', String(50 + 10 * dice.below(10)))
    .replaceAll('{phone}', disguised(dice, advertiser.phone));
  cell.adverts.push({
    template: advertiser.template,
    title: `${name} ${place.city}`,
    text,
    number: advertiser.phone,
    shown: dice.chance(0.3),
    city: place.city,
    country: place.country,
    site: dice.pick(sites),
    handle: advertiser.handle,
    day: at.day,
    circuit: at.circuit ?? null,
  });
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A phone number as advertisers hide it from machines. */
export function disguised(dice: Dice, phone: string): string {
  const digits = [...phone.slice(1)];
  switch (dice.below(5)) {
    case 0:
      return `+${digits.join(' ')}`;
    case 1:
      return `00${digits.join('')}`.replace(/(\d{2})(?=\d)/g, '$1.');
    case 2:
      return `+${digits.map((digit) => (digit === '0' ? 'O' : digit)).join('-')}`;
    case 3:
      return `+${digits.map((digit, at) => (at % 4 === 3 ? ` ${words[Number(digit)]} ` : digit)).join('')}`;
    default:
      return `+ ${digits.join('').replace(/(\d{3})(?=\d)/g, '$1*')}`;
  }
}

function plantCircuit(
  cell: Cell,
  plan: { readonly network: Network; readonly advertiser: Advertiser; readonly serial: number },
): void {
  const { dice } = cell;
  const circuit = `c${serialIn(cell, plan.serial)}`;
  const cities = pickSome(dice, largeCities, 3 + dice.below(3));
  const stay = 7 + dice.below(8);
  const begin = dice.below(700);
  const rounds = 2;
  for (let step = 0; step < cities.length * rounds; step++) {
    const city = cities[step % cities.length] as (typeof largeCities)[number];
    post(cell, plan.advertiser, { day: begin + step * stay + dice.below(2), city, circuit });
  }
  const moved = moveVictims(cell, { ...plan, circuit, cities: cities.map(({ city }) => city), begin, stay });
  cell.truth.circuits.push({
    circuit,
    network: plan.network.id,
    cities: cities.map(({ city }) => city),
    phone: plan.advertiser.phone,
    firstDay: begin,
    days: stay,
    people: moved,
  });
}

/** The road police meets some of them on the way from one city to the next. */
function moveVictims(
  cell: Cell,
  plan: {
    readonly network: Network;
    readonly circuit: string;
    readonly cities: readonly string[];
    readonly begin: number;
    readonly stay: number;
  },
): string[] {
  const { dice } = cell;
  const moved = shuffle(
    dice,
    plan.network.members.filter(({ role }) => role === 'victim' || role === 'transporter'),
  ).slice(0, 3);
  const plate = plateFrom('ES', 80_000_000 + Number(plan.circuit.slice(1)));
  for (const { person, role } of moved)
    for (let step = 0; step + 1 < plan.cities.length; step++) {
      if (!dice.chance(0.6)) continue;
      cell.appearances.push({
        person,
        file: 'road',
        case: null,
        role,
        category: person.category,
        marks: [{ property: 'plate', value: plate, thing: plan.circuit }],
        day: plan.begin + (step + 1) * plan.stay - 1,
        trip: { from: plan.cities[step] ?? '', to: plan.cities[step + 1] ?? '' },
      });
    }
  return moved.map(({ person }) => `p${person.id}`);
}
