import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** The name of an online account in lower case, without @ and without the site's address before it. */
export function parseHandle(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 1000) return failed('value-unreadable');
  const path = trimmed
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/(?=\S)/, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^@+/, '');
  return name === '' || /\s/.test(name) ? failed('value-unreadable') : parsed(name);
}
