const byLocale = new Map<string, Intl.DisplayNames>();

/** What a country is called in a language, by its two letters; what is no code of one stays as it is. */
export function countryName(locale: string, code: string): string {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  const names = byLocale.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  byLocale.set(locale, names);
  return names.of(code.toUpperCase()) ?? code;
}
