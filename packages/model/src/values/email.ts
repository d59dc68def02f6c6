import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** An e-mail address in lower case, without display name or `mailto:`. */
export function parseEmail(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 1000) return failed('value-unreadable');
  const inner = /<([^<>]*)>\s*$/.exec(trimmed)?.[1] ?? trimmed;
  const address = inner
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .trim();
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(?:\.[^\s@<>(),;:".]+)+$/.test(address)
    ? parsed(address)
    : failed('value-unreadable');
}
