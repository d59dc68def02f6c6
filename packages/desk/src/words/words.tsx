import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Locale, localeFrom, locales } from './locales.ts';
import english from './messages/en.json';

export type MessageId = keyof typeof english;
type Messages = Readonly<Record<MessageId, string>>;
type Values = Readonly<Record<string, string | number | Date>>;

export interface Words {
  readonly locale: Locale;
  /** A sentence in the language of the desk (ICU MessageFormat). */
  say(id: MessageId, values?: Values): string;
  /** The name of something that the hub knows by a code; the code itself where it has none. */
  name(kind: string, code: string): string;
  /** The name of something that the hub may know by a code that the desk does not; undefined then. */
  known(kind: string, code: string, values?: Values): string | undefined;
  date(at: string | null): string;
  /** From when to when; one date where both are the same. */
  span(from: string | null, until: string | null): string;
  moment(at: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  choose(locale: Locale): void;
}

const loaders: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<{ default: Messages }>>> = {
  fr: () => import('./messages/fr.json'),
  de: () => import('./messages/de.json'),
  es: () => import('./messages/es.json'),
  ar: () => import('./messages/ar.json'),
};

const kept = 'clew-language';
const Spoken = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(Spoken);
  if (words === null) throw new Error('The desk has no words here');
  return words;
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setWanted] = useState<Locale>(() =>
    localeFrom([window.localStorage.getItem(kept) ?? '', ...window.navigator.languages].filter(Boolean)),
  );
  const [spoken, setSpoken] = useState<{ locale: Locale; messages: Messages } | null>(
    wanted === 'en' ? { locale: 'en', messages: english } : null,
  );
  useEffect(() => {
    let isCurrent = true;
    const loading = wanted === 'en' ? Promise.resolve({ default: english as Messages }) : loaders[wanted]();
    void loading.then(({ default: messages }) => {
      if (isCurrent) setSpoken({ locale: wanted, messages });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  useEffect(() => {
    if (spoken === null) return;
    document.documentElement.lang = spoken.locale;
    document.documentElement.dir = locales[spoken.locale].direction;
  }, [spoken]);
  const words = useMemo(() => {
    if (spoken === null) return null;
    const choose = (locale: Locale) => {
      window.localStorage.setItem(kept, locale);
      setWanted(locale);
    };
    return { ...speak(spoken.locale, spoken.messages), choose };
  }, [spoken]);
  if (words === null) return null;
  return (
    <I18nProvider locale={words.locale}>
      <Spoken.Provider value={words}>{children}</Spoken.Provider>
    </I18nProvider>
  );
}

function speak(locale: Locale, messages: Messages): Omit<Words, 'choose'> {
  const formats = new Map<string, IntlMessageFormat>();
  const say = (id: MessageId, values: Values = {}) => {
    const format = formats.get(id) ?? new IntlMessageFormat(messages[id] ?? english[id] ?? id, locale);
    formats.set(id, format);
    return String(format.format(values));
  };
  const known = (kind: string, code: string, values?: Values) => {
    const id = `${kind}.${code}`;
    return Object.hasOwn(english, id) ? say(id as MessageId, values) : undefined;
  };
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  // A date may be partial or a span: only a whole day is put in the order of the language.
  const date = (at: string | null) =>
    at === null ? '' : /^\d{4}-\d\d-\d\d$/.test(at) ? dates.format(new Date(at)) : at;
  return {
    locale,
    say,
    name: (kind, code) => known(kind, code) ?? code.replaceAll('-', ' '),
    known,
    date,
    span: (from, until) => [...new Set([date(from), date(until)])].filter(Boolean).join(' – '),
    moment: (at) => moments.format(new Date(at)),
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
  };
}
