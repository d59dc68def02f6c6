import { columnLimit } from '../reader.ts';
import { isoFromSerial } from './cell-formats.ts';
import type { Workbook } from './open-workbook.ts';
import { unescaped } from './unescaped.ts';
import type { XmlHandlers } from './xml-reader.ts';

/** Cells by position; null when there are more of them than any sheet has. */
export type SheetRow = readonly string[] | null;

/** Collects the rows of a sheet that have at least one value, from the XML of the sheet. */
export class SheetRows implements XmlHandlers {
  readonly #workbook: Workbook;
  #rows: SheetRow[] = [];
  #cells: string[] = [];
  #hasValue = false;
  #isTooWide = false;
  #column = -1;
  #type = 'n';
  #style = 0;
  #text = '';
  #isText = false;
  #phonetic = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** The rows complete so far, each given once. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#isText = this.#phonetic === 0;
    else if (name === 'rPh') this.#phonetic++;
    else if (name === 'row') this.#openRow();
  }

  text(piece: string): void {
    if (this.#isText) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#hasValue) this.#rows.push(this.#isTooWide ? null : this.#cells);
  }

  #openRow(): void {
    this.#cells = [];
    this.#column = -1;
    this.#hasValue = false;
    this.#isTooWide = false;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    this.#type = attributes.t ?? 'n';
    this.#style = Number(attributes.s ?? 0);
    this.#text = '';
  }

  #closeCell(): void {
    const value = this.#value();
    if (value === '') return;
    if (value.trim() !== '') this.#hasValue = true;
    if (this.#column >= columnLimit || this.#column < 0) {
      this.#isTooWide = true;
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = value;
  }

  #value(): string {
    const text = this.#text;
    if (text === '') return '';
    if (this.#type === 's') return this.#workbook.strings[Number(text)] ?? '';
    if (this.#type === 'b') return text.trim() === '1' ? 'true' : 'false';
    if (this.#type !== 'n') return unescaped(text);
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    const format = this.#workbook.formats[this.#style] ?? 'plain';
    if (format === 'date') return isoFromSerial(number, this.#workbook.isFrom1904) ?? String(number);
    if (format !== 'plain' && Number.isInteger(number) && number >= 0) {
      return String(number).padStart(format.pad, '0');
    }
    return /^-?\d{16,}$/.test(text) ? text : String(number);
  }
}

/** The position of the column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && column <= columnLimit; index++) {
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
