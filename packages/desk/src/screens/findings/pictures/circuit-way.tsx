import type { PictureOf } from '@clew/model/finding-picture.ts';
import { useMemo } from 'react';
import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Traced } from '../../../ui/traced.ts';
import { countryName } from '../../../words/country-name.ts';
import { useWords } from '../../../words/words.tsx';
import { MapAndCalendar } from './map-and-calendar.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** Places after one another: the way between them on a map, and beside it when each was seen. */
export function CircuitWay({ finding }: PictureProps) {
  const { say, locale, number, span } = useWords();
  const picture = pictureOf(finding, 'circuit');
  const things = useMemo(() => (picture === undefined ? [] : [tracedFrom(picture)]), [picture]);
  if (picture === undefined || picture.stops.length === 0) return null;
  return (
    <div className="stack tight">
      <MapAndCalendar things={things} stops={picture.stops} />
      <details>
        <summary>{say('picture.stops', { count: picture.stops.length })}</summary>
        <Table
          label={say('picture.stops', { count: picture.stops.length })}
          heads={[say('picture.place'), say('partners.country'), say('head.seen'), say('picture.times')]}
        >
          {picture.stops.map((stop) => (
            <tr key={`${stop.place} ${stop.from} ${stop.until}`}>
              <td>
                <Name>{stop.place}</Name>
              </td>
              <td>{stop.country === null ? '–' : countryName(locale, stop.country)}</td>
              <td>{span(stop.from, stop.until)}</td>
              <td className="figure">{number(stop.times)}</td>
            </tr>
          ))}
        </Table>
        {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
      </details>
    </div>
  );
}

/** All stops as the way of one. */
function tracedFrom({ stops, more }: PictureOf<'circuit'>): Traced {
  return {
    ...{ id: 'way', title: '', type: '', moments: [], untold: { stays: more, moments: 0 } },
    stays: stops.map(({ place, country, latitude, longitude, from }) => ({
      ...{ title: place, country, seen: from },
      at: latitude === null || longitude === null ? null : { latitude, longitude },
    })),
  };
}
