import { isChecked } from './check-digit.ts';
import { parseCountry } from './country.ts';
import { digitsForLetters, lettersForDigits, readings } from './look-alike.ts';

/** What a machine-readable zone says. Dates are ISO; `null` where the zone leaves a field out. */
export interface MachineReadableZone {
  readonly documentKind: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly expires: string | null;
  readonly sex: string | null;
  readonly nationality: string | null;
  /** The fields whose check digit is wrong. */
  readonly wrong: readonly string[];
}

interface Fields {
  readonly kind: string;
  readonly issuer: string;
  readonly number: string;
  readonly numberDigit: string;
  readonly birth: string;
  readonly birthDigit: string;
  readonly sex: string;
  readonly expiry: string;
  readonly expiryDigit: string;
  readonly nationality: string;
  readonly name: string;
}

/**
 * The zone of a passport, identity card or visa (ICAO Doc 9303 TD1, TD2, TD3, MRV-A, MRV-B), undefined when it is none. What
 * a reading machine takes for a letter in a field of digits, or the other way, is put right; in the number, which has
 * both, only where that makes the check digit right.
 */
export function parseMrz(text: string): MachineReadableZone | undefined {
  if (text.length > 400) return undefined;
  const zone = text.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  const fields = putRight(fieldsOf(zone));
  if (fields === undefined || !/^[A-Z]/.test(zone) || !zone.includes('<')) return undefined;
  if (!/^\d{6}$/.test(fields.birth.replaceAll('<', '0'))) return undefined;
  const wrong: string[] = [];
  if (!isChecked(fields.number, fields.numberDigit)) wrong.push('number');
  if (!isChecked(fields.birth, fields.birthDigit)) wrong.push('birthDate');
  if (!isChecked(fields.expiry, fields.expiryDigit)) wrong.push('expires');
  return {
    documentKind: fields.kind.replaceAll('<', ''),
    issuer: parseCountry(fields.issuer).value,
    number: filled(fields.number),
    name: filled(fields.name),
    birthDate: dateFrom(fields.birth, 30),
    expires: dateFrom(fields.expiry, 80),
    sex: fields.sex === 'F' ? 'f' : fields.sex === 'M' ? 'm' : null,
    nationality: parseCountry(fields.nationality).value,
    wrong,
  };
}

function putRight(fields: Fields | undefined): Fields | undefined {
  if (fields === undefined) return undefined;
  const numberDigit = digitsForLetters(fields.numberDigit);
  return {
    ...fields,
    issuer: lettersForDigits(fields.issuer),
    nationality: lettersForDigits(fields.nationality),
    name: lettersForDigits(fields.name),
    birth: digitsForLetters(fields.birth),
    birthDigit: digitsForLetters(fields.birthDigit),
    expiry: digitsForLetters(fields.expiry),
    expiryDigit: digitsForLetters(fields.expiryDigit),
    numberDigit,
    number: [...readings(fields.number)].find((number) => isChecked(number, numberDigit)) ?? fields.number,
  };
}

function fieldsOf(zone: string): Fields | undefined {
  if (zone.length === 90) return cardFields(zone);
  if (zone.length === 88) return bookFields(zone.slice(0, 44), zone.slice(44));
  if (zone.length === 72) return bookFields(zone.slice(0, 36), zone.slice(36));
  return undefined;
}

function cardFields(zone: string): Fields {
  // A number of more than nine characters goes on behind a filler, its check digit last (Doc 9303 part 5, 4.2.4).
  const longer = zone[14] === '<' ? /^([A-Z0-9]+)([0-9OI])</.exec(zone.slice(15, 30)) : null;
  return {
    kind: zone.slice(0, 2),
    issuer: zone.slice(2, 5),
    number: zone.slice(5, 14) + (longer?.[1] ?? ''),
    numberDigit: longer?.[2] ?? (zone[14] as string),
    birth: zone.slice(30, 36),
    birthDigit: zone[36] as string,
    sex: zone[37] as string,
    expiry: zone.slice(38, 44),
    expiryDigit: zone[44] as string,
    nationality: zone.slice(45, 48),
    name: zone.slice(60),
  };
}

function bookFields(first: string, second: string): Fields {
  return {
    kind: first.slice(0, 2),
    issuer: first.slice(2, 5),
    name: first.slice(5),
    number: second.slice(0, 9),
    numberDigit: second[9] as string,
    nationality: second.slice(10, 13),
    birth: second.slice(13, 19),
    birthDigit: second[19] as string,
    sex: second[20] as string,
    expiry: second.slice(21, 27),
    expiryDigit: second[27] as string,
  };
}

function filled(field: string): string | null {
  const text = field.replace(/^<+|<+$/g, '');
  return text === '' ? null : text;
}

/** Six digits; years up to the pivot are of the 2000s. */
function dateFrom(field: string, pivot: number): string | null {
  const digits = field.replaceAll('<', '0');
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)] as [
    string,
    string,
    string,
  ];
  if (!/^\d{6}$/.test(digits) || Number(month) > 12 || Number(day) > 31) return null;
  const full = `${Number(year) < pivot ? '20' : '19'}${year}`;
  if (month === '00') return full;
  return day === '00' ? `${full}-${month}` : `${full}-${month}-${day}`;
}
