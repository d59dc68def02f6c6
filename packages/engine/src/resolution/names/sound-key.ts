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
  for (const [pattern, sound] of sounds) text = text.replace(pattern, sound);
  const start = vowelSound(text[0] ?? '');
  const consonants = text.slice(start === '' ? 0 : 1).replace(/[aeiou]/g, '');
  const key = squeeze(start + consonants);
  if (key.length >= 2 && consonants.length >= (start === '' ? 2 : 1)) return key;
  return squeeze(key + vowelSound(/[aeiou]$/.exec(text)?.[0] ?? /[aeiou]/.exec(text)?.[0] ?? ''));
}

/** Slavic names take an ending in Latvian and Lithuanian: `lavrovs`, `sergejs`, `petrovas`, `andrejus`. */
const balticEnding = /(?<=[oe]v|[ei]j)(?:s|as|us)$/;

// Applied in this order. `X` is sh/ch/zh, `H` an h that is heard.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn)/, 'n'],
  [/^wr/, 'r'],
  [/^geo|^jeo/, 'jo'],
  [/^dzh|^dj|^dž/, 'j'],
  [/ph/g, 'f'],
  [/kh|ch(?=[rlmn])/g, 'H'],
  [/tsch|shch|sch|tsh|tch|sh|ch|cz|zh/g, 'X'],
  [/^gh|(?<=n)gh/g, 'g'],
  [/gh(?=[aeiou])/g, 'g'],
  [/gh/g, ''],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ts|tz|z/g, 's'],
  [/w/g, 'v'],
  [/p/g, 'b'],
  [/ie?v$|ie?ff$|ev$|eff$/g, 'ev'],
  [/(?:[eiy]j|i[iy]|y[iy]|ey)$/g, 'i'],
  [/^ye/, 'e'],
  [/ou|oo|oe|ue/g, 'u'],
  [/(?<=[aeiou])h(?=[aeiou])|^h/g, 'H'],
  [/h/g, ''],
  [/^[yj](?=[aeiou])|^i(?=[aou])/, 'J'],
  [/j/g, 'J'],
  [/y/g, 'i'],
  [/v/g, 'f'],
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
  let text = token.replace(balticEnding, '');
  for (const [pattern, letter] of plainer) text = text.replace(pattern, letter);
  return text;
}

const plainer: readonly (readonly [RegExp, string])[] = [
  [/(?<=.)ph/g, 'f'],
  [/sch/g, 'sh'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/(?<=.)[aeo][iy]/g, 'i'],
  [/(?<=.)(?:o[eu]|ue|oo|aw|au)/g, 'u'],
  [/[eiyj]+/g, 'i'],
  [/o/g, 'u'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/(?<=.)(?<![sc]|^abd)h/g, ''],
  [/(.)\1+/g, '$1'],
];
