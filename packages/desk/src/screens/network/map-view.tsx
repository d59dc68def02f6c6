import { useMemo } from 'react';
import { mostTraced } from '../../api/use-whereabouts.ts';
import { Answered } from '../../ui/answered.tsx';
import { PlaceMap } from '../../ui/map/place-map.tsx';
import { termLines } from '../../ui/taken/term-lines.ts';
import { usePrintedTerms } from '../../ui/taken/use-printed-terms.ts';
import type { Traced } from '../../ui/traced.ts';
import { useWords } from '../../words/words.tsx';
import type { NetworkState } from './selection.ts';
import { chooseIn, spanOf, tracedOf, useHeldWhereabouts } from './whereabouts-shown.ts';

/** Where the things of the network were and went, in the time that is let through. */
export function MapView({ state }: { readonly state: NetworkState }) {
  const answer = useHeldWhereabouts(state);
  return <Answered of={answer}>{(things) => <ShownMap state={state} things={things} />}</Answered>;
}

function ShownMap({ state, things }: { readonly state: NetworkState; readonly things: readonly Traced[] }) {
  const words = useWords();
  const termsNow = usePrintedTerms();
  const { from, until } = spanOf(state);
  const shown = useMemo(() => tracedOf(things, state.nodes), [things, state.nodes]);
  const span = useMemo(() => ({ from, until }), [from, until]);
  return (
    <div className="stack">
      <TooMany state={state} />
      <PlaceMap
        things={shown}
        span={span}
        chosen={state.selected}
        onChoose={chooseIn(state)}
        terms={() => termLines(words, termsNow(state))}
      />
    </div>
  );
}

/** Said where a network holds more than is asked for at once. */
export function TooMany({ state }: { readonly state: NetworkState }) {
  const { say } = useWords();
  if (state.held.nodes.length <= mostTraced) return null;
  return <p className="notice info">{say('map.tooMany', { most: mostTraced })}</p>;
}
