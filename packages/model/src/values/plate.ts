import { compact } from './code.ts';
import { latinShapes } from './look-alike.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/**
 * A vehicle plate in upper-case letters and digits, nothing between them. Cyrillic and Greek letters stand on plates only
 * where a Latin letter has their shape (Vienna Convention 1968, annex 2).
 */
export function parsePlate(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(latinShapes(text));
  return value.length < 2 || value.length > 15 ? failed('value-unreadable') : parsed(value);
}
