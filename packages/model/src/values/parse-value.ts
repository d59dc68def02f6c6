import { type IndicatorCode, indicators } from '../exploitation/indicators.ts';
import type { ValueKind } from '../ontology/entity-type.ts';
import { parseAddress } from './address.ts';
import { parseAge } from './age.ts';
import { parseCategory } from './category.ts';
import { parseCode } from './code.ts';
import { parseCountry } from './country.ts';
import { parseCrimeArea } from './crime-area.ts';
import { parseDate } from './date.ts';
import { parseDocumentNumber } from './document-number.ts';
import { parseEmail } from './email.ts';
import { parseHandle } from './handle.ts';
import { displayIban, parseIban } from './iban.ts';
import { parseImei } from './imei.ts';
import { parseIndicator } from './indicator.ts';
import { parseMoney } from './money.ts';
import { parseName } from './name.ts';
import type { Parsed, ParseOptions } from './parsed.ts';
import { displayPhone, parsePhone } from './phone.ts';
import { parsePlace } from './place.ts';
import { parsePlate } from './plate.ts';
import { parseRole } from './role.ts';
import { parseSex } from './sex.ts';
import { parseText } from './text.ts';
import { parseTime } from './time.ts';
import { parseUrl } from './url.ts';
import { parseVin } from './vin.ts';

/** The longest value that is read, in UTF-16 units: 64 KiB. */
export const longestValue = 65_536;

const parsers: Readonly<Record<ValueKind, (text: string, options: ParseOptions) => Parsed>> = {
  name: parseName,
  date: parseDate,
  time: parseTime,
  country: parseCountry,
  text: parseText,
  phone: parsePhone,
  email: parseEmail,
  handle: parseHandle,
  'document-number': parseDocumentNumber,
  plate: parsePlate,
  vin: parseVin,
  imei: parseImei,
  iban: parseIban,
  address: parseAddress,
  place: parsePlace,
  sex: parseSex,
  number: parseMoney,
  age: parseAge,
  money: parseMoney,
  code: parseCode,
  url: parseUrl,
  'crime-area': parseCrimeArea,
  indicator: parseIndicator,
  role: parseRole,
  category: parseCategory,
  ref: parseText,
};

/**
 * A text as a value of a kind: its compare key, what is wrong with it, or nothing when it is blank. Never throws. A text
 * over 64 KiB is cut, with a problem.
 */
export function parseValue(kind: ValueKind, text: string, options: ParseOptions = {}): Parsed {
  const parse = parsers[kind];
  if (text.length <= longestValue) return parse(text, options);
  const { value } = parse(text.slice(0, longestValue), options);
  return { value, problem: 'value-too-long' };
}

/** A compare key as people read it, where it can be made more readable. */
export function displayValue(kind: ValueKind, value: string): string {
  if (kind === 'phone') return displayPhone(value);
  if (kind === 'iban') return displayIban(value);
  if (kind === 'country') return value.toUpperCase();
  if (kind === 'indicator') return indicators[value as IndicatorCode]?.title ?? value;
  return value;
}
