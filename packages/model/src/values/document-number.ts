import { isChecked } from './check-digit.ts';
import { checkedNumber, compact } from './code.ts';
import { latinShapesOfAll, readings } from './look-alike.ts';
import { parseMrz } from './mrz.ts';
import { failed, nothing, type Parsed, type ParseOptions, parsed, parsedWith } from './parsed.ts';

/**
 * The number of a document: upper-case letters and digits only; Cyrillic and Greek letters by their shape where all have
 * a Latin one. A whole machine-readable zone, or its second line, gives its number; a number copied from a zone with
 * filler and check digit ("L898902C<3") loses both, with a problem when the digit is wrong and no reading of O for 0 or I
 * for 1 makes it right. One character over and over ("0000000") is no number.
 */
export function parseDocumentNumber(text: string, { country }: ParseOptions = {}): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.includes('<')) {
    const zone = parseMrz(trimmed);
    if (zone?.number) {
      const number = compact(zone.number);
      return zone.wrong.includes('number') ? parsedWith(number, 'document-checksum') : parsed(number);
    }
    const field = /^([A-Z0-9<]{9})([0-9OI])/i.exec(trimmed);
    const isSecondLine = /^[A-Z0-9<]{9}[0-9OI][A-Z<]{3}[0-9OI<]{6}[0-9OI]/i.test(trimmed);
    if (field !== null && (isSecondLine || trimmed.length === 10)) {
      return fromField((field[1] as string).toUpperCase(), (field[2] as string).toUpperCase());
    }
  }
  const value = compact(latinShapesOfAll(trimmed));
  if (value.length < 3 || value.length > 40 || !/\d/.test(value) || /^(.)\1{3,}$/.test(value)) {
    return failed('value-unreadable');
  }
  return country === undefined ? parsed(value) : checkedNumber(value, country);
}

/** Nine characters of a zone with the check digit that follows them. */
function fromField(field: string, digit: string): Parsed {
  const check = digit.replace('O', '0').replace('I', '1');
  const right = [...readings(field)].find((reading) => isChecked(reading, check));
  const number = compact(right ?? field);
  if (number === '') return failed('value-unreadable');
  return right === undefined ? parsedWith(number, 'document-checksum') : parsed(number);
}
