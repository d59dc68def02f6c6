// In: a text. Out: the phone numbers in it: digits of any script, keycaps, words for digits, letters that look like
// digits among digits, with spaces, marks and pictures between them.

import { parsePhone } from '@clew/model/values/phone.ts';
import { beyond, charClass, classes, emptyKey, extendKey, folds, makeTables } from './characters.ts';
import { spelledDigit, timesOf } from './digit-words.ts';

export interface FoundPhone {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Digits that stand together. */
interface Piece {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** A plus stands before it: a number begins here. */
  readonly opens: boolean;
  /** Of letters alone, which are digits only between digits. */
  readonly isLetters: boolean;
  /** A mark stands before it and no space. */
  readonly isHeld: boolean;
}

const { letter, digit, single, silent, space } = charClass;

const fewest = 7;
const most = 15;
/** Pieces of one run that are looked at. */
const longestRun = 24;
/** Numbers that are tried for one run before it is given up. */
const mostTries = 40;
/** A number that begins like none may have so many pieces beside it that are none of it. */
const strays = 2;
/** Marks between two digits of a number. */
const widestGap = 5;
/** What parts two numbers: money, line ends, what joins ranges. */
const parting = /[€$£¥₽₴\n\r;|]/;

/** Phone numbers in the order of the text, none over another. */
export function* phonesIn(
  text: string,
  { country }: { readonly country?: string | undefined },
): Generator<FoundPhone> {
  makeTables();
  let run: Piece[] = [];
  let after = 0;
  for (const piece of piecesIn(text)) {
    if (run.length > 0 && (piece === otherWords || opensRun(piece, text.slice(after, piece.start)))) {
      yield* phonesOf(run, country);
      run = [];
    }
    if (piece === otherWords) continue;
    run.push(piece);
    after = piece.end;
  }
  yield* phonesOf(run, country);
}

/** Whether a piece is not of the number before it, by the gap between. */
function opensRun({ opens, digits }: Piece, gap: string): boolean {
  return opens || gap.length > widestGap + (digits.length === 1 ? 3 : 0) || parting.test(gap);
}

const otherWords: Piece = { digits: '', start: 0, end: 0, opens: false, isLetters: false, isHeld: false };

/** Pieces of digits, and `otherWords` where any other words stand behind one. */
function* piecesIn(text: string): Generator<Piece> {
  let isOther = true;
  let times = 1;
  let saidFrom = -1;
  for (let at = 0; at < text.length; ) {
    if (!opensWord(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const wordEnd = endOfOtherWord(text, at);
    if (wordEnd > at) {
      times = 1;
      if (!isOther) yield otherWords;
      isOther = true;
      at = wordEnd;
      continue;
    }
    const { end, key, digits, letters } = readRun(text, at);
    if (end === at) {
      at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
      continue;
    }
    const multiplier = digits === '' ? timesOf(key) : undefined;
    const said = digits === '' ? spelledDigit(key) : undefined;
    const shown = said === undefined ? digits : String(said).repeat(times);
    if (multiplier !== undefined) [times, saidFrom] = [multiplier, at];
    else if (shown === '') {
      times = 1;
      if (!isOther) yield otherWords;
      isOther = true;
    } else {
      const opens = /\+\s?$/.test(text.slice(Math.max(0, at - 2), at));
      const start = opens ? text.lastIndexOf('+', at) : times > 1 && said !== undefined ? saidFrom : at;
      times = 1;
      isOther = false;
      const isLetters = letters > 0 && digits !== '' && letters === digits.length;
      const isHeld = at > 0 && classes[text.charCodeAt(at - 1)] !== space;
      yield { digits: shown, start, end, opens, isLetters, isHeld };
    }
    at = end;
  }
}

/** Where a word of letters alone ends that stands for no digit, as most do: `from` where it is none. Three letters are no digits. */
function endOfOtherWord(text: string, from: number): number {
  let key = emptyKey;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (classes[code] !== letter) {
      if (classes[code] === digit || classes[code] === silent || (code >= 0xd800 && code < 0xe000))
        return from;
      break;
    }
    key = extendKey(key, folds[code] as number);
  }
  const isOther = at - from > 2 && timesOf(key) === undefined && spelledDigit(key) === undefined;
  return isOther ? at : from;
}

interface Run {
  readonly end: number;
  readonly key: number;
  /** As digits, empty where a letter among them does not look like one. */
  readonly digits: string;
  readonly letters: number;
}

/** Whether a word may begin with a code unit: with half of a code point beyond the first plane too. */
function opensWord(code: number): boolean {
  const kind = classes[code];
  return kind === letter || kind === digit || kind === single || (code >= 0xd800 && code < 0xe000);
}

/** Letters and digits without anything between. */
function readRun(text: string, from: number): Run {
  let [at, end, key, letters] = [from, from, emptyKey, 0];
  let digits = '';
  let isDigits = true;
  while (at < text.length) {
    const point = text.codePointAt(at) as number;
    const step = point > 0xffff ? 2 : 1;
    let kind = classes[point] as number;
    let fold = folds[point] as number;
    if (step === 2) ({ kind, fold } = beyond(point));
    if (kind === single && end > from) break;
    if (kind !== letter && kind !== digit && kind !== single && (kind !== silent || end === from)) break;
    at += step;
    end = at;
    if (kind === silent) continue;
    key = extendKey(key, fold);
    if (kind === single) return { end, key, digits: '', letters: 1 };
    if (kind === letter) letters++;
    const looks = kind === digit ? fold : (lookAlikes[fold] as number);
    if (looks === 0) isDigits = false;
    if (isDigits) digits += String.fromCharCode(looks);
  }
  const isNumber = isDigits && (letters < digits.length || letters <= 2);
  return { end, key, digits: isNumber ? digits : '', letters };
}

/** The digits for which letters are put, by the letter as `characters.ts` folds it; 0 for any other. */
const lookAlikes = new Uint8Array(0x10000);
for (const pair of 'o0 q0 i1 l1 z2 з3 s5 б6 b8'.split(' '))
  lookAlikes[pair.charCodeAt(0)] = pair.charCodeAt(1);

/**
 * The numbers of a run: the whole, or what is left when pieces fall away at its ends; what begins with a plus or a nought,
 * as numbers do, before anything else.
 */
function* phonesOf(given: readonly Piece[], country: string | undefined): Generator<FoundPhone> {
  const run = withoutLetterEnds(given);
  const count = (from: number, to: number) =>
    run.slice(from, to).reduce((sum, { digits }) => sum + digits.length, 0);
  if (run.length === 0 || count(0, run.length) < fewest) return;
  let tries = 0;
  for (const isMarked of [true, false])
    for (let length = run.length; length > (isMarked ? 0 : Math.max(0, run.length - strays - 1)); length--)
      for (let from = 0; from + length <= run.length; from++) {
        const first = run[from] as Piece;
        if ((first.opens || first.digits.startsWith('0')) !== isMarked) continue;
        // What begins with a plus begins nowhere else.
        if (from > 0 && run[0]?.opens) continue;
        const digits = count(from, from + length);
        if (digits < fewest || digits > most + 2 || tries++ > mostTries) continue;
        const phone = phoneFrom(run.slice(from, from + length), { country, isWhole: length === run.length });
        if (phone === undefined) continue;
        yield* phonesOf(run.slice(0, from), country);
        yield phone;
        yield* phonesOf(run.slice(from + length), country);
        return;
      }
}

/** A lone letter at an end is a word: "call 0712 345 678 I am here". Held by a mark it is a digit: "67-O". */
function withoutLetterEnds(run: readonly Piece[]): readonly Piece[] {
  let [from, to] = [0, run.length];
  while (from < to && run[from]?.isLetters) from++;
  while (to > from && run[to - 1]?.isLetters && !run[to - 1]?.isHeld) to--;
  return run.slice(from, Math.min(to, from + longestRun));
}

function phoneFrom(
  pieces: readonly Piece[],
  { country, isWhole }: { readonly country: string | undefined; readonly isWhole: boolean },
): FoundPhone | undefined {
  const [first, last] = [pieces[0] as Piece, pieces.at(-1) as Piece];
  const digits = pieces.map((piece) => piece.digits).join('');
  const place = { start: first.start, end: last.end };
  const parsed = parsedPhone(`${first.opens ? '+' : ''}${digits}`, country);
  if (parsed !== null) return { value: parsed, ...place };
  const isNational = digits.startsWith('0') || digits.length >= 9;
  return isWhole && isNational && digits.length <= most && country === undefined
    ? { value: digits, ...place }
    : undefined;
}

const known = new Map<string, string | null>();

function parsedPhone(text: string, country: string | undefined): string | null {
  const key = `${country ?? ''} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { value } = parsePhone(text, { country });
  if (known.size >= 20_000) known.clear();
  known.set(key, value);
  return value;
}
