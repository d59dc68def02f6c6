/** What the number format of a cell makes of its number. `pad` keeps the zeros of codes such as 00123. */
export type CellFormat = 'plain' | 'date' | { readonly pad: number };

/** The number formats that every workbook has without declaring them (ECMA-376 part 1, 18.8.30). */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55,
  56, 57, 58,
]);

export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtInDates.has(id) ? 'date' : 'plain';
  if (/^0{2,32}$/.test(code)) return { pad: code.length };
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? '';
  if (/\[[hms]+\]/i.test(bare)) return 'plain';
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain';
}

const dayLength = 86_400_000;

/**
 * The date, moment or time of day of a serial number as ISO 8601 text. Day 1 is 1 January 1900, and 29 February 1900,
 * which never was, is day 60; or day 0 is 1 January 1904. Undefined when it is out of the range of spreadsheets.
 */
export function isoFromSerial(serial: number, isFrom1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = epoch + Math.round(serial * 86_400) * 1000;
  const text = new Date(moment).toISOString();
  if (serial < 1 && !isFrom1904) return text.slice(11, 19);
  return moment % dayLength === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
