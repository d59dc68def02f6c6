import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** A place by name: folded words. */
export function parsePlace(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const value = foldPhrase(text);
  return value === '' ? failed('value-unreadable') : parsed(value);
}
