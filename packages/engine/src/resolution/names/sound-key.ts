/**
 * The consonants of a folded name token as they sound, the same for the usual ways of writing it in Latin letters:
 * `mohammed`, `muhamad` and `mohamed` give `mhmd`; `thompson` and `tompson` give `tmpsn`. Vowels count only at the
 * start, and in tokens that have fewer than two consonants (`lee` and `leigh`, but not `lea`).
 *
 * In the family of Soundex and Metaphone, made for names that were transliterated from many scripts.
 */
export function soundKey(token: string): string {
  let text = token.replace(/[^a-z0-9]/g, '');
  if (text === '' || /^\d+$/.test(text)) return text;
  for (const [pattern, sound] of sounds) text = text.replace(pattern, sound);
  const start = vowelSound(text[0] ?? '');
  const consonants = text.slice(start === '' ? 0 : 1).replace(/[aeiou]/g, '');
  const key = squeeze(start + consonants);
  if (key.length >= 2 && consonants.length >= (start === '' ? 2 : 1)) return key;
  return squeeze(key + vowelSound(/[aeiou]$/.exec(text)?.[0] ?? /[aeiou]/.exec(text)?.[0] ?? ''));
}

// Applied in this order. `X` is sh/ch/zh, `H` an h that is heard.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn)/, 'n'],
  [/^wr/, 'r'],
  [/^geo|^jeo/, 'jo'],
  [/^dzh|^dj|^dž/, 'j'],
  [/ph/g, 'f'],
  [/kh|ch(?=[rlmn])/g, 'H'],
  [/sch|shch|tch|tsch|sh|ch|cz|zh/g, 'X'],
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
  [/ie?v$|ie?ff$|ev$|eff$/g, 'ev'],
  [/ou|oo|oe|ue/g, 'u'],
  [/(?<=[aeiou])h(?=[aeiou])|^h/g, 'H'],
  [/h/g, ''],
  [/^[yj](?=[aeiou])|^i(?=[aou])/, 'J'],
  [/j/g, 'J'],
  [/y/g, 'i'],
];

function vowelSound(letter: string): string {
  if (letter === 'i' || letter === 'e') return 'e';
  if (letter === 'o' || letter === 'u') return 'o';
  return letter === 'a' ? 'a' : '';
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/(.)\1+/g, '$1');
}
