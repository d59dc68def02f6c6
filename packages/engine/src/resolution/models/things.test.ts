import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { type GivenSubject, loadSubjects } from '../resolution-fixture.ts';
import { resolve } from '../resolve.ts';
import { clusterTable } from '../tables.ts';

type Values = Readonly<Record<string, string>>;

/** What two partners say of one vehicle, document, address or person, or of two; and whether it is one. */
const cases: readonly (readonly [title: string, type: string, one: Values, other: Values, isOne: boolean])[] =
  [
    [
      'a plate in Cyrillic and in Latin letters',
      'vehicle',
      { plate: 'АА 7741 ВО', country: 'UA' },
      { plate: 'AA7741BO', country: 'Ukraine' },
      true,
    ],
    ['a plate with O for 0', 'vehicle', { plate: 'HH-AB 5021' }, { plate: 'HH AB 5O21' }, true],
    [
      'a plate whose country one does not name',
      'vehicle',
      { plate: 'B-XK 9012', country: 'DE' },
      { plate: 'BXK9012' },
      true,
    ],
    [
      'one plate in two countries',
      'vehicle',
      { plate: 'PB 4455 KA', country: 'BG' },
      { plate: 'PB4455KA', country: 'RO' },
      false,
    ],
    [
      'one plate on two chassis',
      'vehicle',
      { plate: 'WX 61277', vin: 'WVWZZZ1JZXW000011' },
      { plate: 'WX 61277', vin: 'VF1BB0A0F12345678' },
      false,
    ],
    [
      'one chassis with a new plate',
      'vehicle',
      { plate: 'CT-42-XYZ', vin: 'WDB9066331S123456' },
      { plate: 'B 771 ABC', vin: 'WDB9066331S123456' },
      true,
    ],
    [
      'one chassis, a character misread, and one plate',
      'vehicle',
      { plate: 'CJ-11-AAA', vin: 'UU1K5220012345671' },
      { plate: 'CJ11AAA', vin: 'UU1K5220012345677' },
      true,
    ],
    [
      'neighbouring chassis of a fleet',
      'vehicle',
      { plate: 'IS-10-FLT', vin: 'ZFA25000002345671' },
      { plate: 'IS-11-FLT', vin: 'ZFA25000002345672' },
      false,
    ],
    [
      'plates with one character other',
      'vehicle',
      { plate: 'KR 8TT21', make: 'VW' },
      { plate: 'KR 8TT27', make: 'VW' },
      false,
    ],
    [
      'a document and the zone of it',
      'document',
      { number: 'L898902C3', country: 'UTO' },
      { number: 'L898902C36UTO7408122F1204159ZE184226B<<<<<10' },
      true,
    ],
    [
      'a number with O for 0',
      'document',
      { number: 'CO1X0OT47', country: 'DE' },
      { number: 'C01X00T47', country: 'DE' },
      true,
    ],
    [
      'one number from two countries',
      'document',
      { number: 'AA7788990', country: 'RO' },
      { number: 'AA7788990', country: 'IT' },
      false,
    ],
    [
      'one number with two holders',
      'document',
      { number: 'P5550017', holderName: 'Ion Popa', holderBirthDate: '1985-03-02' },
      { number: 'P5550017', holderName: 'Viktor Hrytsenko', holderBirthDate: '1971-11-23' },
      false,
    ],
    [
      'one number and holder, the expiry of a renewal',
      'document',
      {
        number: 'X7712345',
        country: 'ES',
        holderName: 'Ana Ruiz',
        holderBirthDate: '1990-05-06',
        expires: '2020-01-31',
      },
      {
        number: 'X7712345',
        country: 'ES',
        holderName: 'Ana Ruiz',
        holderBirthDate: '1990-05-06',
        expires: '2030-01-31',
      },
      true,
    ],
    [
      'one holder, a new number',
      'document',
      {
        number: 'K1002003',
        country: 'PL',
        holderName: 'Jan Wilk',
        holderBirthDate: '1979-09-09',
        expires: '2019-04-01',
      },
      {
        number: 'M9988776',
        country: 'PL',
        holderName: 'Jan Wilk',
        holderBirthDate: '1979-09-09',
        expires: '2029-04-01',
      },
      false,
    ],
    [
      'neighbouring numbers of a series',
      'document',
      { number: 'SER100451', holderName: 'Tran Van Duc' },
      { number: 'SER100452', holderName: 'Nguyen Thi Lan' },
      false,
    ],
    [
      'an address in another order',
      'address',
      { full: 'Hauptstr. 5, 10115 Berlin' },
      { full: '10115 Berlin, Hauptstraße 5' },
      true,
    ],
    [
      'an address with parts missing',
      'address',
      { full: 'Strada Lunga 14, bl. A2, Iasi' },
      { full: 'Str. Lunga nr. 14 Iasi' },
      true,
    ],
    [
      'an address in two scripts',
      'address',
      { full: 'бул. Витоша 27, София 1000' },
      { full: 'bul. Vitosha 27, 1000 Sofia' },
      true,
    ],
    [
      'two flats of a house',
      'address',
      { full: 'ul. Polna 8 m. 5, 00-625 Warszawa' },
      { full: 'ul. Polna 8 m. 9, 00-625 Warszawa' },
      false,
    ],
    [
      'two houses of a street',
      'address',
      { full: '12 Rue de la Paix, Lyon Villette' },
      { full: '19 Rue de la Paix, Lyon Villette' },
      false,
    ],
    [
      'one street name in two towns',
      'address',
      { full: 'Calle Mayor 5, Burgos' },
      { full: 'Calle Mayor 5, Sevilla' },
      false,
    ],
    [
      'a person with a reissued passport',
      'person',
      { name: 'Oksana Marchenko', birthDate: '1991-07-14', document: 'FB112233' },
      { name: 'Oksana Marchenko', birthDate: '1991-07-14', document: 'GH998877' },
      true,
    ],
    [
      'two people of one phone',
      'person',
      { name: 'Lea Brandt', birthDate: '1988-02-19', phone: '+4915123456789' },
      { name: 'Samir Haddad', birthDate: '1975-10-03', phone: '+4915123456789' },
      false,
    ],
    [
      'somebody of whom one knows the year alone',
      'person',
      { name: 'Zdravka Ognyanova', birthDate: '1979' },
      { name: 'Zdravka Ognyanova', birthDate: '1979-05-03' },
      true,
    ],
    [
      'somebody of whom one knows the year alone, with two documents',
      'person',
      { name: 'Ismene Kallergi', birthDate: '1982', document: 'KL556677' },
      { name: 'Ismene Kallergi', birthDate: '1982-11-23', document: 'RT441199' },
      false,
    ],
    [
      'a slip that makes the year of birth impossible',
      'person',
      { name: 'Ilse Quandt', birthDate: '1060-06-27' },
      { name: 'Ilse Quandt', birthDate: '1960-06-27' },
      true,
    ],
    [
      'a birthday without its year',
      'person',
      { name: 'Torvald Eskelund', birthDate: '--04-09' },
      { name: 'Torvald Eskelund', birthDate: '1973-04-09' },
      true,
    ],
    [
      'namesakes of whom one tells another birthday without its year',
      'person',
      { name: 'Nuria Balaguer', birthDate: '--04-09' },
      { name: 'Nuria Balaguer', birthDate: '1973-08-21' },
      false,
    ],
    [
      'two people put down as born on 1 January',
      'person',
      { name: 'Ahmad Karimi', birthDate: '1990-01-01' },
      { name: 'Ali Rezai', birthDate: '1990-01-01' },
      false,
    ],
  ];

/** Things with no relation to one another, so that there is something to learn from. */
function crowd(): GivenSubject[] {
  return Array.from({ length: 240 }, (_, index): GivenSubject => {
    const mixed = (index * 7919 + 104_729) % 99_991;
    const values: Readonly<Record<string, Values>> = {
      vehicle: {
        plate: `Q${'BCDFGH'[index % 6]} ${10_000 + mixed}`,
        country: ['DE', 'RO', 'BG'][index % 3] as string,
        make: ['VW', 'DACIA', 'FORD', 'BMW'][index % 4] as string,
      },
      document: { number: `D${1_000_000 + mixed * 7}`, country: ['DE', 'RO', 'PL'][index % 3] as string },
      address: {
        full: `${1 + (index % 90)} ${['Eichen', 'Linden', 'Birken', 'Tannen', 'Buchen'][index % 5]}weg ${['Bonn', 'Kiel', 'Ulm', 'Hof'][index % 4]} ${20_000 + mixed}`,
      },
      person: {
        name: `${['Adam', 'Berta', 'Cemal', 'Dora', 'Emil'][index % 5]} ${['Novak', 'Lindt', 'Okafor', 'Rossi', 'Tran', 'Usman'][index % 6]}`,
        birthDate: `${1950 + (mixed % 50)}-${String(1 + (mixed % 12)).padStart(2, '0')}-${String(2 + (mixed % 26)).padStart(2, '0')}`,
      },
    };
    const type = ['vehicle', 'document', 'address', 'person'][Math.floor(index / 60)] as string;
    return { subject: BigInt(1000 + index), type, values: Object.entries(values[type] as Values) };
  });
}

let folder: string;
let lake: Lake;
const entity = new Map<number, bigint>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-things-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  const given = cases.flatMap(([, type, one, other], index): GivenSubject[] => [
    { subject: BigInt(2 * index + 1), type, values: Object.entries(one) },
    { subject: BigInt(2 * index + 2), type, values: Object.entries(other) },
  ]);
  await loadSubjects(lake, [...given, ...crowd()]);
  await resolve(lake, { folder });
  const rows = await lake.rows<{ subject: bigint; entity: bigint }>(
    sql`select subject, entity from ${clusterTable}`,
  );
  for (const row of rows) entity.set(Number(row.subject), row.entity);
}, 60_000);

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(cases.map(([title, type, , , isOne], index) => ({ index, type, title, isOne })))(
  '$type: $title',
  ({ index, isOne }) => {
    const [a, b] = [entity.get(2 * index + 1), entity.get(2 * index + 2)];
    expect(a).toBeDefined();
    expect(a === b).toBe(isOne);
  },
);
