import { useMemo } from 'react';
import { useWords } from '../../words/words.tsx';
import { momentName } from '../moment-name.ts';
import { Name } from '../name.tsx';
import { isWithin, type TimeSpan } from '../traced.ts';
import { type Lane, marksOf } from './lanes.ts';
import { MomentSign } from './moment-sign.tsx';
import { type DayRange, isoFrom } from './time-scale.ts';

interface LaneRowProps {
  readonly lane: Lane;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly range: DayRange;
  /** What lies out of it is pale. */
  readonly span: TimeSpan;
  readonly isChosen: boolean;
  /** Undefined: there is nothing to choose among. */
  readonly onChoose: ((isAdded: boolean) => void) | undefined;
}

/** Moments that are nearer than this part of the line are one mark. */
const nearest = 1 / 30;

/** One lane: its name, which can be chosen, and a mark for each time when something happened. */
export function LaneRow({ lane, title, kinds, range, span, isChosen, onChoose }: LaneRowProps) {
  const words = useWords();
  const { say, number, span: spanWords } = words;
  const marks = useMemo(() => marksOf(lane.moments, range, nearest), [lane, range]);
  const [first, last] = [lane.moments[0], lane.moments.at(-1)];
  const days = first && last ? spanWords(isoFrom(first.day), isoFrom(last.day)) : '';
  return (
    <li className={isChosen ? 'lane chosen' : 'lane'}>
      {onChoose === undefined ? (
        <span className="lane-title" dir="auto">
          <Name>{title}</Name> <span className="quiet small">{number(lane.moments.length)}</span>
          <span className="unseen">{days}</span>
        </span>
      ) : (
        <button
          type="button"
          className="lane-title"
          dir="auto"
          aria-pressed={isChosen}
          aria-label={say('time.lane', { title, count: lane.moments.length, days })}
          title={title}
          onClick={({ shiftKey, ctrlKey, metaKey }) => onChoose(shiftKey || ctrlKey || metaKey)}
        >
          <Name>{title}</Name>
        </button>
      )}
      <div className="lane-line" aria-hidden="true">
        {marks.map(({ share, from, until, count, kind }) => {
          const isKept =
            isWithin(isoFrom(until), { ...span, until: null }) &&
            isWithin(isoFrom(from), { ...span, from: null });
          const told = [
            spanWords(isoFrom(from), isoFrom(until)),
            kind === null ? say('time.several') : momentName(words, kind),
          ];
          return (
            <span
              key={`${from} ${until} ${kind}`}
              className={isKept ? 'moment-mark' : 'moment-mark out'}
              style={{ insetInlineStart: `${100 * share}%` }}
              title={[...told, ...(count > 1 ? [number(count)] : [])].join(' · ')}
            >
              {count > 1 || kind === null ? (
                <span className="moment-count">{number(count)}</span>
              ) : (
                <MomentSign kinds={kinds} kind={kind} />
              )}
            </span>
          );
        })}
      </div>
    </li>
  );
}
