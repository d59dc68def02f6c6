import { isChecked } from './check-digit.ts';
import { compact } from './code.ts';
import { parseMrz } from './mrz.ts';
import { failed, nothing, type Parsed, parsed, parsedWith } from './parsed.ts';

/**
 * The number of a document: upper-case letters and digits only. A whole machine-readable zone gives its number; a
 * number copied from a zone with filler and check digit ("L898902C<3") loses both, with a problem when the digit is
 * wrong.
 */
export function parseDocumentNumber(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.includes('<')) {
    const zone = parseMrz(trimmed);
    if (zone?.number) {
      const number = compact(zone.number);
      return zone.wrong.includes('number') ? parsedWith(number, 'document-checksum') : parsed(number);
    }
    const field = /^([A-Z0-9<]{9})(\d)$/i.exec(trimmed);
    if (field !== null) {
      const number = compact(field[1] as string);
      if (number === '') return failed('value-unreadable');
      return isChecked((field[1] as string).toUpperCase(), field[2] as string)
        ? parsed(number)
        : parsedWith(number, 'document-checksum');
    }
  }
  const value = compact(trimmed);
  return value.length < 3 || value.length > 40 || !/\d/.test(value)
    ? failed('value-unreadable')
    : parsed(value);
}
