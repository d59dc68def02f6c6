import { latin } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** Letters and digits of any script in upper-case Latin, nothing between them. */
export function compact(text: string): string {
  return latin(text.replaceAll('№', ''))
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

/** A code or number of some register. */
export function parseCode(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = compact(text);
  return value === '' ? failed('value-unreadable') : parsed(value);
}
