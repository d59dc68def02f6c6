import anyAscii from 'any-ascii';
import { isArabicWord, latinFromArabic } from './arabic.ts';
import { isKhmerWord, latinFromKhmer } from './khmer.ts';

// One fold for everything that is compared: any script to Latin letters, lower case, no marks. Umlauts lose their
// dots (ä -> a, not ae) and ß becomes ss, as any-ascii has it; a name written "Mueller" therefore differs from
// "Müller" by one letter, which the comparison of names bears.

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ascii = /^[\x00-\x7f]*$/;
const syllables = /[\p{Script=Han}\p{Script=Hangul}]/u;
const arabicScript = /[\u0600-\u06ff\u0750-\u077f]/;

const cacheLimit = 50_000;
const cache = new Map<string, string>();

/** Text of any script in ASCII. Chinese and Korean syllables are set apart by spaces. Case is kept. */
export function latin(text: string): string {
  if (ascii.test(text)) return text;
  let result = '';
  for (const part of text.normalize('NFC').split(/(\s+)/)) result += latinWord(part);
  return result;
}

/** Lower-case Latin without marks, white space collapsed; punctuation stays. */
export function fold(text: string): string {
  return latin(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Words of letters and digits only: apostrophes join, everything else parts. */
export function foldWords(text: string): readonly string[] {
  return (
    latin(text)
      .toLowerCase()
      .replace(/['`"]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** `foldWords` joined by a space: the form in which header words and known words are kept. */
export function foldPhrase(text: string): string {
  return foldWords(text).join(' ');
}

function latinWord(word: string): string {
  if (ascii.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const spelt = spellWord(word);
  if (word.length <= 64) {
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(word, spelt);
  }
  return spelt;
}

function spellWord(word: string): string {
  if (syllables.test(word)) {
    let text = '';
    for (const char of word) text += syllables.test(char) ? ` ${anyAscii(char)} ` : anyAscii(char);
    return text.trim().replace(/ {2,}/g, ' ');
  }
  if (isKhmerWord(word)) return latinFromKhmer(word);
  if (arabicScript.test(word)) {
    return word
      .split(/([\u0600-\u06ff\u0750-\u077f]+)/)
      .map((part) => (isArabicWord(part) ? anyAscii(latinFromArabic(part)) : anyAscii(part)))
      .join('');
  }
  return anyAscii(hardSign(word).replace(/[‐‑‒–—]/g, '-'));
}

/** The Bulgarian ъ is a vowel (a); before е, ё, ю, я the Russian one has no sound. The Belarusian ў stands for v. */
function hardSign(word: string): string {
  return word
    .replace(/ў/g, 'в')
    .replace(/Ў/g, 'В')
    .replace(/ъ(?![еёюя])/g, 'а')
    .replace(/Ъ(?![ЕЁЮЯ])/g, 'А');
}
