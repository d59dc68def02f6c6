import { countryName } from './country-name.ts';
import type { Words } from './words.tsx';

/** Under which kind of name the values of a property have theirs. */
const vocabularies: Readonly<Record<string, string>> = {
  category: 'category',
  role: 'personRole',
  sex: 'sex',
  crimeArea: 'crimeArea',
  indicator: 'indicator',
};
const countries = ['country', 'nationality'];

/** A value that the hub keeps as a code or a day, in the language of the desk; undefined where it is neither. */
export function valueMeaning(
  { property, value }: { readonly property: string; readonly value: string },
  { known, date, locale }: Pick<Words, 'known' | 'date' | 'locale'>,
): string | undefined {
  if (countries.includes(property)) return /^[a-z]{2}$/.test(value) ? countryName(locale, value) : undefined;
  const names = Object.hasOwn(vocabularies, property) ? vocabularies[property] : undefined;
  if (names !== undefined) return known(names, value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : undefined;
}
