import { countryOf } from '../countries.ts';
import { type Dice, pickWeighted } from '../dice.ts';
import { largeCities } from '../places.ts';
import type { Facts } from './facts.ts';
import { gaps } from './police-gaps.ts';
import type { RowShape } from './row-shape.ts';
import * as words from './words.ts';
import { serial, slashes } from './written-date.ts';

export const nl: RowShape = {
  partner: 'labour-inspectorate',
  name: 'inspecties-*.xlsx',
  format: { kind: 'xlsx', sheet: 'Inspecties' },
  habits: {
    words: words.dutch,
    language: 'nl',
    script: 'latin',
    date: serial,
    yearOnly: false,
    sex: ['V', 'M'],
    nationality: 'name',
    phone: 'national',
    country: 'NL',
    slips: 0.05,
    gaps: { ...gaps, account: 0.4, employer: 0 },
  },
  caseNumber: (running) => `NLA-${String(running).padStart(5, '0')}`,
  columns: [
    ['Dossiernummer', (f) => f.caseNumber],
    ['Overtreding', (f) => f.crime],
    ['Bedrijfsnaam', (f) => f.employer],
    ['KvK-nummer', (f) => f.organisation?.registration ?? ''],
    [
      'Bedrijfsadres',
      (f) =>
        f.organisation === null
          ? ''
          : `${f.organisation.address.street} ${f.organisation.address.number}, ${f.organisation.address.postcode} ${f.organisation.address.city}`,
    ],
    ['Hoedanigheid', (f) => f.category, 'category'],
    ['Rol', (f) => f.role],
    ['Achternaam', (f) => f.family],
    ['Voornaam', (f) => f.given],
    ['Geboortedatum', (f) => f.birth],
    ['Geslacht', (f) => f.sex],
    ['Nationaliteit', (f) => f.nationality, 'country'],
    [
      'Beroep',
      (_, dice) => dice.pick(['', 'schoonmaker', 'inpakker', 'kok', 'chauffeur', 'bouwvakker', 'plukker']),
    ],
    ['Telefoonnummer', (f) => f.phone, 'phone'],
    ['Woonadres', (f) => f.address],
    ['Documentnummer', (f) => f.document],
    ['Rekeningnummer', (f) => f.account, 'iban'],
    ['Inspectiedatum', (f) => f.seen],
  ],
};

const calls = [
  'caller says they are kept in a flat, passport taken away',
  'works 14 hours a day, paid almost nothing; afraid',
  'saw several women brought in a van at night',
  'friend does not answer any more, last seen with the driver',
  'owes money for the journey, must pay every month',
  'wants to go home, no papers',
  'children begging in front of the station',
];

/** What the hotline's form lets be ticked, in groups of which a call ticks some. */
const form = [
  ['excessive working hours', 'low pay', 'wage deductions', 'poor housing', 'dangerous work', 'no contract'],
  ['passport taken', 'debt bondage', 'locked in', 'threats', 'wages withheld', 'threatened with deportation'],
  ['false promises', 'deceived about wages', 'recruitment fee', 'lover boy'],
] as const;

function ticked(dice: Dice): string {
  const boxes = form.flatMap((group) => (dice.chance(0.5) ? group.filter(() => dice.chance(0.4)) : []));
  return boxes.join('; ');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const hotline: RowShape = {
  partner: 'ngo-hotline',
  name: 'hotline-calls.csv',
  format: { kind: 'csv', separator: ',', encoding: 'utf8-bom' },
  habits: {
    words: words.hotline,
    language: 'en',
    script: 'latin',
    yearOnly: true,
    sex: ['female', 'male'],
    nationality: 'name',
    date: (date) =>
      date.day % 9 === 0 ? `${date.day} ${months[date.month - 1]} ${date.year}` : slashes(date),
    phone: 'free',
    country: 'GB',
    slips: 0.12,
    gaps: { birth: 0.35, phone: 0.4, role: 1 },
  },
  caseNumber: (running) => `H${String(running).padStart(6, '0')}`,
  columns: [
    ['Call reference', (f) => f.caseNumber],
    ['Date of call', (f) => f.seen],
    ['Person type', (f) => f.category, 'category'],
    ['Full name', (f, dice) => callerName(f, dice)],
    ['Also known as', (f) => f.alias],
    ['Date of birth', (f) => f.birth, 'date'],
    [
      'Gender',
      (f, dice) =>
        dice.pick(f.sex === 'female' ? ['female', 'f', 'woman', 'Female'] : ['male', 'm', 'man', 'Male']),
    ],
    ['Nationality', (f) => f.nationality, 'country'],
    ['Phone', (f) => f.phone, 'phone'],
    ['City', (f) => placeOf(f).city],
    ['Country', (f) => countryOf(placeOf(f).country).names.en],
    ['Form of exploitation', (f, dice) => (dice.chance(0.3) ? ` ${f.crime.toUpperCase()}` : f.crime)],
    ['What was reported', (_, dice) => dice.pick(calls)],
    ['Indicators', (f, dice) => (f.appearance.category === 'victim' ? ticked(dice) : '')],
  ],
};

/** Where the person is: the same city in every call about them. */
function placeOf({ appearance }: Facts): (typeof largeCities)[number] {
  return largeCities[appearance.person.id % largeCities.length] ?? { city: 'London', country: 'GB' };
}

function callerName(facts: Facts, dice: Dice): string {
  if (!isKnown(facts) && dice.chance(0.3))
    return pickWeighted(dice, [
      ['', 4],
      ['anonymous', 3],
      ['unknown', 2],
    ]);
  return `${facts.given} ${facts.family}`.trim();
}

function isKnown({ appearance }: Facts): boolean {
  return appearance.category !== 'victim' && appearance.category !== 'witness';
}
