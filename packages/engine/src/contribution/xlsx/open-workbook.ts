import { Refusal } from '@clew/model/refusal.ts';
import type { Source } from '../reader.ts';
import { type CellFormat, formatOf } from './cell-formats.ts';
import { openPackage, type Package } from './open-package.ts';
import { unescaped } from './unescaped.ts';
import { readXml, type XmlHandlers } from './xml-reader.ts';

/** A workbook with what its cells refer to, and one sheet of it chosen. */
export interface Workbook {
  readonly package: Package;
  readonly sheet: { readonly title: string; readonly part: string };
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly isFrom1904: boolean;
}

interface Sheet {
  readonly title: string;
  readonly relation: string;
}

/** Characters of all shared strings together; they must be held in memory. */
const stringsLimit = 256 * 1024 * 1024;

export async function openWorkbook(source: Source, wanted: string | undefined): Promise<Workbook> {
  const content = await openPackage(source);
  if (!content.has('xl/workbook.xml')) throw notAWorkbook(content);
  const { sheets, isFrom1904 } = await readSheets(content);
  const parts = await readRelations(content);
  const sheet = choose(sheets, wanted);
  const part = parts.get(sheet.relation);
  if (part === undefined || !content.has(part)) {
    throw new Refusal(
      'file-unreadable',
      'The workbook lacks the sheet that it names.',
      'Open it in a spreadsheet program and save it as a new file, or as CSV.',
    );
  }
  return {
    package: content,
    sheet: { title: sheet.title, part },
    strings: await readStrings(content),
    formats: await readFormats(content),
    isFrom1904,
  };
}

async function readSheets(content: Package): Promise<{ sheets: Sheet[]; isFrom1904: boolean }> {
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  await readAll(content, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      sheets.push({ title: attributes.name ?? '', relation: relation ?? '' });
    },
  });
  return { sheets, isFrom1904 };
}

async function readRelations(content: Package): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await readAll(content, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  return parts;
}

function choose(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ title }) => title === wanted);
  if (chosen !== undefined) return chosen;
  const titles = sheets.slice(0, 20).map(({ title }) => `"${title}"`);
  throw new Refusal(
    'file-unreadable',
    wanted === undefined ? 'The workbook has no sheets.' : `The workbook has no sheet "${wanted}".`,
    titles.length === 0
      ? 'Hand in the table as CSV.'
      : `Name one of these in the mapping: ${titles.join(', ')}.`,
  );
}

/** The shared strings; phonetic readings (`rPh`) are left out. */
async function readStrings(content: Package): Promise<string[]> {
  const strings: string[] = [];
  let text: string | undefined;
  let phonetic = 0;
  let length = 0;
  let isText = false;
  await readAll(content, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else isText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (isText && text !== undefined) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic--;
      if (name !== 'si' || text === undefined) return;
      strings.push(unescaped(text));
      length += text.length + 16;
      text = undefined;
      if (length <= stringsLimit) return;
      throw new Refusal(
        'file-too-large',
        'The workbook has more text than can be held in memory.',
        'Save the sheet as CSV: that is read without a limit.',
      );
    },
  });
  return strings;
}

async function readFormats(content: Package): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await readAll(content, 'xl/styles.xml', {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(formatOf(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

async function readAll(content: Package, part: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(content.read(part), handlers));
}

function notAWorkbook(content: Package): Refusal {
  const kinds = [
    ['xl/workbook.bin', 'a binary workbook (.xlsb)', 'Save it as .xlsx or CSV.'],
    ['word/document.xml', 'a Word document', 'Ask for the table in it as CSV or XLSX.'],
    ['ppt/presentation.xml', 'a presentation', 'Ask for the table in it as CSV or XLSX.'],
    ['content.xml', 'an OpenDocument file', 'Save it as .xlsx or CSV.'],
  ] as const;
  const kind = kinds.find(([part]) => content.has(part));
  return new Refusal(
    'file-unknown-format',
    `The file looks like ${kind?.[1] ?? 'a ZIP archive'}, not a table.`,
    kind?.[2] ?? 'Unpack it and hand in the files inside.',
  );
}
