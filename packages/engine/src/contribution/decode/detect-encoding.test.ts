import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';

const table = (rows: readonly string[]) =>
  `id;name;place\n${rows.map((row, i) => `${i + 1};${row}`).join('\n')}\n`;

const samples: Readonly<Record<string, string>> = {
  german: table([
    'Jürgen Müller;Köln',
    'Käthe Groß;Düsseldorf',
    'Günther Schäfer;Straße 5',
    'Jörg Weiß;Fürth',
  ]),
  spanish: table(['José Muñoz;Málaga', 'Iñaki Peña;Logroño', 'María Núñez;Córdoba']),
  french: table(['Hélène Lefèvre;Besançon', 'Gérard Bérenger;Orléans', 'François Noël;Fréjus']),
  polish: table([
    'Łukasz Wiśniewski;Łódź',
    'Małgorzata Dąbrowska;Kraków',
    'Paweł Wójcik;Gdańsk',
    'Żaneta Zając;Poznań',
  ]),
  romanian: table([
    'Ştefan Popescu;Bucureşti',
    'Mihăiţă Ţurcanu;Iaşi',
    'Ioana Brâncuşi;Timişoara',
    'Cătălin Stănescu;Galaţi',
  ]),
  czech: table(['Jiří Dvořák;Plzeň', 'Žofie Černá;České Budějovice', 'Ondřej Růžička;Ústí']),
  hungarian: table(['Győző Szűcs;Székesfehérvár', 'Ödön Kőszegi;Győr', 'Ágnes Tóth;Pécs']),
  bulgarian: table(['Георги Димитров;София', 'Мария Стоянова;Пловдив', 'Ивайло Къртев;Търговище']),
  russian: table(['Сергей Кузнецов;Москва', 'Ольга Щербакова;Санкт-Петербург', 'ИВАНОВ ПЁТР;КАЗАНЬ']),
  greek: table(['Γιώργος Παπαδόπουλος;Θεσσαλονίκη', 'Ελένη Κωνσταντίνου;Αθήνα', 'Νίκος Οικονόμου;Πάτρα']),
  turkish: table([
    'Ayşe Yıldız;Diyarbakır',
    'Oğuz Şahin;İstanbul',
    'Gülşen Çelik;Eskişehir',
    'Işıl Doğan;Muğla',
  ]),
  arabic: table(['محمد الراشد;دمشق', 'فاطمة أحمد;بغداد', 'عبد الرحمن حسين;القاهرة']),
  hebrew: table(['דוד כהן;ירושלים', 'רחל לוי;תל אביב', 'משה מזרחי;חיפה']),
  lithuanian: table([
    'Žydrūnas Kazlauskas;Šiauliai',
    'Rūta Jankauskienė;Panevėžys',
    'Mindaugas Šimkus;Vilkaviškis',
  ]),
};

const cases: readonly (readonly [language: string, encoding: string])[] = [
  ['german', 'windows-1252'],
  ['spanish', 'windows-1252'],
  ['french', 'windows-1252'],
  ['polish', 'windows-1250'],
  ['polish', 'iso-8859-2'],
  ['romanian', 'windows-1250'],
  ['czech', 'windows-1250'],
  ['czech', 'iso-8859-2'],
  ['hungarian', 'windows-1250'],
  ['bulgarian', 'windows-1251'],
  ['russian', 'windows-1251'],
  ['russian', 'koi8-r'],
  ['russian', 'iso-8859-5'],
  ['bulgarian', 'iso-8859-5'],
  ['greek', 'windows-1253'],
  ['greek', 'iso-8859-7'],
  ['turkish', 'windows-1254'],
  ['turkish', 'iso-8859-9'],
  ['arabic', 'windows-1256'],
  ['arabic', 'iso-8859-6'],
  ['hebrew', 'windows-1255'],
  ['lithuanian', 'windows-1257'],
];

// What counts is that every character comes out right, not which of two names for the same bytes is given.
test.each(cases)('%s in %s', (language, encoding) => {
  const text = samples[language] as string;
  const bytes = iconv.encode(text, encoding);
  expect(bytes.toString('utf8')).not.toBe(text);
  const found = detectEncoding(bytes);
  expect(iconv.decode(bytes, found.encoding)).toBe(text);
});

const capitals = cases.filter(([language]) => !['arabic', 'hebrew'].includes(language));
test.each(capitals)('%s in %s, all capitals', (language, encoding) => {
  const text = (samples[language] as string).toLocaleUpperCase(language === 'turkish' ? 'tr' : 'en');
  const bytes = iconv.encode(text, encoding);
  expect(iconv.decode(bytes, detectEncoding(bytes).encoding)).toBe(iconv.decode(bytes, encoding));
});

test.each(Object.keys(samples))('%s in Unicode, with and without a mark', (language) => {
  const text = samples[language] as string;
  expect(detectEncoding(Buffer.from(text))).toEqual({ encoding: 'utf-8', bom: 0 });
  expect(detectEncoding(Buffer.from(`\ufeff${text}`))).toEqual({ encoding: 'utf-8', bom: 3 });
  for (const encoding of ['utf-16le', 'utf-16be']) {
    expect(detectEncoding(iconv.encode(text, encoding))).toEqual({ encoding, bom: 0 });
    expect(detectEncoding(iconv.encode(`\ufeff${text}`, encoding))).toEqual({ encoding, bom: 2 });
  }
});

test('plain ASCII says nothing yet', () => {
  expect(detectEncoding(Buffer.from('id,name\n1,Smith\n')).encoding).toBe('ascii');
});

test('a sample that ends inside a character is still UTF-8', () => {
  const bytes = Buffer.from('name\nМария');
  expect(detectEncoding(bytes.subarray(0, bytes.length - 1)).encoding).toBe('utf-8');
});

test('UTF-8 with a few damaged places stays UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from((samples.bulgarian as string).repeat(5)),
    Buffer.from([0xff, 0xe9]),
  ]);
  expect(detectEncoding(bytes).encoding).toBe('utf-8');
});

test.each([
  ['Иван,Георгиев', 'windows-1251'],
  ['محمد', 'windows-1256'],
  ['Γιώργος', 'windows-1253'],
  ['Müller', 'windows-1252'],
  ['Łódź', 'windows-1250'],
  ['Şişli, Beyoğlu', 'windows-1254'],
])('a single word is enough: %s', (word, encoding) => {
  expect(
    iconv.decode(iconv.encode(word, encoding), detectEncoding(iconv.encode(word, encoding)).encoding),
  ).toBe(word);
});

test('NUL bytes here and there do not make UTF-16', () => {
  expect(detectEncoding(Buffer.from(`a,b\n${'x,y\n'.repeat(40)}1,\0\n\0,3\n`)).encoding).toBe('ascii');
});

test('a single umlaut is read as Western European', () => {
  const bytes = iconv.encode('name\nMüller\n', 'windows-1252');
  expect(detectEncoding(bytes).encoding).toBe('windows-1252');
});

test.each([
  [
    'gb18030',
    '姓名,地址\n王伟,北京市朝阳区建国路八十八号\n李娜,上海市浦东新区世纪大道一百号\n张敏,广州市天河区体育西路\n'.repeat(
      4,
    ),
  ],
  [
    'shift_jis',
    '氏名,住所\n山田太郎,東京都新宿区西新宿二丁目\n鈴木花子,大阪府大阪市北区梅田のビル\nすずきはなこ,カタカナ\n'.repeat(
      4,
    ),
  ],
])('East Asian text in %s', (encoding, text) => {
  const bytes = iconv.encode(text, encoding);
  expect(iconv.decode(bytes, detectEncoding(bytes).encoding)).toBe(text);
});
