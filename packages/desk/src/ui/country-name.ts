const byLocale = new Map<string, Intl.DisplayNames>();

/** The name of a country by its two letters, in a language; the letters where they are no country's. */
export function countryName(code: string, locale: string): string {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  const names = byLocale.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  byLocale.set(locale, names);
  return names.of(code.toUpperCase()) ?? code;
}
