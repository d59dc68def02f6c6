import { useWords } from '../words/words.tsx';
import { Chip } from './chip.tsx';

/** How long a clock still runs. */
export function DaysLeft({ days }: { readonly days: number }) {
  const { say } = useWords();
  const tone = days <= 7 ? 'bad' : days <= 30 ? 'warn' : 'plain';
  return <Chip tone={tone}>{say(days < 0 ? 'clocks.passed' : 'clocks.left', { days: Math.abs(days) })}</Chip>;
}
