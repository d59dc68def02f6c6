const scripts = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Greek',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Devanagari',
  'Bengali',
  'Georgian',
  'Armenian',
  'Ethiopic',
] as const;
const forms = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);

const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text);

/** The scripts of the letters of a text, by their Unicode names, the most used first. */
export function scriptsOf(text: string): string[] {
  if (isAscii(text)) return /[a-z]/i.test(text) ? ['Latin'] : [];
  return forms
    .map(([script, form]) => ({ script, letters: text.match(form)?.length ?? 0 }))
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters)
    .map(({ script }) => script);
}
