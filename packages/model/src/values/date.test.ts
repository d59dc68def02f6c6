import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from './date.ts';
import type { ParseOptions } from './parsed.ts';

const iranian: ParseOptions = { calendar: 'solar-hijri' };
const born: ParseOptions = { yearless: true };

describe.each<readonly [string, readonly (readonly [string, string | null, ParseOptions?])[]]>([
  [
    'estimated',
    [
      ['1980s', '1980/1989'],
      ["the 1980's", '1980/1989'],
      ['198x', '1980/1989'],
      ['198?', '1980/1989'],
      ['1980er Jahre', '1980/1989'],
      ['années 1980', '1980/1989'],
      ['1980-е годы', '1980/1989'],
      ['ca. 1985', '1983/1987'],
      ['circa 1985', '1983/1987'],
      ['about 1985', '1983/1987'],
      ['ungefähr 1985', '1983/1987'],
      ['около 1985', '1983/1987'],
      ['1985?', '1983/1987'],
      ['1985-1990', '1985/1990'],
      ['1985 – 1990', '1985/1990'],
      ['between 1985 and 1990', '1985/1990'],
      ['entre 1985 et 1990', '1985/1990'],
      ['1990-1985', null],
      ['1993-05-02/1994-05-01', '1993-05-02/1994-05-01'],
      ['30 on 2024-05-01', '1993-05-02/1994-05-01'],
      ['30 years old on 2024-05-01', '1993-05-02/1994-05-01'],
      ['aged 30 (2024-05-01)', '1993-05-02/1994-05-01'],
      ['about 30 on 2024-05-01', '1990-05-02/1997-05-01'],
      ['ca. 8 Jahre am 01.05.2024', '2013-05-02/2018-05-01', { order: 'dmy' }],
      ['25-30 years in 2024', '1993/1999'],
      ['30/5/2024', '2024-05-30', { order: 'dmy' }],
      ['3 ans', null],
      ['400 on 2024-05-01', null],
    ],
  ],
  [
    'other calendars',
    [
      ['1369', '1990-03-21/1991-03-20', iranian],
      ['1369/1', '1990-03-21/1990-04-20', iranian],
      ['1/1/1369', '1990-03-21', iranian],
      ['1 Farvardin 1369', '1990-03-21'],
      ['1 فروردین 1369', '1990-03-21'],
      ['۱ فروردین ۱۳۶۹', '1990-03-21'],
      ['15 حمل 1369', '1990-04-04'],
      ['1369/1/1 هـ.ش', '1990-03-21'],
      ['1369/01/01 SH', '1990-03-21'],
      ['1990-03-21', '1990-03-21', iranian],
      ['1 محرم 1411', '1990-07-24'],
      ['1411/1/1 هـ', '1990-07-24'],
      ['1 Rabi al-awwal 1411', '1990-09-21'],
      ['5 ربيع الأول 1411', '1990-09-25'],
      ['12 Dhu al-Hijjah 1410', '1990-07-06'],
      ['1411 AH', '1990-07-24/1991-07-12'],
      ['2533', '1990', { calendar: 'buddhist' }],
      ['3 มีนาคม 2533', '1990-03-03'],
      ['3 มี.ค. 2533', '1990-03-03'],
      ['3/3/2533 B.E.', '1990-03-03'],
    ],
  ],
  [
    'days of no known year',
    [
      ['--06-27', '--06-27', born],
      ['--0627', '--06-27', born],
      ['XXXX-06-27', '--06-27', born],
      ['27.06.????', '--06-27', born],
      ['0000-02-29', '--02-29', born],
      ['1060-06-27', '--06-27', born],
      ['27/6/9160', '--06-27', born],
      ['10600627', '--06-27', born],
      ['27.06.1060', '--06-27', born],
      ['05.06.1060', '--06-05', { ...born, order: 'dmy' }],
      ['05.06.1060', null, born],
      ['1060-06-31', null, born],
      ['1060-06', null, born],
      ['1060', null, born],
      ['--06-27/--07-01', null, born],
      ['1369-06-27', null, born],
      ['1960-06-27', '1960-06-27', born],
      ['--06-27', null],
      ['1060-06-27', null],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases.map((entry) => ({ entry })))('$entry.0 is $entry.1', ({ entry }) => {
    const [text, value, options = {}] = entry;
    expect(parseDate(text, options).value).toBe(value);
  });
});

test('a year of another calendar that nobody names is a problem, not a guess', () => {
  for (const text of ['1369/01/01', '2533-03-03', '1411']) {
    expect(parseDate(text)).toEqual({ value: null, problem: 'date-calendar' });
  }
});

test('a year that cannot be is a problem beside the day that stays; one that is not told is none', () => {
  expect(parseDate('1060-06-27', born)).toEqual({ value: '--06-27', problem: 'date-impossible' });
  expect(parseDate('0000-06-27', born)).toEqual({ value: '--06-27', problem: null });
  expect(parseDate('1060-06-27')).toEqual({ value: null, problem: 'date-impossible' });
  expect(parseDate('0000-06-27')).toEqual({ value: null, problem: 'date-impossible' });
});

test('of every text of digits the day of no known year is its own value, and no other date changes', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-./xX'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom('dmy', 'mdy', 'ymd', undefined), (written, order) => {
      const { value } = parseDate(written, { order, yearless: true });
      if (value?.startsWith('--')) expect(parseDate(value, born)).toEqual({ value, problem: null });
      else expect(parseDate(written, { order }).value).toBe(value);
    }),
    {
      numRuns: 500,
      examples: [
        ['10600627', 'ymd'],
        ['31.12.0000', 'dmy'],
      ],
    },
  );
});

const day = fc
  .date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('somebody born on a day has that day in the span of every age they tell', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 43_000 }), (born, days) => {
      const on = new Date(Date.parse(born) + days * 86_400_000).toISOString().slice(0, 10);
      const hadBirthday = on.slice(5) >= born.slice(5);
      const age = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1);
      if (age > 110 || born.endsWith('02-29') || on.endsWith('02-29')) return;
      for (const text of [`${age} on ${on}`, `about ${age} on ${on}`]) {
        const [from, to] = (parseDate(text).value ?? '').split('/') as [string, string];
        expect(from <= born && born <= to).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a day of Iran, Arabia or Thailand written by the platform is read as the same day', () => {
  const written = (['persian', 'islamic-civil', 'buddhist'] as const).map((calendar) => ({
    calendar: calendar === 'persian' ? 'solar-hijri' : calendar === 'buddhist' ? 'buddhist' : 'islamic',
    format: new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }),
  }));
  fc.assert(
    fc.property(day, fc.constantFrom(...written), (born, { calendar, format }) => {
      const parts = format.formatToParts(new Date(born));
      const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
      const text = `${part('year')}/${part('month')}/${part('day')}`;
      expect(parseDate(text, { calendar } as ParseOptions).value).toBe(born);
    }),
    { numRuns: 300 },
  );
});
