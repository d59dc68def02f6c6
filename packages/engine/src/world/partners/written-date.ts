import type { BirthDate } from '../people.ts';

const two = (number: number) => String(number).padStart(2, '0');
/** `31.12.1990` */
export const dots = ({ year, month, day }: BirthDate) => `${two(day)}.${two(month)}.${year}`;
/** `31/12/1990` */
export const slashes = ({ year, month, day }: BirthDate) => `${two(day)}/${two(month)}/${year}`;
/** `31-12-1990` */
export const dashes = ({ year, month, day }: BirthDate) => `${two(day)}-${two(month)}-${year}`;
/** `12/31/1990` */
export const monthFirst = ({ year, month, day }: BirthDate) => `${two(month)}/${two(day)}/${year}`;
/** `1990-12-31` */
export const iso = ({ year, month, day }: BirthDate) => `${year}-${two(month)}-${two(day)}`;
/** Days since 30 December 1899, as spreadsheets count. */
export const serial = ({ year, month, day }: BirthDate) =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
