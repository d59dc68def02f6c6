import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { digitsToAscii } from './date-value.ts';
import { failed, nothing, type Parsed, type ParseOptions, parsed } from './parsed.ts';

/**
 * A phone number as E.164. National numbers need `country`. The smallest metadata is used: it knows the lengths and
 * the general pattern of each country's numbers, not which range is mobile. A number of a possible length in a range
 * that the metadata does not know is taken too: ranges are opened faster than metadata is updated.
 */
export function parsePhone(text: string, options: ParseOptions = {}): Parsed {
  const trimmed = digitsToAscii(text.trim());
  if (trimmed === '') return nothing;
  if (trimmed.length > 60 || !/\d/.test(trimmed)) return failed('phone-unreadable');
  // One digit over and over is what a form was filled with that would not let people go on.
  if (/^\+?0*(\d)\1{6,}$/.test(trimmed.replace(/[\s()./-]/g, ''))) return failed('phone-unreadable');
  const number = international(trimmed);
  const home = read(number, countryFrom(options.country));
  if (home?.isValid() === true) return parsed(home.number);
  const abroad = read(withCallingCode(number), undefined);
  if (abroad?.isValid() === true) return parsed(abroad.number);
  if (home?.isPossible() === true && home.nationalNumber.length >= 7) return parsed(home.number);
  return failed('phone-unreadable');
}

/** Whether a number, written with or without its country, lies in a range that is known of the country. */
export function isPhoneOf(text: string, country: string): boolean {
  if (text.length > 60) return false;
  const home = read(international(text.trim()), countryFrom(country));
  return home?.isValid() === true;
}

function countryFrom(code: string | undefined): CountryCode | undefined {
  const upper = code?.toUpperCase();
  return upper !== undefined && isSupportedCountry(upper) ? upper : undefined;
}

function read(number: string | undefined, country: CountryCode | undefined): PhoneNumber | undefined {
  if (number === undefined) return undefined;
  return parsePhoneNumberFromString(number, {
    extract: false,
    ...(country === undefined ? {} : { defaultCountry: country }),
  });
}

function international(text: string): string {
  const plain = text
    .replace(/^(?:tel|phone|mob|mobile|telefon|handy|fax)\b[.:\s]*/i, '')
    .replace(/\(0\)/g, '')
    .replace(/\s*(?:ext|x|durchwahl)\.?\s*\d{1,6}$/i, '')
    .trim();
  return plain.replace(/^00(?=[1-9])/, '+').replace(/^\+\s*00(?=[1-9])/, '+');
}

/** "18188922818", "92-42-7925774": a number written with its calling code but without the plus. */
function withCallingCode(number: string): string | undefined {
  const digits = number.replace(/\D/g, '');
  return number.startsWith('+') || digits.startsWith('0') || digits.length < 10 ? undefined : `+${digits}`;
}

/** The number in the international format that people read. */
export function displayPhone(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}
