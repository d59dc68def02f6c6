import type { Dice } from '../dice.ts';
import type { RowShape } from './row-shape.ts';
import * as words from './words.ts';
import { dashes, iso, slashes } from './written-date.ts';

export const holders: RowShape = {
  partner: 'fiu',
  name: 'account-holders.csv',
  format: { kind: 'csv', separator: ';', encoding: 'utf16le' },
  habits: {
    words: words.upperCase,
    language: 'en',
    script: 'latin',
    date: slashes,
    yearOnly: false,
    sex: ['F', 'M'],
    nationality: 'alpha2',
    phone: 'international',
    country: 'BE',
    slips: 0.01,
    gaps: { birth: 0.01, phone: 0.3, address: 0.05, document: 0.2, account: 0, role: 0.4 },
  },
  caseNumber: (running) => `FIU/${String(running).padStart(5, '0')}/2025`,
  columns: [
    ['Account number', (f) => f.account, 'iban'],
    ['Bank', (f) => `Bank ${f.account.slice(0, 2)}${f.account.slice(4, 8)}`],
    ['Surname', (f) => f.family],
    ['Given name', (f) => f.given],
    ['Date of birth', (f) => f.birth, 'date'],
    ['Nationality', (f) => f.nationality, 'country'],
    ['Address', (f) => f.address],
    ['Phone', (f) => f.phone, 'phone'],
    ['Document number', (f) => f.document],
    ['Subject category', (f) => f.category, 'category'],
    ['Role', (f) => f.role],
    ['Case number', (f) => f.caseNumber],
    ['Crime area', (f) => f.crime],
    ['Account opened', (f) => f.seen],
  ],
};

const frauds = ['counterfeit', 'altered data page', 'photo substitution', 'stolen blank', 'lookalike'];
const oneOff = (dice: Dice) => `PS-9${String(dice.below(100_000)).padStart(5, '0')}-Z`;

export const documents: RowShape = {
  partner: 'document-examiners',
  name: 'examined-documents.csv',
  format: { kind: 'csv', separator: ',', encoding: 'utf8' },
  habits: {
    words: words.english,
    language: 'en',
    script: 'latin',
    date: dashes,
    yearOnly: false,
    sex: ['F', 'M'],
    nationality: 'alpha3',
    phone: 'international',
    country: 'AT',
    slips: 0.01,
    gaps: { birth: 0.01, document: 0 },
  },
  caseNumber: (running) => `EX${running}`,
  columns: [
    ['Document number', (f) => f.document],
    [
      'Document type',
      (_, dice) =>
        dice.pick(['passport', 'passport', 'identity card', 'residence permit', 'driving licence']),
    ],
    ['Issuing country', (f) => f.issuer, 'country'],
    [
      'Date of issue',
      (_, dice) => dashes({ year: 2016 + dice.below(8), month: 1 + dice.below(12), day: 1 + dice.below(28) }),
    ],
    [
      'Expiry date',
      (_, dice) => dashes({ year: 2026 + dice.below(8), month: 1 + dice.below(12), day: 1 + dice.below(28) }),
    ],
    ['Fraud type', (f, dice) => (f.source === '' ? dice.pick(['genuine', ...frauds]) : 'counterfeit')],
    ['Birth certificate', (f) => f.basis],
    ['Photograph reference', (f) => f.photograph],
    ['Address in document', (f) => f.paperAddress],
    ['Sponsor reference', (f) => f.sponsor],
    ['Print source', (f, dice) => (f.source !== '' ? f.source : dice.chance(0.3) ? oneOff(dice) : '')],
    [
      'Holder name',
      (f) => (f.given === '' ? f.family.toUpperCase() : `${f.family.toUpperCase()}, ${f.given}`),
    ],
    ['Holder date of birth', (f) => f.birth, 'date'],
    ['Holder sex', (f) => f.sex],
    ['Holder nationality', (f) => f.nationality],
    ['Holder category', (f) => f.category, 'category'],
    ['Examination date', (f) => f.seen],
  ],
};

export const records: RowShape = {
  partner: 'records-desk',
  name: 'records.ftm.json',
  format: { kind: 'ftm' },
  habits: {
    words: words.english,
    language: 'en',
    script: 'latin',
    date: iso,
    yearOnly: true,
    sex: ['female', 'male'],
    nationality: 'lower',
    phone: 'international',
    country: 'BG',
    slips: 0.03,
    gaps: { birth: 0.1, phone: 0.4, address: 0.3, document: 0.4 },
  },
  caseNumber: (running) => `RD${running}`,
  columns: [
    ['id', (f, dice) => `rd-${f.appearance.person.id.toString(36)}-${dice.below(10_000)}`],
    ['schema', () => 'Person'],
    ['p.name', (f) => `${f.given} ${f.family}`.trim()],
    ['p.firstName', (f) => f.given],
    ['p.lastName', (f) => f.family],
    ['p.alias', (f, dice) => (f.alias === '' && dice.chance(0.3) ? f.native : f.alias)],
    ['p.birthDate', (f) => f.birth, 'date'],
    ['p.nationality', (f) => f.nationality, 'country'],
    ['p.gender', (f) => f.sex],
    ['p.phone', (f) => f.phone],
    ['p.passportNumber', (f) => f.document],
    ['p.address', (f) => f.address],
    ['p.topics', () => 'crime'],
    ['p.registrationNumber', () => ''],
    ['p.jurisdiction', () => ''],
  ],
};
