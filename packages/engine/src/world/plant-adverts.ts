import { type Cell, type Network, serialIn } from './cell.ts';
import { type Dice, pickSome, shuffle } from './dice.ts';
import { phoneFrom, plateFrom } from './identifiers.ts';
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

/** Chance that a stop of a circuit leaves no advert. */
const missed = 0.04;

/** Wordings that are passed around: whoever uses one has nothing to do with the others who do. */
const passedAround = [
  'Looking for good company tonight? I am waiting for you in {city}, sweet and always in a good mood. {phone}',
  'We are hiring in {city}: no experience needed, housing is arranged, weekly pay. Write to {phone} for an interview',
];

interface Advertiser {
  readonly id: string;
  readonly wordings: readonly { readonly template: string; readonly pattern: string }[];
  /** The number until the day of the change, and from then on. */
  readonly phones: readonly [string, string];
  readonly change: number;
  readonly handle: string;
  /** Where it posts unless told; undefined for anywhere. */
  readonly home: LargeCity | undefined;
}

type LargeCity = (typeof largeCities)[number];

/** The truth about adverts: each advertiser is one campaign, whatever its wordings and numbers. */
export function plantAdverts(cell: Cell): void {
  const { dice } = cell;
  let circuits = 0;
  let serial = 0;
  const advertisers = new Set<Person>();
  for (const network of cell.networks) {
    if (network.areas[0] !== 'thb-sexual') continue;
    const person = memberFor(network);
    advertisers.add(person);
    const advertiser = makeAdvertiser(cell, { serial: serial++, network: network.id, person });
    if (dice.chance(0.6)) plantCircuit(cell, { network, advertiser, serial: circuits++ });
    else
      for (let index = 4 + dice.below(5); index > 0; index--)
        post(cell, advertiser, { day: dice.below(1_000) });
  }
  const ordinary = Math.round(cell.people.length * 0.015);
  for (let index = 0; index < ordinary; index++) {
    const person = cell.people[(index * 37 + 11) % cell.people.length];
    if (person === undefined || advertisers.has(person)) continue;
    advertisers.add(person);
    const advertiser = makeAdvertiser(cell, { serial: serial++, network: null, person });
    for (let count = 1 + dice.below(3); count > 0; count--)
      post(cell, advertiser, { day: dice.below(1_000) });
  }
  const others = cell.people.filter((person) => person.networks.length === 0 && !advertisers.has(person));
  plantCommonplace(cell, { people: others, serial });
}

/**
 * What looks like one campaign and is none: a wording that is passed around, each time under another number, and the
 * number of a site's helpdesk under adverts of everybody.
 */
function plantCommonplace(
  cell: Cell,
  from: { readonly people: readonly Person[]; readonly serial: number },
): void {
  const { dice } = cell;
  const users = pickSome(dice, from.people, Math.round(cell.people.length * 0.005));
  users.forEach((person, index) => {
    const serial = from.serial + index;
    const template = `apassed${index % passedAround.length}`;
    const advertiser = {
      id: `a${serialIn(cell, serial)}`,
      wordings: [{ template, pattern: passedAround[index % passedAround.length] as string }],
      phones: [person.phones[0] ?? '', person.phones[0] ?? ''] as const,
      change: 0,
      handle: '',
      home: dice.pick(largeCities),
    };
    for (let count = 1 + dice.below(2); count > 0; count--)
      post(cell, advertiser, { day: dice.below(1_000) });
  });
  const helpdesk = phoneFrom('DE', 30_000_000);
  for (const [at, advert] of cell.adverts.entries())
    if (at % 25 === 0)
      cell.adverts[at] = {
        ...advert,
        text: `${advert.text} Report this advert: ${disguised(dice, helpdesk)}`,
      };
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
  const { network, person } = of;
  const id = `a${serialIn(cell, of.serial)}`;
  const wordings = [makeWording(dice, id)];
  if (network !== null && dice.chance(0.3)) wordings.push(makeWording(dice, `${id}b`));
  for (const { template, pattern } of wordings)
    cell.truth.templates.push({ template, campaign: id, network, text: pattern });
  const [first = '', second = first] = person.phones;
  return {
    id,
    wordings,
    phones: [first, network !== null && dice.chance(0.3) ? second : first],
    change: 200 + dice.below(600),
    handle: dice.chance(0.3) ? `${dice.pick(stageNames).toLowerCase()}_${person.id.toString(36)}` : '',
    home: network === null && dice.chance(0.85) ? dice.pick(largeCities) : undefined,
  };
}

function makeWording(dice: Dice, template: string): Advertiser['wordings'][number] {
  const parts = [dice.pick(openings), ...pickSome(dice, bodies, 2 + dice.below(3)), dice.pick(closings)];
  return { template, pattern: parts.join(dice.pick(['. ', ' ! ', ', ', ' * '])) };
}

function post(
  cell: Cell,
  advertiser: Advertiser,
  at: { readonly day: number; readonly city?: LargeCity; readonly circuit?: string },
): void {
  const { dice } = cell;
  const place = at.city ?? advertiser.home ?? dice.pick(largeCities);
  const name = dice.pick(stageNames);
  const { template, pattern } = dice.pick(advertiser.wordings);
  const number = advertiser.phones[at.day < advertiser.change ? 0 : 1];
  // Who changes the number says so once: some adverts of these days show both.
  const other = advertiser.phones[at.day < advertiser.change ? 1 : 0];
  const isNews = other !== number && Math.abs(at.day - advertiser.change) < 60;
  const shown = isNews ? `${disguised(dice, number)} or ${disguised(dice, other)}` : disguised(dice, number);
  const text = pattern
    .replaceAll('{city}', place.city)
    .replaceAll('{name}', name)
    .replaceAll('{price}', String(50 + 10 * dice.below(10)))
    .replaceAll('{phone}', shown);
  cell.adverts.push({
    template,
    campaign: advertiser.id,
    title: `${name} ${place.city}`,
    text,
    number,
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
  const rounds = 4 + dice.below(4);
  const steps = cities.length * rounds;
  const begin = dice.below(Math.max(1, 1_000 - steps * (stay + 1)));
  for (let step = 0; step < steps; step++) {
    if (dice.chance(missed)) continue;
    const city = cities[step % cities.length] as LargeCity;
    for (let count = 1 + dice.below(2); count > 0; count--)
      post(cell, plan.advertiser, { day: begin + step * stay + dice.below(stay - 2), city, circuit });
  }
  const round = cities.map(({ city }) => city);
  const moved = moveVictims(cell, { ...plan, circuit, cities: round, rounds, begin, stay });
  cell.truth.circuits.push({
    circuit,
    network: plan.network.id,
    cities: cities.map(({ city }) => city),
    campaign: plan.advertiser.id,
    phone: plan.advertiser.phones[0],
    rounds,
    firstDay: begin,
    days: stay,
    people: moved,
  });
}

/** The road police meets some of them on the way from one city to the next, in one vehicle. */
function moveVictims(
  cell: Cell,
  plan: {
    readonly network: Network;
    readonly circuit: string;
    readonly cities: readonly string[];
    readonly rounds: number;
    readonly begin: number;
    readonly stay: number;
  },
): string[] {
  const { dice } = cell;
  const { cities, rounds, begin, stay } = plan;
  const moved = shuffle(
    dice,
    plan.network.members.filter(({ role }) => role === 'victim' || role === 'transporter'),
  ).slice(0, 3);
  const plate = plateFrom('ES', 80_000_000 + Number(plan.circuit.slice(1)));
  for (const { person, role } of moved)
    for (let step = 0; step + 1 < cities.length * rounds; step++) {
      if (!dice.chance(0.3)) continue;
      cell.appearances.push({
        person,
        file: 'road',
        case: null,
        role,
        category: person.category,
        marks: [{ property: 'plate', value: plate, thing: plan.circuit }],
        day: begin + (step + 1) * stay - 1,
        trip: { from: cities[step % cities.length] ?? '', to: cities[(step + 1) % cities.length] ?? '' },
      });
    }
  return moved.map(({ person }) => `p${person.id}`);
}
