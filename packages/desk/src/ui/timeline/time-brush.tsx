import { useEffect, useMemo, useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useWords } from '../../words/words.tsx';
import type { TimeSpan } from '../traced.ts';
import { binsOf, type DayRange, dayFrom, isoFrom } from './time-scale.ts';

interface TimeBrushProps {
  readonly days: readonly number[];
  readonly whole: DayRange;
  /** What the lanes show of it. */
  readonly range: DayRange;
  readonly span: TimeSpan;
  readonly onSpan: (span: TimeSpan) => void;
}

const parts = 96;

/** The time that is let through: two handles over how much happened when. */
export function TimeBrush({ days, whole, range, span, onSpan }: TimeBrushProps) {
  const { say } = useWords();
  const bins = useMemo(() => binsOf(days, whole, parts), [days, whole]);
  const kept = useMemo(() => daysOf(span, whole), [span, whole]);
  const [dragged, setDragged] = useState<readonly number[] | null>(null);
  const [from = whole.from, until = whole.until] = dragged ?? [kept.from, kept.until];
  const fullest = Math.max(1, ...bins);
  const isKept = (part: number) => {
    const [begin, end] = [part, part + 1].map(
      (each) => whole.from + ((whole.until - whole.from + 1) * each) / parts,
    );
    return (end ?? 0) > from && (begin ?? 0) <= until;
  };
  const tell = (begin: number, end: number) =>
    onSpan({
      from: begin <= whole.from ? null : isoFrom(begin),
      until: end >= whole.until ? null : isoFrom(end),
    });
  return (
    <div className="time-brush">
      <Slider
        aria-label={say('time.shown')}
        minValue={whole.from}
        maxValue={whole.until}
        value={[from, until]}
        onChange={(value) => setDragged(value as number[])}
        onChangeEnd={(value) => {
          setDragged(null);
          const [begin = whole.from, end = whole.until] = value as number[];
          tell(begin, end);
        }}
      >
        <div className="time-bins" aria-hidden="true">
          {bins.map((count, part) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a part of the line is what its place says
              key={part}
              className={isKept(part) ? 'kept' : ''}
              style={{ height: count === 0 ? 0 : `${12 + (88 * count) / fullest}%` }}
            />
          ))}
          <i
            style={{
              insetInlineStart: `${100 * shareFrom(range.from, whole)}%`,
              insetInlineEnd: `${100 - 100 * shareFrom(range.until + 1, whole)}%`,
            }}
          />
        </div>
        <SliderTrack className="time-track">
          <Thumb index={0} day={from} label={say('time.from')} />
          <Thumb index={1} day={until} label={say('time.until')} />
        </SliderTrack>
      </Slider>
    </div>
  );
}

interface ThumbProps {
  readonly index: number;
  readonly day: number;
  readonly label: string;
}

/** A handle that says its date: a slider by itself would say a number of days. */
function Thumb({ index, day, label }: ThumbProps) {
  const { date } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const words = date(isoFrom(day));
  useEffect(() => input.current?.setAttribute('aria-valuetext', words));
  return <SliderThumb index={index} aria-label={label} className="time-thumb" inputRef={input} />;
}

/** Where a day begins in a range, 0 to 1. */
function shareFrom(day: number, { from, until }: DayRange): number {
  return (day - from) / (until - from + 1);
}

function daysOf({ from, until }: TimeSpan, whole: DayRange): DayRange {
  const clamp = (day: number) => Math.min(whole.until, Math.max(whole.from, day));
  return {
    from: from === null ? whole.from : clamp(dayFrom(from)),
    until: until === null ? whole.until : clamp(dayFrom(until)),
  };
}
