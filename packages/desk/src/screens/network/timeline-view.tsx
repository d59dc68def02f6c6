import { useMemo } from 'react';
import { Answered } from '../../ui/answered.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MomentList } from '../../ui/timeline/moment-list.tsx';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import type { Traced } from '../../ui/traced.ts';
import { useWords } from '../../words/words.tsx';
import { TooMany } from './map-view.tsx';
import type { NetworkState } from './selection.ts';
import { chooseIn, nodesOfAllTime, spanOf, tracedOf, useHeldWhereabouts } from './whereabouts-shown.ts';

/** What happened to the things of the network when. The time that it lets through holds in every view. */
export function TimelineView({ state }: { readonly state: NetworkState }) {
  const answer = useHeldWhereabouts(state);
  return <Answered of={answer}>{(things) => <ShownTimeline state={state} things={things} />}</Answered>;
}

function ShownTimeline({
  state,
  things,
}: {
  readonly state: NetworkState;
  readonly things: readonly Traced[];
}) {
  const { say } = useWords();
  const { from, until } = spanOf(state);
  const span = useMemo(() => ({ from, until }), [from, until]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the document only what is held and let through counts
  const ofAllTime = useMemo(
    () => tracedOf(things, nodesOfAllTime(state)),
    [things, state.held, state.document.filters, state.document.pinned],
  );
  const chosen = ofAllTime.filter(({ id }) => state.selected.has(id));
  return (
    <div className="stack">
      <TooMany state={state} />
      <Timeline
        things={ofAllTime}
        span={span}
        onSpan={(change) => state.acts.filter(change)}
        chosen={state.selected}
        onChoose={chooseIn(state)}
      />
      {chosen.length > 0 && (
        <Panel title={say('time.chosen')}>
          <MomentList things={chosen} span={span} />
        </Panel>
      )}
    </div>
  );
}
