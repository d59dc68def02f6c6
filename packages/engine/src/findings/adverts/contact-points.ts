// In: a text. Out: the ways to reach somebody that it names, as people disguise them, each with the span of the
// original text that gave it and the normal form of `model/src/values`.

import { parseEmail } from '@clew/model/values/email.ts';
import { parseHandle } from '@clew/model/values/handle.ts';
import { parseUrl } from '@clew/model/values/url.ts';
import { phonesIn } from './phones.ts';

export type ContactKind = 'phone' | 'email' | 'handle' | 'web';

export interface ContactPoint {
  readonly kind: ContactKind;
  /** The normal form: E.164, or the digits as written where the country is not known; mailbox; account; address. */
  readonly value: string;
  /** Where it stands in the text, in UTF-16 units; `end` is the first unit behind it. */
  readonly start: number;
  readonly end: number;
}

export interface ContactOptions {
  /** Where national phone numbers are at home, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

/** Characters of a text that are looked at. */
const textLimit = 10_000;

/** The contact points of a text, in the order in which they begin. */
export function contactsIn(given: string, options: ContactOptions = {}): ContactPoint[] {
  const text = given.length > textLimit ? given.slice(0, textLimit) : given;
  const found: ContactPoint[] = [];
  const free = ({ start, end }: ContactPoint) =>
    found.every((other) => end <= other.start || start >= other.end);
  for (const find of [emailsIn, addressesIn, handlesIn])
    for (const point of find(text)) if (free(point)) found.push(point);
  for (const point of phonesIn(text, options))
    if (free({ ...point, kind: 'phone' })) found.push({ kind: 'phone', ...point });
  return found.sort((a, b) => a.start - b.start);
}

// Words that stand for @ and for the dot of an address, in several languages.
const at = 'at|arroba|arobase|chiocciola|małpa|malpa|klammeraffe|собака|arond|kukac|آت|ات';
const dot = 'dot|punto|punkt|point|ponto|punct|kropka|точка|nokta|pont|نقطة|دوت';
const open = '[([{<*_-]';
const close = '[)\\]}>*_-]';
const atSign = `\\s{0,3}(?:@|＠|${open}\\s?(?:@|${at}|a)\\s?${close})\\s{0,3}|\\s{1,3}(?:${at})\\s{1,3}`;
const dotSign = `\\s{0,2}(?:\\.|。|${open}\\s?(?:\\.|${dot})\\s?${close})\\s{0,2}|\\s{1,3}(?:${dot})\\s{1,3}`;
const domains = 'com|net|org|info|biz|eu|me|co|io|example|[a-z]{2}';
const email = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63})(?:${atSign})((?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}(?:${dotSign})){1,4}(?:${domains}))(?![\\p{L}\\p{N}])`,
  'giu',
);
const anyDot = new RegExp(dotSign, 'giu');
const hasAt = new RegExp(`[@＠]|[\\s([{<*_-](?:${at})[\\s)\\]}>*_-]`, 'iu');

function* emailsIn(text: string): Generator<ContactPoint> {
  if (!hasAt.test(text)) return;
  for (const match of text.matchAll(email)) {
    const [whole, name, domain] = match as unknown as [string, string, string];
    const { value } = parseEmail(`${name}@${domain.replace(anyDot, '.')}`);
    if (value !== null) yield { kind: 'email', value, start: match.index, end: match.index + whole.length };
  }
}

const address =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)[^\s<>"'|{}()[\]]{3,500}|(?<![\p{L}\p{N}@.])(?:t\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|vk\.com|tiktok\.com|onlyfans\.com|snapchat\.com|telegram\.me|x\.com|twitter\.com)\/[^\s<>"'|{}()[\]]{2,200}/giu;
const accounts =
  /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|instagram\.com|facebook\.com|fb\.com|vk\.com|tiktok\.com|onlyfans\.com|snapchat\.com|telegram\.me|x\.com|twitter\.com)\//i;

/** An address at a network of accounts is the account, any other the page. */
function* addressesIn(text: string): Generator<ContactPoint> {
  if (!/:\/\/|www\.|\.(?:me|com)\//i.test(text)) return;
  for (const match of text.matchAll(address)) {
    const given = match[0].replace(/[.,;:!?]+$/, '');
    const isAccount = accounts.test(given);
    if (/^(?:https?:\/\/)?wa\.me\/\+?\d/i.test(given)) continue;
    const { value } = isAccount ? parseHandle(given) : parseUrl(given);
    if (value === null) continue;
    yield { kind: isAccount ? 'handle' : 'web', value, start: match.index, end: match.index + given.length };
  }
}

const services =
  'insta|instagram|ig|telegram|tg|телеграм|snap|snapchat|kik|line|wechat|weixin|微信|skype|tiktok|onlyfans|twitter|facebook|viber|signal|threema|انستا|تلغرام|سناب';
const marked = /(?<![\p{L}\p{N}._@])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.]{1,38}[\p{L}\p{N}_]))/gu;
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${services})\\s{0,2}[:=：]\\s{0,2}@?([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.]{1,38}[\\p{L}\\p{N}_]))`,
  'giu',
);

function* handlesIn(text: string): Generator<ContactPoint> {
  if (!/[@:=：]/.test(text)) return;
  for (const form of [marked, named])
    for (const match of text.matchAll(form)) {
      const name = match[1] as string;
      const { value } = parseHandle(name);
      // A number behind the name of a service is a phone.
      if (value === null || /^\p{N}+$/u.test(name)) continue;
      const end = match.index + match[0].length;
      yield { kind: 'handle', value, start: form === marked ? match.index : end - name.length, end };
    }
}
