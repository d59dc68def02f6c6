import { namesOfNickname } from './nicknames.ts';
import { fineSound, plainSpelling, soundKey } from './sound-key.ts';

/** A name taken apart for comparison. All texts are folded Latin tokens joined by one space. */
export interface NameForm {
  /** All tokens in alphabetical order, without particles, titles and generation. */
  readonly full: string;
  /** The sounds of all tokens in alphabetical order. */
  readonly key: string;
  /** The tokens in the order of their sounds, spelt plainly, as one word: names of one key are close where this is. */
  readonly spelt: string;
  /** All letters of the name in alphabetical order: the same however it is split, and in whatever order it stands. */
  readonly letters: string;
  /** The first given name, or null when there is only one name. */
  readonly given: string | null;
  readonly family: string | null;
  readonly givenSound: string | null;
  readonly familySound: string | null;
  /** Finer than the sound: see `fineSound`. */
  readonly givenReading: string | null;
  readonly familyReading: string | null;
  /** All given names without spaces: `isab elle` is `isabelle`. */
  readonly givenJoined: string | null;
  /** The letters of the joined given names, and of the family name, in alphabetical order: swapped letters do not show. */
  readonly givenLetters: string | null;
  readonly familyLetters: string | null;
  /** Which of a to z they have, as bits: names that differ in many letters are not alike. */
  readonly givenMask: number;
  readonly familyMask: number;
  /** First letters of the given names of a person, and of the words of an organisation that has several. */
  readonly initials: string | null;
  /** What the given name may be short for. Not empty: it is known as a given name. */
  readonly nicknames: readonly number[];
  /** Readings of the tokens; one that comes again is marked. */
  readonly sounds: readonly string[];
  /** The tokens that go with the sounds, spelt plainly. */
  readonly words: readonly string[];
  /** What each word may be short for, as bits below 2^52: those of one name share two. */
  readonly wordNames: readonly number[];
  /** 1 for senior or I, 2 for junior or II, and so on; null when the name does not say. */
  readonly generation: number | null;
  /** Of an organisation: see `organizationNameForm`. */
  readonly firm?: FirmForm;
}

/** What the name of an organisation has that one of a person has not. */
export interface FirmForm {
  /** The kind of legal form: forms of one kind are each other's translation. Null when the name has none. */
  readonly legal: string | null;
  /** Numbers in the name in order, ordinals and Roman ones too. */
  readonly numbers: string | null;
  /** The words that tell it from others of its trade, in alphabetical order; null where all do. */
  readonly core: string | null;
  /** Places and directions in the name, in alphabetical order. */
  readonly places: string | null;
}

export interface NameParts {
  readonly given: string | null;
  readonly family: string | null;
  /** The name as one text, when it came unsplit. */
  readonly whole: string | null;
}

/** A name whose tokens are cleaned and told apart. */
export interface ToldApart {
  readonly tokens: readonly string[];
  readonly given: string | null;
  readonly givenJoined: string | null;
  readonly family: string | null;
  readonly initials: string | null;
  readonly generation: number | null;
}

export function formOf({ tokens, given, givenJoined, family, initials, generation }: ToldApart): NameForm {
  const words = eachOnce(tokens);
  const sounding = words.map(([, word]) => word).sort(bySound);
  return {
    full: [...tokens].sort().join(' '),
    key: sounding.map(({ sound }) => sound).join(' '),
    spelt: sounding.map(({ plain }) => plain).join(''),
    letters: sortedLetters(tokens.join('')),
    given,
    family,
    givenSound: given === null ? null : soundOf(given),
    familySound: family === null ? null : eachWord(family, soundOf),
    givenReading: given === null ? null : readingOf(given),
    familyReading: family === null ? null : eachWord(family, readingOf),
    givenJoined,
    givenLetters: lettersOf(givenJoined),
    familyLetters: lettersOf(family),
    givenMask: maskOf(givenJoined),
    familyMask: maskOf(family),
    initials,
    nicknames: given === null ? [] : namesOfNickname(given),
    sounds: words.map(([reading]) => reading),
    words: words.map(([, { plain }]) => plain),
    wordNames: words.map(([, { names }]) => names),
    generation,
  };
}

function bySound({ order: one }: Heard, { order: other }: Heard): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Readings with their words. A word that comes again counts again: `ahmed ahmed ali` is not `ahmed omar ali`. */
function eachOnce(tokens: readonly string[]): (readonly [string, Heard])[] {
  return tokens.map((token, index) => {
    const word = hear(token);
    let times = 1;
    for (let before = 0; before < index; before++) {
      if (hear(tokens[before] as string).reading === word.reading) times++;
    }
    return [times === 1 ? word.reading : `${word.reading}*${times}`, word] as const;
  });
}

function eachWord(name: string, what: (word: string) => string): string {
  return name.includes(' ') ? name.split(' ').map(what).join(' ') : what(name);
}

function lettersOf(name: string | null): string | null {
  return name === null ? null : sortedLetters(name.replaceAll(' ', ''));
}

/** The characters of a text in order. Short texts, in which moving one at a time is the quickest way. */
function sortedLetters(text: string): string {
  if (text.length > codes.length) return [...text].sort().join('');
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0xd7ff) return [...text].sort().join('');
    let place = index;
    for (; place > 0 && (codes[place - 1] as number) > code; place--)
      codes[place] = codes[place - 1] as number;
    codes[place] = code;
  }
  return String.fromCharCode.apply(null, codes.subarray(0, text.length) as unknown as number[]);
}

const codes = new Uint16Array(128);

function maskOf(name: string | null): number {
  let mask = 0;
  const text = name ?? '';
  for (let index = 0; index < text.length; index++) {
    const place = text.charCodeAt(index) - 97;
    if (place >= 0 && place < 26) mask |= 1 << place;
  }
  return mask;
}

const halfBits = 26;

/** Two bits for each name that a word may stand for. */
function bitsOfNames(word: string): number {
  const bits = new Set(
    namesOfNickname(word).flatMap((name) => [
      name % halfBits,
      halfBits + (Math.floor(name / halfBits) % halfBits),
    ]),
  );
  let sum = 0;
  for (const bit of bits) sum += 2 ** bit;
  return sum;
}

interface Heard {
  readonly sound: string;
  readonly reading: string;
  /** Spelt plainly. */
  readonly plain: string;
  /** As in `NameForm.wordNames`. */
  readonly names: number;
  /** Orders by sound, then by the letters. */
  readonly order: string;
}

const heard = new Map<string, Heard>();

function hear(token: string): Heard {
  let found = heard.get(token);
  if (found === undefined) {
    const sound = soundKey(token) || token;
    const [name, other] = namesOfNickname(token);
    const told = name !== undefined && other === undefined ? `#${name}` : '';
    found = {
      sound,
      reading: `${fineSound(token, sound)}${told}`,
      plain: plainSpelling(token),
      names: bitsOfNames(token),
      order: `${sound} ${token}`,
    };
    if (heard.size > mostHeard) heard.clear();
    heard.set(token, found);
  }
  return found;
}

/** Words come again and again; so many are remembered. */
const mostHeard = 200_000;

/** The coarse sound of a token, for keys. */
export function soundOf(token: string): string {
  return hear(token).sound;
}

/** The fine sound of a token, which known names of one sound do not share. */
function readingOf(token: string): string {
  return hear(token).reading;
}
