import { isLuhnChecked } from '@clew/model/values/check-digit.ts';
import { countryOf } from './countries.ts';
import type { Dice } from './dice.ts';

/** A phone number; `serial` decides it, so no two people have one by accident. E.164. */
export function phoneFrom(country: string, serial: number): string {
  const { calling, mobile, digits } = countryOf(country);
  const span = 10 ** digits;
  const place = scattered(serial, span * mobile.length, 5_046_217);
  const prefix = mobile[Math.floor(place / span)] ?? '';
  return `+${calling}${prefix}${String(place % span).padStart(digits, '0')}`;
}

/** `serial` moved to another place below `limit` (10^n times a small number) without two meeting below it. */
function scattered(serial: number, limit: number, factor: number): number {
  return (serial * factor + 7_654_321) % limit;
}

/** An IMEI with a right check digit; `serial` decides it. */
export function imeiFrom(serial: number): string {
  const body = `35${String(scattered(serial, 1_000_000_000_000, 7_368_787)).padStart(12, '0')}`;
  const check = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(isLuhnChecked);
  return check ?? body;
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** A document number by the habit of its country: letters, then digits. */
export function documentNumber(country: string, serial: number): string {
  const first = country.charCodeAt(0) + country.charCodeAt(1);
  const pair = `${letters[first % 23]}${letters[Math.floor(serial / 10_000_000) % 23]}`;
  return `${pair}${String(scattered(serial, 10_000_000, 3_267_949)).padStart(7, '0')}`;
}

/** The number of somebody's birth certificate in the registers of a world. */
export function certificateNumber(serial: number): string {
  return `GU${String(scattered(serial, 100_000_000, 32_679_491)).padStart(8, '0')}`;
}

/** A number plate that looks like those of the country. */
export function plateFrom(country: string, serial: number): string {
  const place = scattered(serial, 1_000_000_000, 7_368_787);
  const letter = (at: number) => letters[Math.floor(place / 23 ** at) % 23] ?? 'A';
  const digits = (count: number) => String(place % 10 ** count).padStart(count, '0');
  const city = platePlaces[country] ?? ['X'];
  const head = city[serial % city.length] ?? 'X';
  if (country === 'DE' || country === 'AT') return `${head}-${letter(3)}${letter(2)} ${digits(4)}`;
  if (country === 'RO') return `${head} ${digits(3)} ${letter(3)}${letter(4)}${letter(5)}`;
  if (country === 'UA') return `${head} ${digits(4)} ${letter(3)}${letter(4)}`;
  if (country === 'HR') return `${head} ${digits(4)}-${letter(3)}${letter(4)}`;
  if (country === 'NL') return `${letter(3)}${letter(4)}-${digits(3)}-${letter(5)}${letter(2)}`;
  if (country === 'ES') return `${digits(4)} ${letter(3)}${letter(4)}${letter(5)}`;
  return `${letter(3)}${letter(4)}-${digits(3)}-${letter(5)}${letter(2)}`;
}

const platePlaces: Readonly<Record<string, readonly string[]>> = {
  DE: ['B', 'HH', 'M', 'K', 'F', 'S', 'L', 'DO', 'KI', 'HB', 'DD', 'OS', 'GI', 'PB'],
  AT: ['W', 'G', 'L', 'S'],
  RO: ['B', 'CJ', 'TM', 'IS', 'CT', 'BV', 'BC', 'GL', 'VS', 'NT'],
  UA: ['AA', 'BC', 'BH', 'AX', 'AE', 'CE'],
  HR: ['ZG', 'ST', 'RI', 'OS'],
};

const ibanLengths: Readonly<Record<string, number>> = {
  DE: 18,
  RO: 20,
  FR: 23,
  NL: 14,
  IT: 23,
  GB: 18,
  AT: 16,
  BE: 12,
  BG: 18,
};

/** An IBAN with right check digits (ISO 13616, ISO 7064 mod 97-10). */
export function ibanFrom(country: string, serial: number, dice: Dice): string {
  const home = ibanLengths[country] === undefined ? 'DE' : country;
  const length = ibanLengths[home] ?? 18;
  const bank =
    home === 'RO' ? 'BTRL' : home === 'NL' ? 'INGB' : home === 'GB' ? 'BARC' : home === 'BG' ? 'UNCR' : '';
  let body = String(scattered(serial, 1_000_000_000, 6_700_417)).padStart(9, '0');
  while (body.length + bank.length < length) body = String(dice.below(10)) + body;
  const account = nationalAccount(home, body) ?? bank + body.slice(-(length - bank.length));
  const check = 98 - mod97(`${account}${home}00`);
  return `${home}${String(check).padStart(2, '0')}${account}`;
}

/** The IBAN with its check digits off by one. */
export function brokenIban(iban: string): string {
  const check = (Number(iban.slice(2, 4)) + 1) % 97;
  return `${iban.slice(0, 2)}${String(check).padStart(2, '0')}${iban.slice(4)}`;
}

function nationalAccount(country: string, body: string): string | undefined {
  if (country === 'FR') return withFrenchKey(body);
  if (country === 'IT') return withItalianLetter(body);
  if (country === 'BE') return body.slice(-10) + String(Number(body.slice(-10)) % 97 || 97).padStart(2, '0');
  return undefined;
}

function withFrenchKey(body: string): string {
  const [bank, branch, account] = [body.slice(0, 5), body.slice(5, 10), body.slice(10, 21)];
  const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * (Number(account) % 97)) % 97);
  return `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
}

function withItalianLetter(body: string): string {
  const digits = body.slice(-22);
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[at]);
    sum += at % 2 === 0 ? (odd[digit] ?? 0) : digit;
  }
  return String.fromCharCode(65 + (sum % 26)) + digits;
}

function mod97(text: string): number {
  let rest = 0;
  for (const letter of text) {
    const value = letter >= 'A' ? letter.charCodeAt(0) - 55 : Number(letter);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
