import { lazy, Suspense, useMemo, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { Boundary } from '../boundary.tsx';
import { Empty } from '../empty.tsx';
import { allTime, type Position, type TimeSpan, type Traced } from '../traced.ts';
import { Waiting } from '../waiting.tsx';
import { PlaceList } from './place-list.tsx';
import { whereaboutsOf } from './spots.ts';

/** Loaded when somebody first looks at a map: drawing one takes more than the rest of the desk. */
const MapPicture = lazy(async () => ({ default: (await import('./map-picture.tsx')).MapPicture }));

interface PlaceMapProps {
  readonly things: readonly Traced[];
  /** Only what is stated of this time is shown, and what has no date. */
  readonly span?: TimeSpan;
  readonly chosen?: ReadonlySet<string>;
  /** On what terms the map may be taken along as a picture; without, it is not offered. */
  readonly terms?: () => readonly string[];
  /** `isAdded`: beside what is chosen already. Undefined where there is but one thing. */
  readonly onChoose?: (things: readonly string[], isAdded: boolean) => void;
}

const none: ReadonlySet<string> = new Set();

/** Where things were and went: a map, and lists that say the same. */
export function PlaceMap({ things, span = allTime, chosen = none, terms, onChoose }: PlaceMapProps) {
  const { say } = useWords();
  const [focus, setFocus] = useState<Position | null>(null);
  const whereabouts = useMemo(() => whereaboutsOf(things, span), [things, span]);
  const { spots, movements, nowhere } = whereabouts;
  const untold = things.reduce((sum, thing) => sum + thing.untold.stays, 0);
  if (spots.length === 0) return <Empty title={say('map.none')}>{say('map.none.words')}</Empty>;
  return (
    <div className="place-map">
      <div className="place-map-parts">
        <Boundary>
          <Suspense fallback={<Waiting lines={8} />}>
            <MapPicture {...{ spots, movements, chosen, focus, terms, onChoose }} />
          </Suspense>
        </Boundary>
        <div className="place-lists">
          <PlaceList {...{ things, span, spots, movements, chosen, onChoose }} onFocus={setFocus} />
          {untold > 0 && <p className="quiet small">{say('map.untold', { count: untold })}</p>}
          {nowhere.length > 0 && (
            <p className="quiet small">{say('map.nowhere', { count: nowhere.length })}</p>
          )}
        </div>
      </div>
    </div>
  );
}
