import { rowLimit } from '../reader.ts';

/** Why a row has no cells. */
export type Fault = 'unclosed' | 'stray-quote' | 'too-long';

/** A row as cells, with the number of line ends inside its quotes. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly lines: number;
}

export interface CsvFault {
  readonly fault: Fault;
}

export interface Dialect {
  readonly separator: string;
  readonly lineEnd: '\n' | '\r';
  readonly limit?: number | undefined;
}

const quote = 34;
const space = 32;

/**
 * Rows of CSV (RFC 4180, and what people make of it) from text that comes in pieces. A quote that opens a cell must
 * be closed before a separator or a line end; a quote inside an unquoted cell is a character like others; spaces
 * around quotes do not count. After a row that cannot be read it goes on at the line after the one where that row
 * began, so that one quote that is never closed costs one row and not the rest of the file.
 */
export class CsvSplitter {
  readonly #separator: string;
  readonly #lineEnd: string;
  readonly #limit: number;
  #text = '';
  #at = 0;
  #isLast = false;
  #isSkipping = false;
  #nextQuote = -1;
  #nextEnd = -1;
  #rowStart = 0;
  #lines = 0;

  constructor(dialect: Dialect) {
    this.#separator = dialect.separator;
    this.#lineEnd = dialect.lineEnd;
    this.#limit = dialect.limit ?? rowLimit;
  }

  /** How much of the text given so far is still held. */
  get held(): number {
    return this.#text.length - this.#at;
  }

  /** Gives more text; only after `next` has given undefined. */
  push(piece: string, isLast: boolean): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#isLast = isLast;
    this.#nextQuote = this.#text.indexOf('"');
  }

  /** The next row, or undefined when more text is needed, or at the end. Blank lines are left out. */
  next(): CsvRow | CsvFault | undefined {
    if (this.#isSkipping && !this.#skipLine()) return undefined;
    for (;;) {
      if (this.#at >= this.#text.length) return undefined;
      this.#rowStart = this.#at;
      if (this.#nextQuote >= 0 && this.#nextQuote < this.#at) {
        this.#nextQuote = this.#text.indexOf('"', this.#at);
      }
      const end = this.#text.indexOf(this.#lineEnd, this.#at);
      if (end < 0 && !this.#isLast) return this.#held();
      const stop = end < 0 ? this.#text.length : end;
      const hasQuote = this.#nextQuote >= 0 && this.#nextQuote < stop;
      if (hasQuote) return this.#quotedRow();
      this.#at = stop + 1;
      const line = this.#text.slice(this.#rowStart, this.#text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
      if (line.length > this.#limit) return { fault: 'too-long' };
      if (stop > this.#rowStart && line !== '') return { cells: line.split(this.#separator), lines: 0 };
    }
  }

  /** Takes back the row given last and goes on at the line after its first. */
  retryAfterFirstLine(): void {
    const end = this.#text.indexOf(this.#lineEnd, this.#rowStart);
    this.#at = end < 0 ? this.#text.length : end + 1;
    this.#nextQuote = this.#text.indexOf('"', this.#at);
  }

  #quotedRow(): CsvRow | CsvFault | undefined {
    const cells: string[] = [];
    let at = this.#at;
    this.#lines = 0;
    this.#nextEnd = this.#text.indexOf(this.#lineEnd, at);
    for (;;) {
      const cell = this.#cell(at);
      if (cell === undefined) return this.#held();
      if (typeof cell !== 'number') {
        this.retryAfterFirstLine();
        return cell;
      }
      cells.push(this.#value);
      at = cell + 1;
      if (cell < this.#text.length && this.#text[cell] === this.#separator) continue;
      if (cell - this.#rowStart > this.#limit) {
        this.#at = at;
        return { fault: 'too-long' };
      }
      this.#at = at;
      return { cells, lines: this.#lines };
    }
  }

  #value = '';

  /** Reads one cell into #value. Gives the place of what ends it, a fault, or undefined when more text is needed. */
  #cell(start: number): number | CsvFault | undefined {
    const text = this.#text;
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    if (text.charCodeAt(at) !== quote) return this.#plainCell(start);
    const closing = this.#closingQuote(at + 1);
    if (closing === undefined) return this.#isLast ? { fault: 'unclosed' } : undefined;
    let end = closing + 1;
    while (text.charCodeAt(end) === space) end++;
    if (end >= text.length) return this.#isLast ? end : undefined;
    if (text.charCodeAt(end) === 13 && this.#lineEnd === '\n') {
      if (end + 1 >= text.length && !this.#isLast) return undefined;
      if (end + 1 >= text.length || text[end + 1] === '\n') end++;
    }
    if (end >= text.length || text[end] === this.#separator || text[end] === this.#lineEnd) return end;
    return { fault: 'stray-quote' };
  }

  #plainCell(start: number): number | undefined {
    const text = this.#text;
    const separator = text.indexOf(this.#separator, start);
    // Looked for once a line and not once a cell: a line may have millions of cells.
    if (this.#nextEnd < start && this.#nextEnd >= 0) this.#nextEnd = text.indexOf(this.#lineEnd, start);
    const stop = this.#nextEnd;
    const isWithin = separator >= 0 && (stop < 0 || separator < stop);
    if (!isWithin && stop < 0 && !this.#isLast) return undefined;
    const end = isWithin ? separator : stop < 0 ? text.length : stop;
    const isEnd = !isWithin && this.#lineEnd === '\n' && end > start && text.charCodeAt(end - 1) === 13;
    this.#value = text.slice(start, isEnd ? end - 1 : end);
    return end;
  }

  /** Reads from behind an opening quote into #value; the place of the quote that closes, or undefined. */
  #closingQuote(start: number): number | undefined {
    const text = this.#text;
    let from = start;
    let value = '';
    for (;;) {
      const at = text.indexOf('"', from);
      if (at < 0 || (at + 1 === text.length && !this.#isLast)) return undefined;
      if (text.charCodeAt(at + 1) === quote) {
        value += text.slice(from, at + 1);
        from = at + 2;
        continue;
      }
      this.#value = from === start ? text.slice(start, at) : value + text.slice(from, at);
      this.#countLines(start, at);
      return at;
    }
  }

  #countLines(start: number, end: number): void {
    let at = this.#text.indexOf(this.#lineEnd, start);
    while (at >= 0 && at < end) {
      this.#lines++;
      at = this.#text.indexOf(this.#lineEnd, at + 1);
    }
  }

  /** The row is not complete: asks for more text, or gives it up when it has grown over the limit. */
  #held(): CsvFault | undefined {
    if (this.#text.length - this.#rowStart <= this.#limit) return undefined;
    if (this.#text.indexOf(this.#lineEnd, this.#rowStart) >= 0) {
      this.retryAfterFirstLine();
      return { fault: 'unclosed' };
    }
    this.#isSkipping = true;
    this.#at = this.#text.length;
    return { fault: 'too-long' };
  }

  #skipLine(): boolean {
    const end = this.#text.indexOf(this.#lineEnd, this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
    this.#isSkipping = end < 0;
    return !this.#isSkipping;
  }
}
