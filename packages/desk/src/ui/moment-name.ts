import type { Words } from '../words/words.tsx';

/** What a kind of moment is called: its own name, or that of the link to the event. */
export function momentName({ name, locale }: Pick<Words, 'name' | 'locale'>, kind: string): string {
  const own = name('moment', kind);
  const named = own === kind ? name('link', kind) : own;
  return named.charAt(0).toLocaleUpperCase(locale) + named.slice(1);
}
