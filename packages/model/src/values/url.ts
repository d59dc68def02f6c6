import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** A web address as lower-case host and path, without scheme, `www.`, query and closing slash. */
export function parseUrl(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  const plain = trimmed
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^(?:www\.)+/, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return plain.length > 2000 || !/^[^\s/:@]+\.[^\s/:@.]{2,}(?::\d{1,5})?(?:\/\S*)?$/.test(plain)
    ? failed('value-unreadable')
    : parsed(plain);
}
