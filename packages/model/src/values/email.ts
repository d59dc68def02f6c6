import { failed, nothing, type Parsed, parsed } from './parsed.ts';

interface Provider {
  /** The domain that stands for all domains of the same mailboxes. */
  readonly domain: string;
  /** Characters that the provider leaves out of the name. */
  readonly ignored?: RegExp;
  /** From where on the name is a tag of its owner's. */
  readonly tag: string;
}

const google: Provider = { domain: 'gmail.com', ignored: /\./g, tag: '+' };
const proton: Provider = { domain: 'proton.me', ignored: /[._-]/g, tag: '+' };
const tagged = (domain: string): [string, Provider] => [domain, { domain, tag: '+' }];

/** What providers say of their own addresses; of all others, every character counts. */
const providers: ReadonlyMap<string, Provider> = new Map([
  ['gmail.com', google],
  ['googlemail.com', google],
  ['proton.me', proton],
  ['protonmail.com', proton],
  ['protonmail.ch', proton],
  ['pm.me', proton],
  tagged('outlook.com'),
  tagged('hotmail.com'),
  tagged('live.com'),
  tagged('icloud.com'),
  tagged('fastmail.com'),
]);

/**
 * An e-mail address in lower case, without display name or `mailto:`: the mailbox that it is delivered to. Dots and
 * `+tag` fall away where the provider ignores them. Spellings that hide an
 * address from machines ("name (at) host (dot) org") are read.
 */
export function parseEmail(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 1000) return failed('value-unreadable');
  const inner = /<([^<>]*)>\s*$/.exec(trimmed)?.[1] ?? trimmed;
  const address = inner
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/\s*(?:\(at\)|\[at\])\s*/, '@')
    .replace(/\s*(?:\(dot\)|\[dot\])\s*/g, '.')
    .replace(/\.+$/, '')
    .trim();
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(?:\.[^\s@<>(),;:".]+)+$/.test(address)
    ? parsed(mailbox(address))
    : failed('value-unreadable');
}

function mailbox(address: string): string {
  const at = address.indexOf('@');
  const [name, domain] = [address.slice(0, at), address.slice(at + 1)];
  const provider = providers.get(domain);
  if (provider === undefined) return address;
  const tag = name.indexOf(provider.tag);
  const untagged = tag > 0 ? name.slice(0, tag) : name;
  const plain = provider.ignored === undefined ? untagged : untagged.replace(provider.ignored, '');
  return plain === '' ? address : `${plain}@${provider.domain}`;
}
