import { mappingSchema } from '@clew/model/mapping.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mappingFaults } from './mapping-faults.ts';
import { table, told } from './proposal-fixture.ts';
import { proposeMapping } from './propose-mapping.ts';

test('German police register', () => {
  const sample = table(`
    Aktenzeichen|Delikt|Betroffenenkategorie|Nachname|Vorname|Geburtsdatum|Geschlecht|Telefon|Straße|Postleitzahl|Ort|Kennzeichen|Arbeitgeber|Erfassungsdatum
    DE-1|Geldwäsche|Beschuldigter|Groß|Jörg|13.02.1980|m|0151 23456789|Hauptstr. 1|50667|Köln|K-AB 12|Bau GmbH|01.03.2025
    DE-2|Zwangsprostitution|Opfer|Klein|Eva|01.12.1999|w|0171 9988776|Ring 2|10115|Berlin|||02.03.2025`);
  expect(told(sample)).toMatchInlineSnapshot(`
    [
      "Aktenzeichen: case.number",
      "Delikt: case.crimeArea",
      "Betroffenenkategorie: person.category",
      "Nachname: person.lastName",
      "Vorname: person.firstName",
      "Geburtsdatum: person.birthDate",
      "Geschlecht: person.sex",
      "Telefon: person.phone",
      "Straße: person.address",
      "Postleitzahl: person.address",
      "Ort: person.address",
      "Kennzeichen: person.plate",
      "Arbeitgeber: organization.name",
      "Erfassungsdatum: row.seen",
      "person: person, case -> case, employer -> organization, address = Straße + Postleitzahl + Ort",
      "organization: organization",
      "case: case by Aktenzeichen",
    ]
  `);
  const { person, case: file } = proposeMapping(sample).mapping.subjects;
  expect(person?.properties.category?.values).toEqual({ Beschuldigter: 'suspect', Opfer: 'victim' });
  expect(person?.properties.phone?.country).toBe('DE');
  expect(person?.properties.birthDate?.order).toBe('dmy');
  expect(file?.properties.crimeArea?.values).toEqual({
    Geldwäsche: 'money-laundering',
    Zwangsprostitution: 'thb-sexual',
  });
});

test('a column of dates that is empty so far is read as the others are', () => {
  const orderIn = (born: string) => {
    const sample = table(`
    last name|first name|date of birth|date of arrest
    Smith|Jo|${born}|
    Brown|Al|${born}|`);
    return proposeMapping(sample).mapping.subjects.person?.properties.arrested?.order;
  };
  expect(orderIn('25/03/1980')).toBe('dmy');
  expect(orderIn('03/25/1980')).toBe('mdy');
});

test('Spanish road checks: H and M are man and woman, and the date of departure dates the row', () => {
  const sample = table(`
    Fecha de salida|Origen|Destino|Transportista|Matrícula|Apellidos|Nombre|Sexo|Documento
    13/02/2025|Madrid|Lyon|Buses SA|1234 BCD|García López|Ana|M|X1234567
    14/02/2025|Madrid|Lyon|Buses SA|1234 BCD|Ruiz|Luis|H|Y7654321`);
  expect(told(sample)).toMatchInlineSnapshot(`
    [
      "Fecha de salida: row.seen",
      "Origen: trip.origin",
      "Destino: trip.destination",
      "Transportista: organization.name",
      "Matrícula: person.plate",
      "Apellidos: person.lastName",
      "Nombre: person.firstName",
      "Sexo: person.sex",
      "Documento: person.document",
      "person: person",
      "organization: organization",
      "vehicle: vehicle by Matrícula",
      "trip: trip, traveller -> person, vehicle -> vehicle, carrier -> organization",
    ]
  `);
  const { subjects, seen } = proposeMapping(sample).mapping;
  expect(seen).toEqual({ column: 'Fecha de salida', order: 'dmy' });
  expect(subjects.person?.properties.sex?.values).toEqual({ H: 'm', M: 'f' });
});

test('adverts, examined documents, border checks', () => {
  expect(
    told(
      table(
        `advert_id|title|text|posted_at|city|country|site|phone|contact_handle
    1|New in town|call me now|2025-03-05T18:20:00Z|Cork|IE|ads.example|+353851234567|@lili
    2|Sweet|text only|2025-03-06T18:20:00Z|Cork|IE|ads.example||`,
        'json',
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "advert_id: advert.key",
      "title: advert.title",
      "text: advert.text",
      "posted_at: row.seen",
      "city: advert.place",
      "country: advert.country",
      "site: advert.site",
      "phone: advert.phone",
      "contact_handle: advert.handle",
      "advert: advert by advert_id",
    ]
  `);
  expect(
    told(
      table(`
    Document number|Document type|Issuing country|Fraud type|Print source|Holder name|Holder date of birth|Holder category|Examination date
    P410201|passport|ROU|counterfeit|PS-0412-K|"POPA, Pavel"|13-01-1965|suspect|13-01-2025
    K880000|identity card|BGR|genuine||"ILIEVA, Olga"|13-05-1981|contact|24-01-2025`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "Document number: document.number",
      "Document type: document.documentKind",
      "Issuing country: document.country",
      "Fraud type: document.fraud",
      "Print source: document.source",
      "Holder name: document.holderName",
      "Holder date of birth: person.birthDate",
      "Holder category: person.category",
      "Examination date: row.seen",
      "person: person",
      "document: document, holder -> person",
    ]
  `);
  expect(
    told(
      table(
        `record_id|check_date|border_post|country|surname|given_names|date_of_birth|document_number|document_type|vehicle_plate|file_reference
    R1|2025-06-02|Kalotina|BG|PETROV|GEORGI|1984-04-11|384561207|passport|CA1234BB|
    R2|2025-06-03|Kalotina|BG|YILMAZ|EMRE|1979-08-17|U12345678|passport||GP-1`,
        'json',
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "record_id: person.key",
      "check_date: row.seen",
      "border_post: sighting.place",
      "country: sighting.country",
      "surname: person.lastName",
      "given_names: person.firstName",
      "date_of_birth: person.birthDate",
      "document_number: document.number",
      "document_type: document.documentKind",
      "vehicle_plate: person.plate",
      "file_reference: case.number",
      "person: person by record_id, case -> case",
      "case: case by file_reference",
      "document: document, case -> case, holder -> person",
      "vehicle: vehicle by vehicle_plate",
      "sighting: sighting, person -> person, vehicle -> vehicle",
    ]
  `);
});

test('rows about people and rows about organisations in one file', () => {
  expect(
    told(
      table(`
    RECORD_ID|PRIMARY_NAME_FULL|PRIMARY_NAME_ORG|DATE_OF_BIRTH|SSN_NUMBER|ADDR_LINE1|ADDR_CITY|PHONE_NUMBER|RECORD_TYPE|EMPLOYER|CATEGORY
    1|Ann Lee||12/31/1978|294-66-9999|1 Main St|Las Vegas|702-919-1300|PERSON|Exports Inc|Fraud
    2||Exports Inc|||2 High St|Reno|800-234-1234|ORGANIZATION||Fraud`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "RECORD_ID: person.key",
      "PRIMARY_NAME_FULL: person.name",
      "PRIMARY_NAME_ORG: organization.name",
      "DATE_OF_BIRTH: person.birthDate",
      "SSN_NUMBER: person.taxNumber",
      "ADDR_LINE1: person.address",
      "ADDR_CITY: person.address",
      "PHONE_NUMBER: person.phone",
      "RECORD_TYPE: row.type",
      "EMPLOYER: employer.name",
      "CATEGORY: -",
      "person: person by RECORD_ID when RECORD_TYPE in PERSON, employer -> employer, address = ADDR_LINE1 + ADDR_CITY",
      "organization: organization by RECORD_ID when RECORD_TYPE in ORGANIZATION, address = ADDR_LINE1 + ADDR_CITY",
      "employer: organization",
    ]
  `);
});

test('other languages and scripts', () => {
  const sample = table(`
    Прізвище|Ім'я|По батькові|Дата народження|Стать|Статус особи|Телефон|Номер справи
    Шевченко|Олена|Іванівна|24.08.1991|Ж|потерпілий|050 123 45 67|12-1
    Коваль|Петро|Ілліч|25.09.1981|Ч|підозрюваний|067 765 43 21|12-2`);
  expect(told(sample)).toMatchInlineSnapshot(`
    [
      "Прізвище: person.lastName",
      "Ім'я: person.firstName",
      "По батькові: person.middleName",
      "Дата народження: person.birthDate",
      "Стать: person.sex",
      "Статус особи: person.category",
      "Телефон: person.phone",
      "Номер справи: case.number",
      "person: person, case -> case",
      "case: case by Номер справи",
    ]
  `);
  expect(proposeMapping(sample).mapping.subjects.person?.properties.phone?.country).toBe('UA');
  const dutch = table(`
    Dossiernummer|Bedrijfsnaam|KvK-nummer|Achternaam|Voornaam|Geboortedatum|Woonadres|Inspectiedatum
    N-1|Kas BV|12345678|Vries|Jan|1980-02-13|Dorpsstraat 1 Delft|2025-02-13`);
  expect(told(dutch)).toMatchInlineSnapshot(`
    [
      "Dossiernummer: case.number",
      "Bedrijfsnaam: organization.name",
      "KvK-nummer: organization.registrationNumber",
      "Achternaam: person.lastName",
      "Voornaam: person.firstName",
      "Geboortedatum: person.birthDate",
      "Woonadres: person.address",
      "Inspectiedatum: row.seen",
      "person: person, case -> case, employer -> organization",
      "organization: organization by KvK-nummer, case -> case",
      "case: case by Dossiernummer",
    ]
  `);
});

test('unknown headers: the values tell what they can', () => {
  expect(
    told(
      table(`
    a|b|c|d|e|f
    Ann Lee|13.02.1980|ann@x.org|+4915123456789|suspect|13.02.2025
    Bo Ray|14.02.1981|bo@x.org|+4915123456780|victim|14.02.2025
    Cy Fox|15.02.1982|cy@x.org|+4915123456781|suspect|15.02.2025
    Di Poe|16.02.1983|di@x.org|+4915123456782|suspect|15.02.2025`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "a: person.name",
      "b: person.birthDate",
      "c: person.email",
      "d: person.phone",
      "e: person.category",
      "f: row.seen",
      "person: person",
    ]
  `);
});

test('a city without a street and a day is where people live, with a day where they were seen', () => {
  const undated = table(`
    first name|surname|city
    Ann|Lee|Leeds`);
  expect(proposeMapping(undated).mapping.subjects.person?.properties.address).toEqual({ columns: ['city'] });
  const dated = table(`
    first name|surname|city|seen on
    Ann|Lee|Leeds|03/25/2025`);
  expect(proposeMapping(dated).mapping.subjects.person?.properties.address).toBeUndefined();
});

test('the order of day and month is that which the column shows, else that of the other columns', () => {
  const sample = table(`
    name|date of birth|entry date
    Ann Lee|03/02/1980|03/25/2025
    Bo Ray|01/02/1981|04/26/2025`);
  const { mapping } = proposeMapping(sample);
  expect(mapping.seen?.order).toBe('mdy');
  expect(mapping.subjects.person?.properties.birthDate?.order).toBe('mdy');
});

test('the country of the owner comes before that of the language', () => {
  const sample = table(`
    Nachname|Telefon
    Huber|0664 1234567
    Moser|0664 7654321`);
  const countryFor = (country?: string) =>
    proposeMapping(sample, { country }).mapping.subjects.person?.properties.phone?.country;
  expect(countryFor('AT')).toBe('AT');
});

test('whatever headers and cells there are, the proposal is a mapping of the file and speaks of every column', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'name',
      'IBAN',
      'Datum',
      'schema',
      'Person',
      'Company',
      'amount',
      '__proto__',
      'constructor',
    ),
    fc.constantFrom(
      'payer',
      'payee account',
      'origin',
      'destination',
      'border post',
      'city',
      'fraud type',
      'id',
    ),
  );
  const anySample = fc
    .uniqueArray(text, { minLength: 1, maxLength: 12 })
    .filter((columns) => columns.every((column) => column !== ''))
    .chain((columns) =>
      fc.record({
        reader: fc.constantFrom('csv', 'xlsx', 'json', 'ftm'),
        encoding: fc.constant('utf-8'),
        separator: fc.constantFrom(',', null),
        sheet: fc.constant(null),
        columns: fc.constant(columns),
        rows: fc.array(fc.dictionary(fc.constantFrom(...columns), text), { maxLength: 5 }),
      }),
    );
  fc.assert(
    fc.property(anySample, (sample) => {
      const { mapping, columns } = proposeMapping(sample);
      expect(mappingSchema.parse(mapping)).toEqual(mapping);
      const faults = mappingFaults(mapping, sample.columns);
      expect(faults.filter((fault) => fault !== 'It has no subjects.')).toEqual([]);
      expect(columns.map(({ column }) => column)).toEqual(sample.columns);
      for (const { confidence } of columns) expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['1369/02/31|1371/05/01|1340/11/12', 'solar-hijri'],
  ['2533-03-03|2510-11-30|2540-01-02', 'buddhist'],
  ['1411/02/30|1405/05/01|1410/11/12', undefined],
  ['1990/02/28|1971/05/01|1980/11/12', undefined],
])('the calendar of dates of birth %s is %s', (dates, calendar) => {
  const sample = table(
    ['First name|Last name|Date of birth', ...dates.split('|').map((date) => `Ana|Li|${date}`)].join('\n'),
  );
  const { mapping } = proposeMapping(sample, { country: undefined });
  const sources = Object.values(mapping.subjects).map(({ properties }) => properties.birthDate);
  expect(sources.find((source) => source !== undefined)?.calendar).toBe(calendar);
});
