/** The languages of the desk, each under its own name, and the way its script runs. */
export const locales = {
  en: { title: 'English', direction: 'ltr' },
  fr: { title: 'Français', direction: 'ltr' },
  de: { title: 'Deutsch', direction: 'ltr' },
  es: { title: 'Español', direction: 'ltr' },
  ar: { title: 'العربية', direction: 'rtl' },
} as const;

export type Locale = keyof typeof locales;

/** The first language of a list that the desk has; English where it has none of them. */
export function localeFrom(wanted: readonly string[]): Locale {
  const codes = wanted.map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '');
  return (codes.find((code) => Object.hasOwn(locales, code)) as Locale | undefined) ?? 'en';
}
