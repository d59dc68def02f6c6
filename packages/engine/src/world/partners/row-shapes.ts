import type { FileKey } from '../appearance.ts';
import { countryOf } from '../countries.ts';
import { type Dice, pickWeighted } from '../dice.ts';
import type { Cell, RowFormat } from '../files/row-file.ts';
import type { BirthDate } from '../people.ts';
import { borderPosts, largeCities } from '../places.ts';
import type { Facts, Habits } from './facts.ts';
import * as words from './words.ts';

/** What can be planted as wrong in a column. */
export type Breakable = 'date' | 'iban' | 'phone' | 'country' | 'category';

export type Column = readonly [
  header: string,
  write: (facts: Facts, dice: Dice) => Cell,
  breakable?: Breakable,
];

/** A partner's file of people: its form, its columns, its habits. */
export interface RowShape {
  readonly partner: string;
  readonly name: string;
  readonly format: RowFormat;
  readonly habits: Habits;
  readonly columns: readonly Column[];
  readonly caseNumber: (running: number) => string;
}

const two = (number: number) => String(number).padStart(2, '0');
const dots = ({ year, month, day }: BirthDate) => `${two(day)}.${two(month)}.${year}`;
const slashes = ({ year, month, day }: BirthDate) => `${two(day)}/${two(month)}/${year}`;
const dashes = ({ year, month, day }: BirthDate) => `${two(day)}-${two(month)}-${year}`;
const monthFirst = ({ year, month, day }: BirthDate) => `${two(month)}/${two(day)}/${year}`;
const iso = ({ year, month, day }: BirthDate) => `${year}-${two(month)}-${two(day)}`;
/** Days since 30 December 1899, as spreadsheets count. */
const serial = ({ year, month, day }: BirthDate) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

export const dayMonthYear = slashes;
export const isoDate = iso;

const notes: readonly string[] = [
  '',
  '',
  '',
  '',
  '',
  '',
  'per Zeugenaussage',
  'siehe Akte',
  'Hinweis geprüft',
];

const gaps = {
  birth: 0.05,
  phone: 0.45,
  address: 0.35,
  plate: 0.6,
  document: 0.45,
  account: 0.8,
  employer: 0.3,
  role: 0.05,
  birthPlace: 0.25,
};

const de: RowShape = {
  partner: 'de-police',
  name: 'lka-personen.csv',
  format: { kind: 'csv', separator: ';', encoding: 'windows-1252' },
  habits: {
    words: words.german,
    language: 'de',
    script: 'western',
    date: dots,
    yearOnly: true,
    sex: ['w', 'm'],
    nationality: 'name',
    phone: 'national',
    country: 'DE',
    slips: 0.05,
    gaps,
  },
  caseNumber: (running) => `LKA ${100 + (running % 17)} Js ${1000 + running}/25`,
  columns: [
    ['Aktenzeichen', (f) => f.caseNumber],
    ['Delikt', (f) => f.crime],
    ['Betroffenenkategorie', (f) => f.category, 'category'],
    ['Rolle', (f) => f.role],
    ['Nachname', (f) => f.family],
    ['Vorname', (f) => f.given],
    ['Aliasname', (f) => f.alias],
    ['Geburtsdatum', (f) => f.birth, 'date'],
    ['Geburtsort', (f) => f.birthPlace],
    ['Geschlecht', (f) => f.sex],
    ['Staatsangehörigkeit', (f) => f.nationality, 'country'],
    ['Telefon', (f) => f.phone, 'phone'],
    ['Straße', (f) => f.street],
    ['Postleitzahl', (f) => f.postcode],
    ['Ort', (f) => f.city],
    ['Kennzeichen', (f) => f.plate],
    ['Ausweisnummer', (f) => f.document],
    ['IBAN', (f) => f.account, 'iban'],
    ['Arbeitgeber', (f) => f.employer],
    ['Erfassungsdatum', (f) => f.seen],
    ['Bemerkung', (_, dice) => dice.pick(notes)],
  ],
};

const ro: RowShape = {
  partner: 'ro-police',
  name: 'evidenta-persoane.csv',
  format: { kind: 'csv', separator: ',', encoding: 'utf8' },
  habits: {
    words: words.romanian,
    language: 'ro',
    script: 'latin',
    date: dots,
    yearOnly: true,
    sex: ['F', 'M'],
    nationality: 'name',
    phone: 'national',
    country: 'RO',
    slips: 0.06,
    gaps,
  },
  caseNumber: (running) => `${1000 + running}/P/2025`,
  columns: [
    ['Număr dosar', (f) => f.caseNumber],
    ['Infracțiune', (f) => f.crime],
    ['Calitate', (f) => f.category, 'category'],
    ['Rol', (f) => f.role],
    ['Nume', (f) => f.family.toUpperCase()],
    ['Prenume', (f) => f.given],
    ['Poreclă', (f) => f.alias],
    ['Data nașterii', (f) => f.birth, 'date'],
    ['Locul nașterii', (f) => f.birthPlace],
    ['Sex', (f) => f.sex],
    ['Cetățenie', (f) => f.nationality, 'country'],
    ['Telefon', (f) => f.phone, 'phone'],
    ['Adresă', (f) => f.address],
    ['Număr de înmatriculare', (f) => f.plate],
    ['Act de identitate', (f) => f.document],
    ['IBAN', (f) => f.account, 'iban'],
    ['Angajator', (f) => f.employer],
    ['Data înregistrării', (f) => f.seen],
    ['Observații', (_, dice) => (dice.chance(0.1) ? 'verificat, fără alte date' : '')],
  ],
};

const fr: RowShape = {
  partner: 'fr-police',
  name: 'registre-personnes-*.xlsx',
  format: { kind: 'xlsx', sheet: 'Personnes' },
  habits: {
    words: words.french,
    language: 'fr',
    script: 'latin',
    date: slashes,
    yearOnly: true,
    sex: ['F', 'H'],
    nationality: 'name',
    phone: 'national',
    country: 'FR',
    slips: 0.04,
    gaps,
  },
  caseNumber: (running) => `PV-2025-${String(running).padStart(6, '0')}`,
  columns: [
    ['N° de dossier', (f) => f.caseNumber],
    ['Infraction', (f) => f.crime],
    ['Qualité', (f) => f.category, 'category'],
    ['Rôle', (f) => f.role],
    ['Nom', (f) => f.family.toUpperCase()],
    ['Prénom', (f) => f.given],
    ['Alias', (f) => f.alias],
    ['Date de naissance', (f) => f.birth, 'date'],
    ['Lieu de naissance', (f) => f.birthPlace],
    ['Sexe', (f) => f.sex],
    ['Nationalité', (f) => f.nationality, 'country'],
    ['Téléphone', (f) => f.phone, 'phone'],
    ['Adresse', (f) => f.street],
    ['Code postal', (f) => f.postcode],
    ['Ville', (f) => f.city],
    ['Immatriculation', (f) => f.plate],
    ['N° de passeport', (f) => f.document],
    ['Employeur', (f) => f.employer],
    ['Date de saisie', (f) => f.seen],
  ],
};

const ua: RowShape = {
  partner: 'ua-police',
  name: 'osoby.csv',
  format: { kind: 'csv', separator: '\t', encoding: 'utf8' },
  habits: {
    words: words.ukrainian,
    language: 'uk',
    script: 'cyrillic',
    date: dots,
    yearOnly: true,
    sex: ['Ж', 'Ч'],
    nationality: 'name',
    phone: 'national',
    country: 'UA',
    slips: 0.05,
    gaps,
  },
  caseNumber: (running) => `1202500${String(running).padStart(9, '0')}`,
  columns: [
    ['Номер справи', (f) => f.caseNumber],
    ['Злочин', (f) => f.crime],
    ['Статус особи', (f) => f.category, 'category'],
    ['Роль', (f) => f.role],
    ['Прізвище', (f) => f.family],
    ["Ім'я", (f) => f.given],
    ['По батькові', (f) => f.middle],
    ['Прізвисько', (f) => f.alias],
    ['Дата народження', (f) => f.birth, 'date'],
    ['Місце народження', (f) => f.birthPlace],
    ['Стать', (f) => f.sex],
    ['Громадянство', (f) => f.nationality, 'country'],
    ['Телефон', (f) => f.phone, 'phone'],
    ['Адреса', (f) => f.address],
    ['Номер авто', (f) => f.plate],
    ['Номер паспорта', (f) => f.document],
    ['Місце роботи', (f) => f.employer],
    ['Дата внесення', (f) => f.seen],
  ],
};

const border: RowShape = {
  partner: 'border-guard',
  name: 'border-checks.jsonl',
  format: { kind: 'jsonl' },
  habits: {
    words: words.english,
    language: 'en',
    script: 'machine-readable',
    date: iso,
    yearOnly: false,
    sex: ['2', '1'],
    nationality: 'alpha3',
    phone: 'international',
    country: 'HR',
    slips: 0.02,
    gaps: { birth: 0.01, phone: 0.8, plate: 0.5, document: 0.15, role: 0.3 },
  },
  caseNumber: (running) => `GP-${String(running).padStart(6, '0')}-25`,
  columns: [
    ['record_id', (f, dice) => `R${f.appearance.person.id.toString(36)}${dice.below(1_000)}`],
    ['check_date', (f) => f.seen],
    ['border_post', (f, dice) => f.appearance.post ?? dice.pick(borderPosts)],
    ['country', () => 'HR'],
    ['direction', (_, dice) => dice.pick(['entry', 'entry', 'exit'])],
    ['surname', (f) => f.family],
    ['given_names', (f) => f.given],
    ['native_name', (f, dice) => (dice.chance(0.4) ? f.native : '')],
    ['date_of_birth', (f) => f.birth, 'date'],
    ['sex', (f) => f.sex],
    ['nationality', (f) => f.nationality, 'country'],
    [
      'document_type',
      (f, dice) => (f.document === '' ? '' : dice.pick(['passport', 'passport', 'identity card'])),
    ],
    ['document_number', (f) => f.document],
    ['issuing_country', (f) => (f.document === '' ? '' : f.nationality)],
    ['vehicle_plate', (f) => f.plate],
    ['phone', (f) => f.phone, 'phone'],
    ['subject_category', (f) => f.category, 'category'],
    ['role', (f) => f.role],
    ['file_reference', (f) => f.caseNumber],
    ['offence', (f) => f.crime],
    ['remarks', (_, dice) => (dice.chance(0.05) ? 'secondary check' : '')],
  ],
};

const nl: RowShape = {
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

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const hotline: RowShape = {
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

const holders: RowShape = {
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

const documents: RowShape = {
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
    ['Issuing country', (f) => f.nationality, 'country'],
    [
      'Date of issue',
      (_, dice) => dashes({ year: 2016 + dice.below(8), month: 1 + dice.below(12), day: 1 + dice.below(28) }),
    ],
    [
      'Expiry date',
      (_, dice) => dashes({ year: 2026 + dice.below(8), month: 1 + dice.below(12), day: 1 + dice.below(28) }),
    ],
    ['Fraud type', (f, dice) => (f.source === '' ? dice.pick(['genuine', ...frauds]) : 'counterfeit')],
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

const us: RowShape = {
  partner: 'us-task-force',
  name: 'taskforce-subjects.csv',
  format: { kind: 'csv', separator: ',', encoding: 'utf8' },
  habits: {
    words: words.american,
    language: 'en',
    script: 'latin',
    date: monthFirst,
    yearOnly: true,
    sex: ['F', 'M'],
    nationality: 'name',
    phone: 'national',
    country: 'US',
    slips: 0.05,
    gaps,
  },
  caseNumber: (running) => `TF-25-${String(running).padStart(5, '0')}`,
  columns: [
    ['Case Number', (f) => f.caseNumber],
    ['Offense', (f) => f.crime],
    ['Subject Type', (f) => f.category, 'category'],
    ['Role', (f) => f.role],
    ['Last Name', (f) => f.family],
    ['First Name', (f) => f.given],
    ['Middle Name', (f) => f.middle],
    ['AKA', (f) => f.alias],
    ['DOB', (f) => f.birth, 'date'],
    ['Sex', (f) => f.sex],
    ['Citizenship', (f) => f.nationality, 'country'],
    ['Phone', (f) => f.phone, 'phone'],
    ['Street Address', (f) => f.street],
    ['City', (f) => f.city],
    ['State', (f) => (f.addressCountry === 'US' ? stateOf(f.city) : '')],
    ['ZIP', (f) => f.postcode],
    ['License Plate', (f) => f.plate],
    ['Passport Number', (f) => f.document],
    ['Employer', (f) => f.employer],
    ['Entry Date', (f) => f.seen],
  ],
};

const states = ['NY', 'FL', 'IL', 'TX', 'CA', 'NV', 'OH', 'CO', 'NJ', 'AZ'];

function stateOf(city: string): string {
  return states[(city.charCodeAt(0) + city.length) % states.length] ?? 'NY';
}

const records: RowShape = {
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

const road: RowShape = {
  partner: 'road-police',
  name: 'controles-carretera.csv',
  format: { kind: 'csv', separator: ';', encoding: 'utf8' },
  habits: {
    words: words.spanish,
    language: 'es',
    script: 'latin',
    date: slashes,
    yearOnly: true,
    sex: ['M', 'H'],
    nationality: 'name',
    phone: 'national',
    country: 'ES',
    slips: 0.06,
    gaps: { birth: 0.05, phone: 0.6, plate: 0.4, document: 0.3, employer: 0.6 },
  },
  caseNumber: (running) => `C${running}`,
  columns: [
    ['Fecha de salida', (f) => f.seen],
    ['Origen', (f, dice) => f.appearance.trip?.from ?? dice.pick(largeCities).city],
    ['Destino', (f, dice) => f.appearance.trip?.to ?? dice.pick(largeCities).city],
    ['Transportista', (f) => f.employer],
    ['Matrícula', (f) => f.plate],
    ['Apellidos', (f) => f.family],
    ['Nombre', (f) => f.given],
    ['Fecha de nacimiento', (f) => f.birth, 'date'],
    ['Sexo', (f) => f.sex],
    ['Nacionalidad', (f) => f.nationality, 'country'],
    ['Documento', (f) => f.document],
    ['Teléfono', (f) => f.phone, 'phone'],
    ['Condición', (f) => f.category, 'category'],
    ['Observaciones', (_, dice) => (dice.chance(0.05) ? 'viaja con otras personas' : '')],
  ],
};

/** Every file of people, by key. */
export const rowShapes: Readonly<Record<FileKey, RowShape>> = {
  de,
  ro,
  fr,
  ua,
  border,
  nl,
  hotline,
  holders,
  documents,
  us,
  records,
  road,
};
