import { latin } from './fold.ts';
import { readings } from './look-alike.ts';
import { isNationalNumber } from './national-number.ts';
import { failed, nothing, type Parsed, type ParseOptions, parsed, parsedWith } from './parsed.ts';

/** Letters and digits of any script in upper-case Latin, nothing between them. */
export function compact(text: string): string {
  return latin(text.replaceAll('№', ''))
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

/**
 * A code or number of some register. With a country, a number in the form of its personal numbers is checked: O and 0, I
 * and 1 are read the way that makes its check digits right; where none does, that is a problem.
 */
export function parseCode(text: string, { country }: ParseOptions = {}): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text);
  if (value === '') return failed('value-unreadable');
  return country === undefined ? parsed(value) : checkedNumber(value, country);
}

/** A compact number, with the problem that its check digits are wrong where the country has a rule for its form. */
export function checkedNumber(value: string, country: string): Parsed {
  if (isNationalNumber(country, value) === true || value.length > 40) return parsed(value);
  let hasForm = false;
  for (const reading of readings(value)) {
    const isRight = isNationalNumber(country, reading);
    if (isRight === true) return parsed(reading);
    hasForm ||= isRight === false;
  }
  return hasForm ? parsedWith(value, 'document-checksum') : parsed(value);
}
