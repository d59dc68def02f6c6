import { lazy, Suspense, useMemo } from 'react';
import { Boundary } from '../../../ui/boundary.tsx';
import { whereaboutsOf } from '../../../ui/map/spots.ts';
import { Name } from '../../../ui/name.tsx';
import { allTime, type Traced } from '../../../ui/traced.ts';
import { Waiting } from '../../../ui/waiting.tsx';
import { useWords } from '../../../words/words.tsx';
import { placeCalendar, type Stop } from './place-calendar.ts';

const MapPicture = lazy(async () => ({
  default: (await import('../../../ui/map/map-picture.tsx')).MapPicture,
}));

const nobody: ReadonlySet<string> = new Set();
/** So many places have a line of their own in the calendar. */
const mostRows = 24;
/** A stay is seen however short it is. */
const leastWidth = 0.8;

interface MapAndCalendarProps {
  /** Where each was: those of one thing are joined by its way. */
  readonly things: readonly Traced[];
  /** In the order of time; empty: no calendar. */
  readonly stops: readonly Stop[];
}

/** The places on a map, with the ways between them, and beside it when anything was in each. */
export function MapAndCalendar({ things, stops }: MapAndCalendarProps) {
  const { spots, movements } = useMemo(() => whereaboutsOf(things, allTime), [things]);
  return (
    <div className={spots.length > 0 && stops.length > 0 ? 'map-and-calendar' : ''}>
      {spots.length > 0 && (
        <Boundary>
          <Suspense fallback={<Waiting lines={8} />}>
            <MapPicture
              {...{ spots, movements }}
              chosen={nobody}
              focus={null}
              terms={undefined}
              onChoose={undefined}
            />
          </Suspense>
        </Boundary>
      )}
      {stops.length > 0 && <Calendar stops={stops} />}
    </div>
  );
}

function Calendar({ stops }: { readonly stops: readonly Stop[] }) {
  const { say, date } = useWords();
  const { rows, first, last } = useMemo(() => placeCalendar(stops), [stops]);
  return (
    <figure className="calendar" aria-label={say('picture.calendar')}>
      {rows.slice(0, mostRows).map(({ place, stays }) => (
        <div key={place} className="calendar-row">
          <span className="small">
            <Name>{place}</Name>{' '}
            <span className="quiet">{say('dossier.times', { count: stays.length })}</span>
          </span>
          <svg className="calendar-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            {stays.map(({ from, until }) => (
              <rect
                key={`${from} ${until}`}
                className="calendar-stay"
                x={Math.min(100 * from, 100 - leastWidth)}
                width={Math.max(leastWidth, 100 * (until - from))}
                height="6"
              />
            ))}
          </svg>
        </div>
      ))}
      {rows.length > mostRows && (
        <p className="quiet small">{say('picture.more', { count: rows.length - mostRows })}</p>
      )}
      <figcaption className="calendar-row quiet small">
        <span />
        <span className="row between">
          <span>{date(first)}</span>
          <span>{date(last)}</span>
        </span>
      </figcaption>
    </figure>
  );
}
