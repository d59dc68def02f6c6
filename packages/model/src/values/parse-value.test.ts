import { expect, test } from 'vitest';
import type { ValueKind } from '../ontology/entity-type.ts';
import type { ProblemCode } from '../problem.ts';
import { displayValue, longestValue, parseValue } from './parse-value.ts';
import type { ParseOptions } from './parsed.ts';

type Case = readonly [
  text: string,
  value: string | null,
  problem?: ProblemCode | undefined,
  options?: ParseOptions,
];

function check(kind: ValueKind, cases: readonly Case[]): void {
  test.each(cases.map((entry) => ({ entry })))(`${kind}: $entry.0`, ({ entry }) => {
    const [text, value, problem, options] = entry;
    expect(parseValue(kind, text, options)).toEqual({ value, problem: problem ?? null });
  });
}

check('name', [
  ['John  Smith', 'john smith'],
  ['Jones, Kaylee', 'kaylee jones'],
  ['Universal Exports, USA', 'universal exports usa', undefined, { bearer: 'other' }],
  ["O'Hare", 'ohare'],
  ['D’Esquire', 'desquire'],
  ['Anne-Marie', 'anne marie'],
  ['Müller Strauß', 'muller strauss'],
  ['Ștefan Țurcanu', 'stefan turcanu'],
  ['Nguyễn Văn Đức', 'nguyen van duc'],
  ['王杰', 'wang jie'],
  ['张秀英', 'zhang xiu ying'],
  ['محمد الرشيد', 'mohammed al rashid'],
  ['مُحَمَّد الـرشيد', 'mohammed al rashid'],
  ['فيصل صديقي', 'faisal siddiqui'],
  ['عبد الرحمن', 'abd al rahman'],
  ['Mohammed Al-Rashid', 'mohammed al rashid'],
  ['សុខា ចាន់', 'sokha chan'],
  ['ជា សុផល', 'chea sophal'],
  ['លី តារា', 'li dara'],
  ['ប៉េន រ៉ាឌី', 'pen radi'],
  ['ប្រាក់ ស៊ុន', 'prak sun'],
  ['Mohammed El Rashid', 'mohammed al rashid'],
  ['Ahmad ash-Sharif', 'ahmad al sharif'],
  ['ВАСИЛЬЕВ, Александр Павлович', 'aleksandr pavlovich vasilev'],
  ['Димитър', 'dimitar'],
  ['Подъездов', 'podezdov'],
  ['ERIKSSON<<ANNA<MARIA<<<<', 'anna maria eriksson'],
  ['Dr. Anna Eriksson', 'anna eriksson'],
  ['---', null, 'value-unreadable'],
  ['', null, 'value-unreadable'],
]);

check('date', [
  ['1990-03-12', '1990-03-12'],
  ['2026-03-05T18:20:00Z', '2026-03-05'],
  ['12.03.1990', '1990-03-12', undefined, { order: 'dmy' }],
  ['12/03/1990', '1990-12-03', undefined, { order: 'mdy' }],
  ['20/8/1991', '1991-08-20', undefined, { order: 'mdy' }],
  ['12/03/1990', '1990', 'date-ambiguous'],
  ['12/12/1990', '1990-12-12'],
  ['31.12.1990 23:59', '1990-12-31'],
  ['1/2/2024 10:05 PM', '2024-01-02', undefined, { order: 'mdy' }],
  ['1990/3/12', '1990-03-12'],
  ['19900312', '1990-03-12'],
  ['12031990', '1990-03-12', undefined, { order: 'dmy' }],
  ['19401365', '1940', 'date-impossible'],
  ['1990', '1990'],
  ['1990-03', '1990-03'],
  ['03/1990', '1990-03'],
  ['00.00.1990', '1990'],
  ['XX.03.1990', '1990-03', undefined, { order: 'dmy' }],
  ['3/1/70', '1970-03-01', undefined, { order: 'mdy' }],
  ['8/20/06', '2006-08-20'],
  ['24-May-11', '2011-05-24'],
  ['Mar 1 1970', '1970-03-01'],
  ['1. März 1990', '1990-03-01'],
  ['1er mars 1990', '1990-03-01'],
  ['3 martie 1990', '1990-03-03'],
  ['3 maart 1990', '1990-03-03'],
  ['3 de mayo de 1990', '1990-05-03'],
  ['12 березня 1990', '1990-03-12'],
  ['5 юли 1985 г.', '1985-07-05'],
  ['March 1990', '1990-03'],
  ['31.02.1985', '1985-02', 'date-impossible'],
  ['31.31.1985', '1985', 'date-impossible'],
  ['1985-02-31', '1985-02', 'date-impossible'],
  ['20121931', '1931-12-20'],
  ['14.14.85', '1985', 'date-impossible'],
  ['29.02.2023', '2023-02', 'date-impossible'],
  ['29.02.2024', '2024-02-29'],
  ['unbekannt', null, 'date-unreadable'],
  ['n/a ?', null, 'date-unreadable'],
  ['0001-01-01', null, 'date-impossible'],
  ['١٢/٠٣/١٩٩٠', '1990-03-12', undefined, { order: 'dmy' }],
  ['1369/01/01', '1990-03-21', undefined, { calendar: 'solar-hijri' }],
  ['1403/12/30', '2025-03-20', undefined, { calendar: 'solar-hijri' }],
  ['1402/12/30', null, 'date-impossible', { calendar: 'solar-hijri' }],
  ['', null],
]);

check('country', [
  ['DE', 'de'],
  ['deu', 'de'],
  ['276', 'de'],
  ['D<<', 'de'],
  ['Deutschland', 'de'],
  ['Allemagne', 'de'],
  ['Німеччина', 'de'],
  ['Vietnam', 'vn'],
  ['Syrian', 'sy'],
  ['USA', 'us'],
  ['U.S.A.', 'us'],
  ['Republica Moldova', 'md'],
  ['Kosovo', 'xk'],
  ['Atlantis', null, 'country-unknown'],
  ['toString', null, 'country-unknown'],
]);

check('phone', [
  ['+49 151 23456789', '+4915123456789'],
  ['0049 151 23456789', '+4915123456789'],
  ['0151/23456789', '+4915123456789', undefined, { country: 'DE' }],
  ['+44 (0)7700 900123', '+447700900123'],
  ['(320) 392-2137', '+13203922137', undefined, { country: 'us' }],
  ['18188922818', '+18188922818'],
  ['92-42-7925774', '+92427925774'],
  ['Tel.: 0151 23456789', '+4915123456789', undefined, { country: 'DE' }],
  ['٠١٥١ ٢٣٤٥٦٧٨٩', '+4915123456789', undefined, { country: 'DE' }],
  ['0000000000', null, 'phone-unreadable', { country: 'DE' }],
  ['999-999-9999', null, 'phone-unreadable', { country: 'US' }],
  ['12', null, 'phone-unreadable', { country: 'DE' }],
  ['0151 23456789', null, 'phone-unreadable'],
  ['no phone', null, 'phone-unreadable'],
]);

check('document-number', [
  ['l 898-902 c', 'L898902C'],
  ['AB2134<<<5', 'AB2134'],
  ['AB2134<<<6', 'AB2134', 'document-checksum'],
  ['L898902C36', 'L898902C36'],
  ['---', null, 'value-unreadable'],
  ['L898902C<3', 'L898902C'],
  ['L8989O2C<3', 'L898902C'],
  ['L898902C36UTO7408122F1204159ZE184226B<<<<<10', 'L898902C3'],
  ['СН 123456', 'CH123456'],
  ['ЖЩ 123456', 'ZHSHCH123456'],
  ['0000000', null, 'value-unreadable'],
  ['44051401359', '44051401359', undefined, { country: 'pl' }],
  ['4405140I359', '44051401359', undefined, { country: 'pl' }],
  ['44051401358', '44051401358', 'document-checksum', { country: 'pl' }],
  ['ZS 0000177', 'ZS0000177', undefined, { country: 'pl' }],
  ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10', 'L898902C3'],
]);

check('plate', [
  ['b-ab 1234', 'BAB1234'],
  ['АА 1234 ВС', 'AA1234BC'],
  ['TÜ-X 1', 'TUX1'],
  ['ΑΒΕ-1234', 'ABE1234'],
  ['?', null, 'value-unreadable'],
]);

check('vin', [
  ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
  ['1m8gdm9axkpO42788', '1M8GDM9AXKP042788'],
  ['abc', null, 'value-unreadable'],
]);

check('imei', [
  ['49-015420-323751-8', '49015420323751'],
  ['490154203237517', '49015420323751', 'document-checksum'],
  ['490154203237510', '49015420323751'],
  ['49015420323751', '49015420323751'],
  ['4901542032375101', '49015420323751'],
  ['000000000000000', null, 'value-unreadable'],
  ['1234', null, 'value-unreadable'],
]);

check('time', [
  ['21:05', '21:05'],
  ['9:05:30', '09:05:30'],
  ['9.05', '09:05'],
  ['21h05', '21:05'],
  ['2026-03-04T21:05:00.250+01:00', '21:05:00'],
  ['04.03.2026 21:05', '21:05'],
  ['03/04/2026, 12:05 AM', '00:05'],
  ['٢١:٠٥', '21:05'],
  ['24:00', null, 'value-unreadable'],
  ['13:60', null, 'value-unreadable'],
  ['04.03.2026', null, 'value-unreadable'],
  ['13.02.25', null, 'value-unreadable'],
]);

check('iban', [
  ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['IBAN DE89370400440532013000', 'DE89370400440532013000'],
  ['DE89 3704 0044 0532 0130 01', 'DE89370400440532013001', 'iban-checksum'],
  ['DE89 37O4 0044 O532 0130 00', 'DE89370400440532013000'],
  ['12-34-56 78901234', '12345678901234'],
  ['none', null, 'value-unreadable'],
]);

check('email', [
  ['"Jay Jones" <JJones@fmail.com>', 'jjones@fmail.com'],
  ['mailto:a@b.org', 'a@b.org'],
  ['J.Jones+shop@GoogleMail.com', 'jjones@gmail.com'],
  ['j.jones+shop@fmail.com', 'j.jones+shop@fmail.com'],
  ['j.jones+shop@outlook.com', 'j.jones@outlook.com'],
  ['j_jones@pm.me', 'jjones@proton.me'],
  ['jones (at) fmail (dot) com', 'jones@fmail.com'],
  ['ｊｏｎｅｓ@fmail.com', 'jones@fmail.com'],
  ['+@gmail.com', '+@gmail.com'],
  ['a@b', null, 'value-unreadable'],
]);

check('handle', [
  ['@Some_Body', 'some_body'],
  ['https://t.me/Some_Body?x=1', 'some_body'],
  ['https://www.facebook.com/profile.php?id=100012345', '100012345'],
  ['https://www.tiktok.com/@some_body/video/123', 'some_body'],
  ['https://x.com/some_body/status/123', 'some_body'],
  ['https://linkedin.com/in/some-body/', 'some-body'],
  ['https://instagram.com/p/Cxyz', null, 'value-unreadable'],
  ['https://t.me/+AbCd', null, 'value-unreadable'],
  ['two words', null, 'value-unreadable'],
]);

check('address', [
  ['123 Main St., Las Vegas NV 89132', '123 main street las vegas nv 89132'],
  ['Hauptstr. 5, 10115 Berlin', 'hauptstrasse 5 10115 berlin'],
  ['Hauptstraße 5 10115 Berlin', 'hauptstrasse 5 10115 berlin'],
  [' , ', null, 'value-unreadable'],
]);

check('place', [
  ['Frankfurt (Oder)', 'frankfurt oder'],
  ['Şişli', 'sisli'],
]);

check('sex', [
  ['w', 'f'],
  ['V', 'f'],
  ['2', 'f'],
  ['Ж', 'f'],
  ['Ч', 'm'],
  ['homme', 'm'],
  ['divers', 'x'],
  ['U', null],
  ['Q', null, 'value-unreadable'],
]);

check('money', [
  ['1.250,00', '1250', undefined, { decimal: ',' }],
  ['1,250.50', '1250.5'],
  ['1.250,50', '1250.5'],
  ['€ 1 250,50', '1250.5'],
  ["CHF 1'250.50", '1250.5'],
  ['1,250', '1250'],
  ['12,5', '12.5'],
  ['(100)', '-100'],
  ['-0.50 EUR', '-0.5'],
  ['1.2.3', null, 'value-unreadable', { decimal: '.' }],
  ['abc', null, 'value-unreadable'],
]);

check('code', [
  ['2024/123-a', '2024123A'],
  ['№ 12/А', '12A'],
  ['1 800101 221144', '1800101221144', undefined, { country: 'RO' }],
  ['1800101221145', '1800101221145', 'document-checksum', { country: 'RO' }],
  ['***', null, 'value-unreadable'],
]);

check('url', [
  ['https://www.Example.org/Path/?q=1#x', 'example.org/path'],
  ['no url', null, 'value-unreadable'],
]);

check('text', [
  ['  a \n b  ', 'a b'],
  [' ', null],
]);

check('category', [
  ['victim', 'victim'],
  ['Beschuldigter', 'suspect'],
  ['persoană de contact', 'contact'],
  ['підозрюваний', 'suspect'],
  ['потенційний правопорушник', 'potential-offender'],
  ['Person of Interest', 'potential-offender'],
  ['minor victim', 'victim'],
  ['zzz', null, 'category-unknown'],
  ['constructor', null, 'category-unknown'],
]);

check('age', [
  ['17', '17'],
  ['16-19', '16/19'],
  ['15/16', '15/16'],
  ['16 or 17', '16/17'],
  ['entre 14 y 16 años', '14/16'],
  ['ca. 17', '15/19'],
  ['about 40', '36/44'],
  ['17?', '15/19'],
  ['17,5 Jahre', '17'],
  ['١٦', '16'],
  ['under 18', '0/17'],
  ['menor de 16', '0/15'],
  ['18+', '18/120'],
  ['über 30', '30/120'],
  ['3 months', '0'],
  ['mineur', '0/17'],
  ['erwachsen', '18/120'],
  ['1990', null, 'value-unreadable'],
  ['-5', null, 'value-unreadable'],
  ['19-16', null, 'value-unreadable'],
  ['teen', null, 'value-unreadable'],
]);

check('role', [
  ['Geldkurier', 'money-handler'],
  ['găzduitor', 'harbourer'],
  ['утримувач житла', 'harbourer'],
  ['DOCUMENT SUPPLIER', 'document-supplier'],
  ['zzz', null, 'value-unreadable'],
]);

check('crime-area', [
  ['thb-labour', 'thb-labour'],
  ['Einschleusen von Ausländern', 'migrant-smuggling'],
  ['muncă la negru', 'employment-law'],
  ['exploatare prin muncă', 'thb-labour'],
  ['незаконне переправлення мігрантів', 'migrant-smuggling'],
  ['відмивання коштів', 'money-laundering'],
  ['Labor Exploitation', 'thb-labour'],
  [' sexual  EXPLOITATION ', 'thb-sexual'],
  ['weather', null, 'value-unreadable'],
]);

check('indicator', [
  ['documents-taken', 'documents-taken'],
  ['Passport taken away', 'documents-taken'],
  ['WithholdsDocuments', 'documents-taken'],
  ['Schuldknechtschaft', 'debt-bondage'],
  ['Too many working days or hours', 'excessive-hours'],
  ['Salaires retenus', 'wages-withheld'],
  ['typeOfSexProstitution', 'prostitution'],
  ['Live streaming of sexual acts', 'live-sexual-acts'],
  ['Deceived about the conditions of prostitution', 'deceived-prostitution'],
  ['forced prostitution', null, 'value-unreadable'],
  ['Other', null],
  ['blue eyes', null, 'value-unreadable'],
]);

test('a value over 64 KiB is cut, with a problem', () => {
  const { value, problem } = parseValue('text', 'a'.repeat(longestValue + 1));
  expect(value).toHaveLength(longestValue);
  expect(problem).toBe('value-too-long');
});

test('keys that people find hard to read have a display form', () => {
  expect(displayValue('iban', 'DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  expect(displayValue('phone', '+4915123456789')).toBe('+49 1512 3456789');
  expect(displayValue('country', 'de')).toBe('DE');
  expect(displayValue('name', 'john')).toBe('john');
});
