import { type Parsed, parsed } from './parsed.ts';

/** Free text with its white space collapsed. */
export function parseText(text: string): Parsed {
  return parsed(text.replace(/\s+/g, ' ').trim());
}
