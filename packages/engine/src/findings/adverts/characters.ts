// What a character is for the tokens of a text, in tables over the first 65,536 code points, so that a long text costs
// one look-up a character. Properties are Unicode's; the tables are made once, at the first text.

/** What a character does in a token. */
export const charClass = {
  separator: 0,
  letter: 1,
  digit: 2,
  /** A token by itself: scripts that put no space between words. */
  single: 3,
  /** Neither ends a word nor belongs to it: marks that readers drop, joiners, variation selectors, keycaps. */
  silent: 4,
  pictograph: 5,
  space: 6,
} as const;

/** By code point of the basic multilingual plane. Nothing is in it before `makeTables`. */
export const classes = new Uint8Array(0x10000);

/**
 * By code point, as `classes`: the character that stands for all that look or sound like it: lower case, no marks, ASCII
 * digits.
 */
export const folds = new Uint16Array(0x10000);

// Look-alikes that are typed for Latin letters; the mapping holds for whole words of these scripts too, which does no
// harm where words are only compared with one another.
const lookAlikes = 'аеорсухіјѕкмтвнԁɡαορνικτ';
const latinForThem = 'aeopcyxijskmtbhdgaopvikt';

let made = false;

/** Fills the tables, once: a seventh of a second that a process without a text does not spend. */
export function makeTables(): void {
  if (made) return;
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = String.fromCharCode(code);
    classes[code] = classOf(text);
    folds[code] = foldOf(text);
    if (classes[code] === charClass.separator && /[0-9]/.test(String.fromCharCode(folds[code] as number)))
      classes[code] = charClass.digit;
  }
  made = true;
}

/** Ranges of marks that may be there or not without another word: accents, vowel points, joiners, selectors, keycaps. */
const silentRanges: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x20e3, 0x20e3],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

function isSilent(code: number): boolean {
  return silentRanges.some(([first, last]) => code >= first && code <= last);
}

const single =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The class of one code point. */
function classOf(text: string): number {
  if (isSilent(text.codePointAt(0) as number)) return charClass.silent;
  if (/\s/.test(text)) return charClass.space;
  if (/\p{Nd}/u.test(text)) return charClass.digit;
  if (/[\p{L}\p{M}]/u.test(text)) return single.test(text) ? charClass.single : charClass.letter;
  if (/\p{Extended_Pictographic}/u.test(text)) return charClass.pictograph;
  return charClass.separator;
}

/** The code unit by which one code point of the first plane is compared; of a later plane the same, cut to 16 bits. */
export function foldOf(text: string): number {
  const code = text.codePointAt(0) as number;
  if (/\p{Nd}/u.test(text)) return 48 + digitValue(code);
  const plain = text.normalize('NFKD').toLowerCase();
  const first = plain.codePointAt(0) ?? code;
  const at = lookAlikes.indexOf(String.fromCodePoint(first));
  return (at < 0 ? first : latinForThem.charCodeAt(at)) & 0xffff;
}

/** Decimal digits come in runs of ten from a zero (Unicode, chapter 4.6): the zero is the tenth at most before it. */
function digitValue(code: number): number {
  const plain = String.fromCodePoint(code).normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return Number(plain);
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** What a code point beyond the first plane is and stands for; few are ever met, so those met are remembered. */
export function beyond(code: number): { readonly kind: number; readonly fold: number } {
  const known = met.get(code);
  if (known !== undefined) return known;
  const text = String.fromCodePoint(code);
  const fold = foldOf(text);
  const kind = fold >= 48 && fold < 58 ? charClass.digit : classOf(text);
  if (met.size >= 10_000) met.clear();
  met.set(code, { kind, fold });
  return { kind, fold };
}

const met = new Map<number, { readonly kind: number; readonly fold: number }>();

/** The key of a word of no characters. */
export const emptyKey = 0x811c9dc5 | 0;

/** The key of a word that is one folded character longer: FNV-1a (Fowler, Noll, Vo) over 16-bit units. */
export function extendKey(key: number, fold: number): number {
  return Math.imul(key ^ fold, 0x01000193);
}

/** Whether a word may be one of a few: hardly any other passes, so that most are not looked up. The words by their keys. */
export function fewWords(keys: Iterable<number>): (key: number) => boolean {
  const marks = new Uint8Array(1 << 14);
  const mask = marks.length - 1;
  for (const key of keys) marks[key & mask] = 1;
  return (key) => marks[key & mask] === 1;
}

/** The key of a word, as the tokens of a text have it. */
export function keyOfWord(word: string): number {
  let key = emptyKey;
  for (const character of word) {
    if (!isSilent(character.codePointAt(0) as number)) key = extendKey(key, foldOf(character));
  }
  return key;
}
