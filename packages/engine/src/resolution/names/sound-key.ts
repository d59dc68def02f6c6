/**
 * The consonants of a folded name token as they sound, the same for the usual ways of writing it in Latin letters:
 * `mohammed`, `muhamad` and `mohamed` give `mhmd`; `thompson` and `tompson` give `tmbsn`. Vowels count only at the
 * start, and in tokens that have fewer than two consonants (`lee` and `leigh`, but not `lea`).
 *
 * In the family of Soundex and Metaphone, made for names that were transliterated from many scripts.
 */
export function soundKey(token: string): string {
  let key = known.get(token);
  if (key === undefined) {
    key = makeKey(token);
    if (known.size >= mostKnown) known.clear();
    known.set(token, key);
  }
  return key;
}

/** Words come again and again; so many are remembered. */
const mostKnown = 200_000;
const known = new Map<string, string>();

function makeKey(token: string): string {
  let text = token.replace(/[^a-z0-9]/g, '').replace(balticEnding, '');
  if (text === '' || /^\d+$/.test(text)) return text;
  text = replaced(text, sounds);
  const start = vowelSound(text[0] ?? '');
  const consonants = text.slice(start === '' ? 0 : 1).replace(/[aeiou]/g, '');
  const key = squeeze(start + consonants);
  if (key.length >= 2 && consonants.length >= (start === '' ? 2 : 1)) return key;
  return squeeze(key + vowelSound(/[aeiou]$/.exec(text)?.[0] ?? /[aeiou]/.exec(text)?.[0] ?? ''));
}

/** A pattern, what takes its place, and a letter without which there is nothing to replace: asked first, for most are not there. */
type Replacement = readonly [pattern: RegExp, by: string, letter: string];

function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  for (const [pattern, by, letter] of replacements) {
    if (result.includes(letter)) result = result.replace(pattern, by);
  }
  return result;
}

/** Slavic names take an ending in Latvian and Lithuanian: `lavrovs`, `sergejs`, `petrovas`, `andrejus`. */
const balticEnding = /(?<=[oe]v|[ei]j)(?:s|as|us)$/;

// Applied in this order. `X` is sh/ch/zh, `H` an h that is heard.
const sounds: readonly Replacement[] = [
  [/^(?:kn|gn)/, 'n', 'n'],
  [/^wr/, 'r', 'w'],
  [/^geo|^jeo/, 'jo', 'o'],
  [/^dzh|^dj|^dž/, 'j', 'd'],
  [/ph/g, 'f', 'p'],
  [/kh|ch(?=[rlmn])/g, 'H', 'h'],
  [/tsch|shch|sch|tsh|tch|sh|ch|cz|zh/g, 'X', ''],
  [/^gh|(?<=n)gh/g, 'g', 'g'],
  [/gh(?=[aeiou])/g, 'g', 'g'],
  [/gh/g, '', 'g'],
  [/th/g, 't', 'h'],
  [/dh/g, 'd', 'd'],
  [/ck|q/g, 'k', ''],
  [/c(?=[eiy])/g, 's', 'c'],
  [/c/g, 'k', 'c'],
  [/x/g, 'ks', 'x'],
  [/ts|tz|z/g, 's', ''],
  [/w/g, 'v', 'w'],
  [/p/g, 'b', 'p'],
  [/ie?v$|ie?ff$|ev$|eff$/g, 'ev', ''],
  [/(?:[eiy]j|i[iy]|y[iy]|ey)$/g, 'i', ''],
  [/^ye/, 'e', 'y'],
  [/ou|oo|oe|ue/g, 'u', ''],
  [/(?<=[aeiou])h(?=[aeiou])|^h/g, 'H', 'h'],
  [/h/g, '', 'h'],
  [/^[yj](?=[aeiou])|^i(?=[aou])/, 'J', ''],
  [/j/g, 'J', 'j'],
  [/y/g, 'i', 'y'],
  [/v/g, 'f', 'v'],
];

function vowelSound(letter: string): string {
  if (letter === 'i' || letter === 'e') return 'e';
  if (letter === 'o' || letter === 'u') return 'o';
  return letter === 'a' ? 'a' : '';
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/(.)\1+/g, '$1');
}

/**
 * The sound of a token with its first vowel as a, i or u, and an a at its end: finer than the sound alone (`salim` is not
 * `sulaim`, `ivanov` not `ivanova`, `parker` not `barker`), and still the same for the usual ways of writing a name (`khaled`, `khalid`).
 */
export function fineSound(token: string, sound: string): string {
  const text = token
    .replace(/^[yj](?=e)/, '')
    .replace(/h+$/, '')
    .replace(balticEnding, '');
  const first = /[aeiouyw]{1,3}/.exec(text)?.[0] ?? '';
  const ending = text.endsWith('a') ? 'a' : '';
  const lips = `${/p(?!h)/.test(text) ? 'p' : ''}${/[vw](?=.)/.test(text) ? 'v' : ''}`;
  return `${sound}/${classOf(first)}${ending}${lips}`;
}

/** Diphthongs and long vowels by what they sound most like. */
function classOf(vowels: string): string {
  if (/[ouw]/.test(vowels)) return 'u';
  return /[eiy]/.test(vowels) ? 'i' : vowels === '' ? '' : 'a';
}

/**
 * A token as it is pronounced, letters for sounds that are written in several ways brought together. It begins as the
 * token does, for the sake of initials.
 */
export function plainSpelling(token: string): string {
  return replaced(token.replace(balticEnding, ''), plainer);
}

const plainer: readonly Replacement[] = [
  [/(?<=.)ph/g, 'f', 'p'],
  [/sch/g, 'sh', 'h'],
  [/kh/g, 'k', 'k'],
  [/gh/g, 'g', 'g'],
  [/(?<=.)[aeo][iy]/g, 'i', ''],
  [/(?<=.)(?:o[eu]|ue|oo|aw|au)/g, 'u', ''],
  [/[eiyj]+/g, 'i', ''],
  [/o/g, 'u', 'o'],
  [/q|ck/g, 'k', ''],
  [/w/g, 'v', 'w'],
  [/z/g, 's', 'z'],
  [/(?<=.)(?<![sc]|^abd)h/g, '', 'h'],
  [/(.)\1+/g, '$1', ''],
];
