import { compact } from './code.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** Cyrillic letters stand on plates only where a Latin letter has their shape (Vienna Convention 1968, annex 2). */
const shapes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
};

/** A vehicle plate in upper-case letters and digits, nothing between them. */
export function parsePlate(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text.toUpperCase().replace(/[АВЕКМНОРСТУХІ]/g, (letter) => shapes[letter] ?? letter));
  return value.length < 2 || value.length > 15 ? failed('value-unreadable') : parsed(value);
}
