import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** First parts of a path behind which the name of the account stands. */
const before: ReadonlySet<string> = new Set([
  'in',
  'user',
  'users',
  'channel',
  'c',
  'people',
  'add',
  'u',
  'profile',
  'm',
]);
/** First parts of a path that name a post, a group or a page of the site, and nobody's account. */
const nobodys: ReadonlySet<string> = new Set(
  'p reel reels tv stories explore watch hashtag search groups events posts photo photos video videos joinchat share status login'.split(
    ' ',
  ),
);

/**
 * The name of an online account in lower case, without @ and without the site's address before it. An address of a post
 * under an account gives the account; one that names none is not a handle.
 */
export function parseHandle(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 1000) return failed('value-unreadable');
  const lower = trimmed.normalize('NFKC').toLowerCase();
  const site = /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/(?=\S)/.exec(lower);
  const name = (site === null ? lastPart(lower) : accountOf(lower.slice(site[0].length))).replace(/^@+/, '');
  return name === '' || /\s/.test(name) ? failed('value-unreadable') : parsed(name);
}

function lastPart(text: string): string {
  const path = text.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

function accountOf(address: string): string {
  const byNumber = /[?&](?:id|user_id|uid)=([a-z0-9_.-]+)/.exec(address);
  const parts = address
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((part) => part !== '');
  if (/^profile(?:\.php)?$/.test(parts[0] ?? '') && byNumber !== null) return byNumber[1] as string;
  const named = parts.find((part) => part.startsWith('@'));
  if (named !== undefined) return named;
  const first = before.has(parts[0] ?? '') && parts.length > 1 ? parts[1] : parts[0];
  return first === undefined || nobodys.has(first) || first.startsWith('+') ? '' : first;
}
