import { countrySpecs, isValidIBAN } from 'ibantools';
import { compact } from './code.ts';
import { failed, nothing, type Parsed, parsed, parsedWith } from './parsed.ts';

/**
 * An account number: an IBAN (ISO 13616) or, where it does not begin like one, a domestic number. A wrong check digit
 * is a problem; the number is stated all the same, so that payments keep their ends.
 */
export function parseIban(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text).replace(/^IBAN(?=[A-Z]{2}\d\d)/, '');
  if (value.length < 4 || value.length > 64 || !/\d/.test(value)) return failed('value-unreadable');
  const length = looksLikeIban(value) ? countrySpecs[value.slice(0, 2)]?.chars : undefined;
  if (!length) return parsed(value);
  return isValidIBAN(value) ? parsed(value) : parsedWith(value, 'iban-checksum');
}

function looksLikeIban(value: string): boolean {
  return /^[A-Z]{2}\d\d[A-Z0-9]{10,30}$/.test(value);
}

/** In groups of four, as printed. */
export function displayIban(value: string): string {
  return looksLikeIban(value) ? value.replace(/(.{4})(?=.)/g, '$1 ') : value;
}
