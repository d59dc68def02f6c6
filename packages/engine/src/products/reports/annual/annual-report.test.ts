import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lake } from '../../../lake/lake.ts';
import { sql } from '../../../lake/sql.ts';
import { indicators } from '../../indicators/catalogue.ts';
import { measure, measureAll } from '../../indicators/indicator.ts';
import { indicatorTable } from '../../tables.ts';
import { loadYear, secrets } from './annual-fixture.ts';
import { buildReport } from './build-report.ts';
import { htmlReport } from './html.ts';
import { plainText } from './plain-text.ts';
import type { Report } from './report-model.ts';
import { printable, typesetReport } from './typeset.ts';
import { writeAnnualReport } from './write-annual-report.ts';

const golden = fileURLToPath(new URL('./golden/', import.meta.url));
const options = {
  year: 2025,
  hub: { title: 'Clearing House <South> & East' },
  snapshot: 's-0123456789abcdef',
};

let folder: string;
let lake: Lake;
let report: Report;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-annual-'));
  lake = await Lake.open({ folder, threads: 1 });
  await loadYear(lake, { folder, scale: 6 });
  report = await buildReport(lake, options);
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a year with cases', () => {
  test('the report in text is what it was', async () => {
    await expect(plainText(report)).toMatchFileSnapshot(join(golden, 'annual-report.txt'));
  });

  test('indicators that are measured together give what each gives alone', async () => {
    let count = 0;
    for await (const together of measureAll(lake, indicators, { year: 2025 })) {
      expect(together).toEqual(await measure(lake, together.indicator, { year: 2025 }));
      count++;
    }
    expect(count).toBe(indicators.length);
  });

  test('no name and no identifier of a person is in it', () => {
    const text = `${JSON.stringify(report)}${htmlReport(report)}`.toLowerCase();
    expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([]);
  });

  test('the page asks for nothing from outside and holds no script', () => {
    const html = htmlReport(report);
    expect(html.match(/<script|<link|<img|<iframe|@import|url\(|src=|\son\w+=/gi)).toBeNull();
    const addresses = html.match(/https?:\/\/[^"'\s<]+/g) ?? [];
    expect(addresses.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]);
    expect(html.includes('Clearing House &lt;South&gt; &amp; East')).toBe(true);
    expect(html.includes('<South>')).toBe(false);
  });

  test('every mark leads to an endnote, and every endnote has a mark', () => {
    const html = htmlReport(report);
    const marks = new Set([...html.matchAll(/href="#note-(\d+)"/g)].map((match) => match[1]));
    const notes = new Set([...html.matchAll(/id="note-(\d+)"/g)].map((match) => match[1]));
    expect(marks).toEqual(notes);
    expect(notes.size).toBeGreaterThan(20);
  });

  test('an endnote with the names that it uses gives its number again', async () => {
    const named = report.definitions.map(({ name, query }) => `${name} as (${query})`).join(', ');
    for (const { title, query } of report.endnotes.flatMap((group) => group.notes)) {
      const whole = /^with /.test(query) ? query : `with ${named} ${query}`;
      const rows = await lake.rows<{ value?: number }>({ text: whole });
      const victims = title.startsWith('Reported victims, by sex');
      if (victims) expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(54);
    }
  });

  test('the same snapshot gives the same bytes', async () => {
    const written = await writeAnnualReport(lake, { ...options, folder: join(folder, 'out') });
    const pdf = await readFile(written.pdf);
    expect((await readFile(written.html, 'utf8')) === htmlReport(report)).toBe(true);
    expect(pdf.equals(typesetReport(report))).toBe(true);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/D:\d{8}/g)).toEqual(['D:20250515', 'D:20250515']);
  });

  test('small counts of people are in no form of it', () => {
    const minors = plainText(report).split('\n');
    expect(minors).toContain('Minor | <5');
    expect(minors).toContain('Not flagged as a minor | not shown');
  });
});

test('every indicator is measured, and hidden cells have no value', async () => {
  const rows = await lake.rows<{ indicator: string; value: number | null; suppressed: boolean }>(
    sql`select distinct indicator, value, suppressed from ${indicatorTable}`,
  );
  const known = new Set(indicators.map(({ id }) => id));
  for (const row of rows) {
    expect(known).toContain(row.indicator);
    expect(row.value === null).toBe(row.suppressed);
  }
  expect(known.size).toBe(indicators.length);
  expect(rows.some((row) => row.suppressed)).toBe(true);
});

test('an empty hub gives a whole report that says so', async () => {
  const other = await Lake.open({ folder: join(folder, 'empty') });
  await loadYear(other, { folder: join(folder, 'empty'), scale: 0 });
  const empty = await buildReport(other, { ...options, foreword: 'First words.\n\nSecond words.' });
  other.close();
  const text = plainText(empty);
  expect(text).toContain('That is not a finding that there are none.');
  expect(text).toContain('Second words.');
  expect(text.split('# Endnotes')[0]).not.toMatch(/NaN|undefined|null/);
  expect(typesetReport(empty).length).toBeGreaterThan(10_000);
});

test('long names and other scripts fit', () => {
  const long = { ...report, hub: `${'Öffentliche Zusammenarbeitsstelle '.repeat(9)}王大明 Нідерланди` };
  expect(printable(long).hub).toMatch(/Wang ?Da ?Ming Нідерланди$/i);
  expect(typesetReport(long).length).toBeGreaterThan(10_000);
});
