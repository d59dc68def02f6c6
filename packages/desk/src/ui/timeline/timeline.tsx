import { type KeyboardEvent, useMemo, useState } from 'react';
import { locales } from '../../words/locales.ts';
import { useWords } from '../../words/words.tsx';
import { Empty } from '../empty.tsx';
import { momentName } from '../moment-name.ts';
import { PressButton } from '../press-button.tsx';
import { Segments } from '../segments.tsx';
import type { TimeSpan, Traced } from '../traced.ts';
import { LaneRow } from './lane-row.tsx';
import { kindsOf, type LaneKind, lanesOf } from './lanes.ts';
import { MomentSign } from './moment-sign.tsx';
import { TimeAxis } from './time-axis.tsx';
import { TimeBrush } from './time-brush.tsx';
import { TimeDates } from './time-dates.tsx';
import { type DayRange, dayFrom, moved, rangeAfter, rangeOf, zoomed } from './time-scale.ts';

interface TimelineProps {
  readonly things: readonly Traced[];
  readonly span: TimeSpan;
  readonly onSpan: (span: TimeSpan) => void;
  readonly chosen?: ReadonlySet<string>;
  /** Undefined where there is but one thing: then there are lanes for kinds alone. */
  readonly onChoose?: (things: readonly string[], isAdded: boolean) => void;
}

const portion = 40;

const none: ReadonlySet<string> = new Set();

/** What happened when: a lane for each thing or each kind, and the time that is let through. */
export function Timeline(props: TimelineProps) {
  const { say } = useWords();
  const days = useMemo(
    () => props.things.flatMap(({ moments }) => moments.map(({ date }) => dayFrom(date))),
    [props.things],
  );
  const whole = useMemo(() => rangeOf(days), [days]);
  if (whole === undefined) return <Empty title={say('time.none')}>{say('time.none.words')}</Empty>;
  return <Lanes key={`${whole.from} ${whole.until}`} {...props} days={days} whole={padded(whole)} />;
}

interface LanesProps extends TimelineProps {
  readonly days: readonly number[];
  readonly whole: DayRange;
}

function Lanes({ things, span, onSpan, chosen = none, onChoose, days, whole }: LanesProps) {
  const words = useWords();
  const { say, locale } = words;
  const [range, setRange] = useState(whole);
  const [laneKind, setLaneKind] = useState<LaneKind>(onChoose === undefined ? 'kind' : 'thing');
  const [most, setMost] = useState(portion);
  const lanes = useMemo(() => lanesOf(things, laneKind), [things, laneKind]);
  const kinds = useMemo(() => kindsOf(things), [things]);
  const untold = things.reduce((sum, thing) => sum + thing.untold.moments, 0);
  const titles = useMemo(() => new Map(things.map(({ id, title }) => [id, title])), [things]);
  const titleOf = (id: string) => (laneKind === 'kind' ? momentName(words, id) : (titles.get(id) ?? id));
  const zoom = (factor: number) => setRange(zoomed(range, factor, whole));
  const move = (share: number) => setRange(moved(range, share, whole));
  const onKey = (event: KeyboardEvent) => {
    const isRightToLeft = locales[locale].direction === 'rtl';
    const next = rangeAfter(event.key, { range, whole, isRightToLeft });
    if (next === undefined) return;
    event.preventDefault();
    setRange(next);
  };
  return (
    <div className="time-view">
      <div className="row wrap between no-print">
        {onChoose !== undefined && (
          <Segments
            label={say('time.lanes')}
            value={laneKind}
            onChange={(kind) => setLaneKind(kind as LaneKind)}
            options={(['thing', 'kind'] as const).map((id) => ({ id, title: say(`time.by.${id}`) }))}
          />
        )}
        <div className="row">
          <PressButton aria-label={say('time.earlier')} onPress={() => move(-0.25)}>
            ‹
          </PressButton>
          <PressButton aria-label={say('time.later')} onPress={() => move(0.25)}>
            ›
          </PressButton>
          <PressButton aria-label={say('time.closer')} onPress={() => zoom(0.5)}>
            +
          </PressButton>
          <PressButton aria-label={say('time.farther')} onPress={() => zoom(2)}>
            −
          </PressButton>
          <PressButton onPress={() => setRange(whole)}>{say('time.whole')}</PressButton>
        </div>
      </div>
      <div className="row wrap between time-heads">
        <TimeDates span={span} onSpan={onSpan} />
        <Legend kinds={kinds} />
      </div>
      <TimeBrush {...{ days, whole, range, span, onSpan }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys zoom and move what is in it */}
      <section className="time-lanes" aria-label={say('time.title')} tabIndex={0} onKeyDown={onKey}>
        <TimeAxis range={range} />
        <ul>
          {lanes.slice(0, most).map((lane) => (
            <LaneRow
              key={lane.id}
              {...{ lane, kinds, range, span }}
              title={titleOf(lane.id)}
              isChosen={lane.things.some((id) => chosen.has(id))}
              onChoose={onChoose && ((isAdded) => onChoose(lane.things, isAdded))}
            />
          ))}
        </ul>
      </section>
      {lanes.length > most && (
        <div className="no-print">
          <PressButton onPress={() => setMost(most + portion)}>{say('state.more')}</PressButton>
        </div>
      )}
      {untold > 0 && <p className="quiet small">{say('time.untold', { count: untold })}</p>}
      <p className="quiet small no-print">{say('time.keys')}</p>
    </div>
  );
}

/** Which shape is which kind of moment. */
function Legend({ kinds }: { readonly kinds: readonly string[] }) {
  const words = useWords();
  return (
    <ul className="row wrap time-legend small">
      {kinds.map((kind) => (
        <li key={kind} className="row">
          <MomentSign kinds={kinds} kind={kind} /> {momentName(words, kind)}
        </li>
      ))}
      <li className="row">
        <span className="moment-count">2</span> {words.say('time.several')}
      </li>
    </ul>
  );
}

/** A little more than where something is, so that nothing is cut off at the edge. */
function padded({ from, until }: DayRange): DayRange {
  const more = Math.max(3, Math.round((until - from) * 0.02));
  return { from: from - more, until: until + more };
}
