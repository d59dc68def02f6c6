// What a new user gets wrong, and what the command should then say. Each case is one call of `clew`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cell, gibibyte, writeLongLine, zipBomb } from './bad-input-files.ts';

export interface Case {
  readonly name: string;
  /** Makes what is handed in, in a folder of its own. */
  readonly make: (folder: string) => void | Promise<void>;
  /** The command after `clew contribute`, in that folder; the hub and the partner are added. */
  readonly args: readonly string[];
  readonly exit: number;
  /** What is wrong. */
  readonly says: RegExp;
  /** What to do about it. */
  readonly advises: RegExp;
  /** The file is accepted with its bad rows told. */
  readonly accepted?: true;
  readonly slow?: true;
}

const head = 'Surname,Given name,Date of birth\n';
const row = `${cell},Anna,1990-01-02\n`;

const file = (name: string, content: string | Buffer) => (folder: string) =>
  writeFileSync(join(folder, name), content);

interface Expected {
  readonly exit: number;
  readonly says: RegExp;
  readonly advises: RegExp;
  readonly accepted?: true;
}

/** A file that is handed in without anything else. */
function fileCase(name: string, fileName: string, content: string | Buffer, expected: Expected): Case {
  return { name, make: file(fileName, content), args: [fileName], ...expected };
}

/** A good file with a mapping or terms that are none. */
function yamlCase(name: string, kind: 'mapping' | 'terms', yaml: string, expected: Partial<Expected>): Case {
  const make = (folder: string) => {
    file('people.csv', head + row)(folder);
    file(`${kind}.yaml`, yaml)(folder);
  };
  const advises = kind === 'mapping' ? /clew map/ : /docs\/terms\.md/;
  const args = ['people.csv', `--${kind}`, `${kind}.yaml`];
  return { name, make, args, exit: 5, says: /./, advises, ...expected };
}

const random = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256));
const bytes = (text: string) => Buffer.from(text, 'latin1');
const mapping = (subjects: string) => `clew: 1\nsubjects:\n${subjects}`;
const accepted = { exit: 0, accepted: true } as const;

const files: readonly Case[] = [
  fileCase('an empty file', 'a.csv', '', { exit: 4, says: /is empty/, advises: /send it again/ }),
  fileCase('only spaces', 'a.csv', ' \n\n', {
    exit: 4,
    says: /nothing but spaces/,
    advises: /Export it again/,
  }),
  fileCase('only a header', 'a.csv', head, { exit: 4, says: /no rows of data/, advises: /below the header/ }),
  fileCase('a PDF named .csv', 'a.csv', Buffer.concat([bytes('%PDF-1.7\n%\xe2\xe3\n'), random]), {
    exit: 4,
    says: /PDF document, not a table/,
    advises: /CSV or XLSX/,
  }),
  fileCase('a PNG named .xlsx', 'a.xlsx', Buffer.concat([bytes('\x89PNG\r\n\x1a\n'), random]), {
    exit: 4,
    says: /an image, not a table/,
    advises: /CSV or XLSX/,
  }),
  fileCase('an old .xls', 'a.xls', Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), random]), {
    exit: 4,
    says: /old Office document/,
    advises: /save it as \.xlsx or CSV/,
  }),
  fileCase(
    'an encrypted workbook',
    'a.xlsx',
    Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('EncryptedPackage', 'utf16le')]),
    { exit: 4, says: /encrypted with a password/, advises: /without a password/ },
  ),
  fileCase('a workbook cut short', 'a.xlsx', zipBomb(4096).subarray(0, 60_000), {
    exit: 4,
    says: /damaged/,
    advises: /Hand it in again/,
  }),
  fileCase('a zip bomb named .xlsx', 'a.xlsx', zipBomb(8 * gibibyte), {
    exit: 4,
    says: /too large once unpacked/,
    advises: /Save the sheet as CSV/,
  }),
  fileCase('a zip bomb that lies', 'a.xlsx', zipBomb(4096), {
    exit: 4,
    says: /damaged|too large/,
    advises: /Hand it in again|as CSV/,
  }),
  fileCase('random bytes named .csv', 'a.csv', random, { exit: 4, says: /format/, advises: /CSV/ }),
  fileCase(
    'UTF-8 with cp1252 further down',
    'a.csv',
    Buffer.concat([
      Buffer.from(head + `${cell},Žofie,1990-01-02\n`.repeat(60)),
      bytes(`${cell},Ren\xe9,1990-01-02\n`),
    ]),
    { ...accepted, says: /61 rows in = 60 stated \+ 1 refused/, advises: /Save the file as UTF-8/ },
  ),
  fileCase('UTF-16 without a mark', 'a.csv', Buffer.from(head + row.repeat(5), 'utf16le'), {
    ...accepted,
    says: /5 rows in = 5 stated \+ 0 refused/,
    advises: /clew run/,
  }),
  fileCase('ragged rows', 'a.csv', `${head}${row}${cell}\n${row.trim()},x,y\n${row}`, {
    ...accepted,
    says: /4 rows in = 2 stated \+ 2 refused/,
    advises: /separator inside a value/,
  }),
  fileCase('a quote never closed', 'a.csv', `${head}"${row}${row.repeat(3)}`, {
    ...accepted,
    says: /4 rows in = 3 stated \+ 1 refused/,
    advises: /a quote that is never closed/,
  }),
  {
    name: 'a folder',
    make: (at) => void mkdirSync(join(at, 'a.csv')),
    args: ['a.csv'],
    exit: 4,
    says: /It is a folder/,
    advises: /file/,
  },
  {
    name: 'a missing file',
    make: () => {},
    args: ['a.csv'],
    exit: 4,
    says: /no file a\.csv/,
    advises: /Check the name/,
  },
  {
    name: 'a missing mapping',
    make: file('a.csv', head + row),
    args: ['a.csv', '--mapping', 'm.yaml'],
    exit: 4,
    says: /no file m\.yaml/,
    advises: /Check the name/,
  },
  {
    name: 'a folder as terms',
    make: (at) => {
      file('a.csv', head + row)(at);
      mkdirSync(join(at, 't'));
    },
    args: ['a.csv', '--terms', 't'],
    exit: 4,
    says: /t cannot be read\. It is a folder/,
    advises: /file/,
  },
];

const yaml: readonly Case[] = [
  yamlCase(
    'an unknown column',
    'mapping',
    mapping('  p: { type: person, properties: { lastName: { columns: [Sirname] } } }\n'),
    { says: /no column "Sirname"; perhaps "Surname" is meant/ },
  ),
  yamlCase(
    'an unknown property',
    'mapping',
    mapping('  p: { type: person, properties: { lastname: { columns: [Surname] } } }\n'),
    { says: /no property "lastname"; perhaps "lastName" is meant/ },
  ),
  yamlCase(
    'an unknown type',
    'mapping',
    mapping('  p: { type: persn, properties: { lastName: { columns: [Surname] } } }\n'),
    { says: /type "persn", which is not known; perhaps "person" is meant/ },
  ),
  yamlCase(
    'a mapping for another file',
    'mapping',
    mapping('  v: { type: vehicle, properties: { plate: { columns: [Kennzeichen] } } }\n'),
    { says: /no column "Kennzeichen"/ },
  ),
  yamlCase(
    'a mapping for a workbook',
    'mapping',
    `reader: xlsx\n${mapping('  p: { type: person, properties: { lastName: { columns: [Surname] } } }\n')}`,
    { exit: 4, says: /The mapping says `reader: xlsx`/, advises: /Leave `reader` out/ },
  ),
  yamlCase('a mapping without subjects', 'mapping', 'clew: 1\nsubjects: {}\n', { says: /no subjects?/ }),
  yamlCase('YAML that is no mapping', 'mapping', 'colour: blue\n', { says: /mapping/ }),
  yamlCase('a mapping that is no YAML', 'mapping', 'clew: [1\nsubjects: }\n', { says: /not YAML/ }),
  yamlCase('a mapping that is a picture', 'mapping', '\u0000\u0001PNG\u0007', {
    says: /not YAML|not as it should be/,
  }),
  yamlCase('a mapping of 2 MiB', 'mapping', `clew: 1\n${'# long\n'.repeat(300_000)}`, {
    says: /longer than 1 MiB/,
    advises: /Name the YAML file/,
  }),
  yamlCase(
    'a YAML alias bomb',
    'mapping',
    `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`)}]\n`).join('')}`,
    { says: /refers to its own parts too often/ },
  ),
  yamlCase('terms with an unknown code', 'terms', 'handling: [H9]\n', { says: /handling/ }),
  yamlCase('terms with an unknown word', 'terms', 'purpose: all\n', { says: /purpose/ }),
  yamlCase('terms H3 without words', 'terms', 'handling: [H3]\n', { says: /H3/ }),
  yamlCase('terms that are a list', 'terms', '- H1\n', { says: /terms/ }),
];

const mistakes: readonly Case[] = [
  {
    name: 'no partner named',
    make: file('a.csv', head + row),
    args: ['a.csv'],
    exit: 2,
    says: /--partner/,
    advises: /--help/,
  },
  {
    name: 'a good file beside a bad one',
    make: (at) => {
      file('a.csv', '')(at);
      file('b.csv', `${head}${row}${cell}x,B,1991-02-03\n`)(at);
    },
    args: ['a.csv', 'b.csv'],
    exit: 4,
    accepted: true,
    says: /a\.csv is empty/,
    advises: /2 rows in = 2 stated/,
  },
];

const twoGigabytes = 2 * gibibyte;

/** Files of 2 GiB, which take their time. */
const large: readonly Case[] = [
  {
    name: 'a file of one line of 2 GiB',
    make: (at) => writeLongLine(join(at, 'a.csv'), twoGigabytes, ['', '']),
    args: ['a.csv'],
    exit: 4,
    says: /header, is longer than 16 MiB/,
    advises: /Check the line ends/,
    slow: true,
  },
  {
    name: 'a row of 2 GiB between good ones',
    make: (at) => writeLongLine(join(at, 'a.csv'), twoGigabytes, [head + row, `\n${row}`]),
    args: ['a.csv'],
    ...accepted,
    says: /3 rows in = 2 stated \+ 1 refused/,
    advises: /under 16 MiB/,
    slow: true,
  },
];

export const cases: readonly Case[] = [...files, ...yaml, ...mistakes, ...large];
