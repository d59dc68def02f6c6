// In: a text. Out: its tokens in typed arrays that are used again for the next text. Words are told by the classes of
// their characters (after UAX 29: letters, digits and what joins them; scripts without spaces character by
// character), not by a dictionary, so that the same text has the same tokens under every version of Node.

import { beyond, charClass, classes, emptyKey, extendKey, folds, makeTables } from './characters.ts';
import { spelledDigit } from './digit-words.ts';
import { isSite, isUnit } from './varying-words.ts';

/** Tokens of a text beyond this many are not looked at. */
export const tokenLimit = 1000;

export const tokenKind = {
  word: 0,
  /** Anything with a digit in it: numbers, prices, times, phones; neighbours are one token. */
  number: 1,
  /** Web and mail addresses, paths, handles. */
  address: 2,
  emoji: 3,
} as const;

/** By what all numbers and addresses are known: what varies by nature. */
export const mask = 0x4e554d42;

export class Tokens {
  count = 0;
  /** Where tokens begin and end, in UTF-16 units of the text. */
  readonly start = new Int32Array(tokenLimit);
  readonly end = new Int32Array(tokenLimit);
  /** What tokens are compared by: 32 bits of the folded word, or the mask of their kind. */
  readonly key = new Int32Array(tokenLimit);
  readonly kind = new Uint8Array(tokenLimit);
  /** How much of the text was looked at, in UTF-16 units: all of it unless it has too many tokens. */
  seen = 0;
  /** Whether there is a word for a digit among them. */
  hasDigitWord = false;
}

const { letter, digit, single, silent, pictograph, space } = charClass;

/** Takes a text apart into `tokens`. */
export function tokenise(text: string, tokens: Tokens): void {
  makeTables();
  tokens.count = 0;
  tokens.hasDigitWord = false;
  const length = text.length;
  let at = 0;
  while (at < length && tokens.count < tokenLimit) {
    const code = text.charCodeAt(at);
    const kind = classes[code] as number;
    if (kind === letter || kind === digit) at = readGlued(text, at, tokens);
    else if (kind === single) at = readSingle(tokens, at, folds[code] as number);
    else if (kind === pictograph) at = push(tokens, at, at + 1, code, tokenKind.emoji);
    else if (code >= 0xd800 && code < 0xdc00) at = readPair(text, at, tokens);
    else if ((code === 47 || code === 92 || code === 64) && startsAddress(text, at))
      at = readAddress(text, at, at, tokens);
    else if (code === 35 || code === 42 || code === 61 || code === 126) at = readOrnament(text, at, tokens);
    else at++;
  }
  tokens.seen = at;
  if (tokens.hasDigitWord) joinSpelled(tokens);
}

/** A row of one mark, as people set off what is to be seen: it is part of the wording. */
function readOrnament(text: string, from: number, tokens: Tokens): number {
  const code = text.charCodeAt(from);
  let at = from;
  while (text.charCodeAt(at) === code) at++;
  return at - from < 3 ? at : push(tokens, from, at, extendKey(emptyKey, code), tokenKind.emoji);
}

function readSingle(tokens: Tokens, at: number, fold: number): number {
  const key = extendKey(emptyKey, fold);
  if (spelledDigit(key) !== undefined) tokens.hasDigitWord = true;
  return push(tokens, at, at + 1, key, tokenKind.word);
}

function readPair(text: string, at: number, tokens: Tokens): number {
  const { kind, fold } = beyond(text.codePointAt(at) as number);
  if (kind === letter || kind === digit) return readGlued(text, at, tokens);
  if (kind === pictograph) return push(tokens, at, at + 2, extendKey(emptyKey, fold), tokenKind.emoji);
  if (kind === single) return push(tokens, at, at + 2, extendKey(emptyKey, fold), tokenKind.word);
  return at + 1;
}

/** Words that marks glue together are one thing that varies when there is a digit in it: a file, a version, a reference. */
function readGlued(text: string, from: number, tokens: Tokens): number {
  let end = from;
  let digits = 0;
  let marks = 0;
  let waiting = 0;
  const limit = Math.min(text.length, from + longestGlued);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    const kind = classes[code] as number;
    if (kind === letter || kind === digit) {
      if (kind === digit) digits++;
      marks += waiting;
      waiting = 0;
      end = at + 1;
    } else if (kind !== silent) {
      if (!glue.has(code) && !opensIndex(text, at)) break;
      waiting++;
    }
  }
  if (digits === 0 || marks === 0) return readWord(text, from, tokens);
  return pushVarying(text, tokens, from, { end, kind: tokenKind.number });
}

/** "name(22)", "worker[7]": a bracket between a letter and a digit. */
function opensIndex(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code !== 40 && code !== 91) || at + 1 >= text.length) return false;
  return classes[text.charCodeAt(at + 1)] === digit && classes[text.charCodeAt(at - 1)] === letter;
}

/** Characters of a glued thing that are looked at. */
const longestGlued = 200;
const glue: ReadonlySet<number> = new Set([...'-_~./\\@$#'].map((mark) => mark.charCodeAt(0)));

/** Reads on while characters belong to one word; a word with a digit in it is a number. */
function readWord(text: string, from: number, tokens: Tokens): number {
  let hash = emptyKey;
  let at = from;
  let digits = 0;
  let dots = 0;
  let end = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind = classes[code] as number;
    let fold = folds[code] as number;
    if (code >= 0xd800 && code < 0xdc00) {
      ({ kind, fold } = beyond(text.codePointAt(at) as number));
      if (kind === letter || kind === digit) at++;
    }
    if (kind === letter || kind === digit) {
      if (kind === digit) digits++;
      hash = extendKey(hash, fold);
      end = at + 1;
    } else if (kind === silent) end = at + 1;
    else if (!joins(text, at, end)) break;
    else if (code === 46) dots++;
  }
  if (at < text.length && opensAddress(text, at, from, end)) return readAddress(text, from, at, tokens);
  if (digits > 0) return pushVarying(text, tokens, from, { end, kind: tokenKind.number });
  if (spelledDigit(hash) !== undefined) tokens.hasDigitWord = true;
  if (isUnit(hash) && followsNumber(text, tokens, from)) {
    tokens.end[tokens.count - 1] = end;
    return end;
  }
  if (dots > 1 || (dots === 1 && isSite(text.slice(from, end))))
    return pushVarying(text, tokens, from, { end, kind: tokenKind.address });
  return push(tokens, from, end, hash, tokenKind.word);
}

/** A unit belongs to the number before it: "80 EUR", "384 KB". */
function followsNumber(text: string, tokens: Tokens, from: number): boolean {
  const last = tokens.count - 1;
  if (last < 0 || tokens.key[last] !== mask) return false;
  const gap = from - (tokens.end[last] as number);
  return gap === 0 || (gap === 1 && classes[text.charCodeAt(from - 1)] === space);
}

/** A dot, an apostrophe or a middle dot between letters or digits joins them (UAX 29, MidNumLet and MidLetter). */
function joins(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 46 && code !== 39 && code !== 0x2019 && code !== 0xb7) return false;
  if (end !== at || at + 1 >= text.length) return false;
  const next = classes[text.charCodeAt(at + 1)];
  return next === letter || next === digit;
}

function opensAddress(text: string, at: number, from: number, end: number): boolean {
  if (end !== at) return false;
  const code = text.charCodeAt(at);
  if (code === 64) return at + 1 < text.length && classes[text.charCodeAt(at + 1)] === letter;
  if (code === 58 && (text.startsWith('://', at) || (at === from + 1 && text.charCodeAt(at + 1) === 92)))
    return true;
  return code === 47 && text.startsWith('www.', from);
}

/** A slash or an at sign that begins something: nothing before it, a letter behind it. */
function startsAddress(text: string, at: number): boolean {
  const next = at + 1 < text.length ? classes[text.charCodeAt(at + 1)] : 0;
  if (next !== letter) return false;
  return at === 0 || !isInside(text.charCodeAt(at - 1));
}

function isInside(code: number): boolean {
  const kind = classes[code];
  return kind === letter || kind === digit || kind === silent;
}

function readAddress(text: string, from: number, at: number, tokens: Tokens): number {
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (classes[code] === space || closing.includes(text[end] as string)) break;
    end++;
  }
  let last = end;
  while (last > from + 1 && '.,;:!?)]}'.includes(text[last - 1] as string)) last--;
  return pushVarying(text, tokens, from, { end: last, kind: tokenKind.address });
}

const closing = '<>"\'|{}()[]';

/** What varies joins what varies before it, with nothing but a few marks between: a phone in groups, a date, an amount. */
function pushVarying(
  text: string,
  tokens: Tokens,
  from: number,
  { end, kind }: { end: number; kind: number },
): number {
  const last = tokens.count - 1;
  const gap = last < 0 || tokens.key[last] !== mask ? 4 : from - (tokens.end[last] as number);
  const start = from > 0 && text.charCodeAt(from - 1) === 43 ? from - 1 : from;
  if (gap > 3 || hasLineEnd(text, from - gap, from)) return push(tokens, start, end, mask, kind);
  tokens.end[last] = end;
  return end;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return true;
  return false;
}

function push(tokens: Tokens, start: number, end: number, key: number, kind: number): number {
  const at = tokens.count++;
  tokens.start[at] = start;
  tokens.end[at] = end;
  tokens.key[at] = key;
  tokens.kind[at] = kind;
  return end;
}

/** Words for digits among digits become one number: "07 one two 3 four five six". */
function joinSpelled(tokens: Tokens): void {
  let to = 0;
  for (let at = 0; at < tokens.count; ) {
    let end = at;
    let isSpelled = false;
    while (end < tokens.count && isDigits(tokens, end)) {
      if (tokens.kind[end] === tokenKind.word) isSpelled = true;
      end++;
    }
    const joined = isSpelled && digitsIn(tokens, at, end) >= 7;
    const next = joined ? end : Math.max(end, at + 1);
    if (joined) moveToken(tokens, at, { to: to++, end: tokens.end[end - 1] as number });
    else
      for (let each = at; each < next; each++)
        moveToken(tokens, each, { to: to++, end: tokens.end[each] as number });
    at = next;
  }
  tokens.count = to;
}

function isDigits(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === tokenKind.number || spelledDigit(tokens.key[at] as number) !== undefined;
}

function digitsIn(tokens: Tokens, from: number, to: number): number {
  let digits = 0;
  for (let at = from; at < to; at++)
    digits +=
      tokens.kind[at] === tokenKind.number ? (tokens.end[at] as number) - (tokens.start[at] as number) : 1;
  return digits;
}

function moveToken(tokens: Tokens, at: number, { to, end }: { to: number; end: number }): void {
  const isNumber = end !== tokens.end[at];
  tokens.start[to] = tokens.start[at] as number;
  tokens.end[to] = end;
  tokens.key[to] = isNumber ? mask : (tokens.key[at] as number);
  tokens.kind[to] = isNumber ? tokenKind.number : (tokens.kind[at] as number);
}
