import { lazy, Suspense } from 'react';
import { show, useAddress } from '../../address/use-address.ts';
import { Segments } from '../../ui/segments.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/words.tsx';
import type { NetworkState } from './selection.ts';

const views = ['picture', 'map', 'timeline', 'table'] as const;
type ViewName = (typeof views)[number];

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }));
const TimelineView = lazy(async () => ({ default: (await import('./timeline-view.tsx')).TimelineView }));
const TableView = lazy(async () => ({ default: (await import('./table-view.tsx')).TableView }));

/** Which view of the network the address asks for. */
export function useViewShown(): ViewName {
  const { query } = useAddress();
  return views.find((view) => view === query.show) ?? 'picture';
}

/** Chooses one of the views of the same network. */
export function ViewSwitch() {
  const { say } = useWords();
  return (
    <Segments
      label={say('network.shownAs')}
      value={useViewShown()}
      onChange={(view) => show({ show: view === 'picture' ? undefined : view })}
      options={views.map((id) => ({ id, title: say(`network.as.${id}`) }))}
    />
  );
}

/** A view that is no picture; each is loaded when somebody first looks at it. */
export function OtherView({ state, view }: { readonly state: NetworkState; readonly view: ViewName }) {
  const shown = {
    map: () => <MapView state={state} />,
    timeline: () => <TimelineView state={state} />,
    table: () => <TableView state={state} />,
    picture: () => null,
  };
  return <Suspense fallback={<Waiting lines={8} />}>{shown[view]()}</Suspense>;
}
