import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { compareNames, type NamePair } from './compare-names.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-names-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const pair = (text: string): NamePair => {
  const [one = '', other = ''] = text.split(' | ');
  return { one, other };
};

const enough = 10;

const onePerson = [
  'Юлия Ковальчук | Yulia Kovalchuk',
  'محمد الرشيد | Mohammed Al-Rashid',
  'Паўлавіч Аляксандр | Pavlovich Alexander',
  'Nguyễn Văn Minh | Nguyen Minh',
  'Κωνσταντίνος Παππάς | Konstantinos Pappas',
  'Ivanov Ivan Ivanovich | Ivan Ivanov',
  'Dr. María García López | Garcia Lopez, Maria',
  'Abd al-Rahman Saleh | Abdulrahman Saleh',
  'Howard Hughes | Hughes, Howie',
  'Margaret Charney | Charney, Peggie',
  'J. C. Moreau | Jean-Claude Moreau',
  'Ştefan Țurcanu | Stefan Turcanu',
  'Rosemay A Thomas | Rosemary A Thomas',
  'Jin Ping Zhao | Zhao Jinping',
  'Sukarman | Sukarmen',
  'Orlovs, Andrejs | Andrej Orlov',
  'فلاديسلاف بيروز | Vladislav Peruz',
  'MarekWisniowski | Marek Wisniowski',
];
const otherPerson = [
  'Hassan Karimi | Hussein Karimi',
  'Ivan Petrovich Sokolov | Ivan Sergeyevich Sokolov',
  'Daniel Popescu | Daniela Popescu',
  'Ahmad bin Hasan Rawi | Hasan bin Ahmad Rawi',
  'John A Smith | John B Smith',
  'Maria Garcia Lopez | Maria Garcia Fernandez',
  'Sukarman | Sukarman Sukarno',
  'Omar Nassar | Omar Hadi Kassem Jabri Nassar',
];

test('one person in many spellings, and another with a name like it', async () => {
  const said = await compareNames(lake, 'person', [...onePerson, ...otherPerson].map(pair));
  const found = said.map(({ weight }) => weight > enough);
  expect([...onePerson, ...otherPerson].filter((_, index) => found[index])).toEqual(onePerson);
});

test('organisations by what tells them apart', async () => {
  const one = [
    'ООО Газпром | Gazprom LLC',
    'Hansa Bau GmbH | HANSA BAU Gesellschaft mit beschränkter Haftung',
    'Walmart Inc. | Wallmart Incorporated',
    'H&M Handel AB | H and M Handel AB',
    'Second Street Foods | 2nd Street Foods',
    'Fund Thirty-Two | Fund 32',
  ];
  const other = [
    'Hansa Bau GmbH | Hansa Bau AG',
    'Fund III | Fund IV',
    'Hansa Bank Berlin | Hansa Bank Paris',
  ];
  const said = await compareNames(lake, 'organization', [...one, ...other].map(pair));
  expect([...one, ...other].filter((_, index) => (said[index]?.weight ?? 0) > enough)).toEqual(one);
});

const words = [
  'maria',
  'karim',
  'ivanov',
  'petrović',
  'al-Rashid',
  'Nguyễn',
  'Иван',
  'سالم',
  'j.',
  'García',
  'bin',
  'Olga',
];
const name = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' '));

test('it does not matter which name comes first, nor case and marks', async () => {
  const pairs = fc.sample(fc.record({ one: name, other: name }), { numRuns: 150, seed: 4 });
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u0302\u0306-\u036f]/g, '')
      .toUpperCase();
  const latinPairs = pairs.map(({ one, other }) => ({
    one: /^[\p{Script=Latin} .-]+$/u.test(one) ? plain(one) : one,
    other,
  }));
  const said = await compareNames(lake, 'person', pairs);
  expect(
    await compareNames(
      lake,
      'person',
      pairs.map(({ one, other }) => ({ one: other, other: one })),
    ),
  ).toEqual(said);
  expect(await compareNames(lake, 'person', latinPairs)).toEqual(said);
});

test('hostile text is compared, or is no name', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 60, seed: 5 });
  const said = await compareNames(
    lake,
    'person',
    texts.map((one, index) => ({ one, other: texts[(index + 1) % texts.length] ?? '' })),
  );
  expect(said.every(({ weight }) => Number.isFinite(weight))).toBe(true);
});
