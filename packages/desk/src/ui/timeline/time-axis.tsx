import { useMemo } from 'react';
import { useWords } from '../../words/words.tsx';
import { type DayRange, isoFrom, shareOf, type TickUnit, ticksOf } from './time-scale.ts';

const written: Readonly<Record<TickUnit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  year: { year: 'numeric' },
};

/** The dates above the lanes. */
export function TimeAxis({ range }: { readonly range: DayRange }) {
  const { locale } = useWords();
  const ticks = useMemo(() => ticksOf(range, 10), [range]);
  const write = (unit: TickUnit, day: number) =>
    new Intl.DateTimeFormat(locale, { ...written[unit], timeZone: 'UTC' }).format(new Date(isoFrom(day)));
  return (
    <div className="time-axis" aria-hidden="true">
      {ticks.map(({ day, unit }) => (
        <span key={day} style={{ insetInlineStart: `${100 * shareOf(day, range)}%` }}>
          {write(unit, day)}
        </span>
      ))}
    </div>
  );
}
