import { CsvSplitter, type Dialect } from './split-rows.ts';

export interface FoundDialect extends Dialect {
  /** Characters to leave out before the header: the line `sep=;` that spreadsheets write. */
  readonly skip: number;
}

const candidates = [',', ';', '\t', '|'];
const sampleLength = 65_536;
const sampleRows = 200;

/**
 * The separator that cuts the first rows most evenly into most columns, and the line end. A file whose rows have a
 * single cell gets a comma.
 */
export function findDialect(start: string, wanted?: string): FoundDialect {
  const hint = /^sep=([^\r\n])\r?\n/i.exec(start);
  const skip = hint?.[0].length ?? 0;
  const sample = start.slice(skip, skip + sampleLength);
  const lineEnd = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const told = wanted ?? hint?.[1];
  if (told !== undefined) return { separator: told, lineEnd, skip };
  const isWhole = start.length - skip <= sampleLength;
  let separator = ',';
  let best = 0;
  for (const candidate of candidates) {
    const score = evenness(sample, { separator: candidate, lineEnd }, isWhole);
    if (score <= best) continue;
    separator = candidate;
    best = score;
  }
  return { separator, lineEnd, skip };
}

function evenness(sample: string, dialect: Dialect, isWhole: boolean): number {
  const splitter = new CsvSplitter(dialect);
  splitter.push(sample, isWhole);
  const header = splitter.next();
  if (header === undefined || !('cells' in header) || header.cells.length < 2) return 0;
  const width = header.cells.length;
  let rows = 1;
  let even = 1;
  for (let row = splitter.next(); row !== undefined && rows < sampleRows; row = splitter.next()) {
    rows++;
    if ('cells' in row && row.cells.length === width) even++;
  }
  return (even / rows) * (1 + Math.log2(width));
}
