import { useWords } from '../words/words.tsx';
import { Foreign } from './foreign.tsx';

interface ClockTitleProps {
  /** Its id in the legal profile of the hub. */
  readonly clock: string;
  /** In the words of the profile, in English. */
  readonly title: string;
}

/** What the law asks for: in the language of the desk where the desk knows it. */
export function ClockTitle({ clock, title }: ClockTitleProps) {
  const { locale, known } = useWords();
  const own = locale === 'en' ? undefined : known('clock.title', clock);
  return own ?? <Foreign>{title}</Foreign>;
}
