import { countrySpecs, isValidIBAN } from 'ibantools';
import { compact } from './code.ts';
import { digitsForLetters } from './look-alike.ts';
import { failed, nothing, type Parsed, parsed, parsedWith } from './parsed.ts';

/**
 * An account number: an IBAN (ISO 13616) or, where it does not begin like one, a domestic number. Letters in the place of
 * digits (O for 0) are read as digits where that makes the check digits right. A wrong check digit is a problem; the
 * number is stated all the same, so that payments keep their ends.
 */
export function parseIban(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text).replace(/^IBAN(?=[A-Z]{2}[\dOI]{2})/, '');
  if (value.length < 4 || value.length > 64 || !/\d/.test(value)) return failed('value-unreadable');
  if (isValidIBAN(value)) return parsed(value);
  const read = value.slice(0, 2) + digitsForLetters(value.slice(2));
  if (isValidIBAN(read)) return parsed(read);
  const length = looksLikeIban(value) ? countrySpecs[value.slice(0, 2)]?.chars : undefined;
  return length ? parsedWith(value, 'iban-checksum') : parsed(value);
}

function looksLikeIban(value: string): boolean {
  return /^[A-Z]{2}\d\d[A-Z0-9]{10,30}$/.test(value);
}

/** In groups of four, as printed. */
export function displayIban(value: string): string {
  return looksLikeIban(value) ? value.replace(/(.{4})(?=.)/g, '$1 ') : value;
}
