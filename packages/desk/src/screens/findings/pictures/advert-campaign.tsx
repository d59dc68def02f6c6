import { useMemo } from 'react';
import { useWhereabouts } from '../../../api/use-whereabouts.ts';
import type { Traced } from '../../../ui/traced.ts';
import { useWords } from '../../../words/words.tsx';
import { MapAndCalendar } from './map-and-calendar.tsx';
import type { PictureProps } from './picture.ts';
import type { Stop } from './place-calendar.ts';
import { TemplateText } from './template-text.tsx';

/** The text behind the adverts of a campaign, and where and when they were posted. */
export function AdvertCampaign({ finding }: PictureProps) {
  const { say } = useWords();
  const adverts = finding.subjects.flatMap(({ id, type }) => (type === 'advert' ? [id] : []));
  const { data: things = [] } = useWhereabouts(adverts);
  const stops = useMemo(() => stopsOf(things), [things]);
  return (
    <div className="stack">
      <TemplateText finding={finding} />
      {stops.length > 0 && (
        <section className="stack tight">
          <h4>{say('picture.posted')}</h4>
          <MapAndCalendar things={things} stops={stops} />
        </section>
      )}
    </div>
  );
}

/** Every dated place of any of them, in the order of time. */
function stopsOf(things: readonly Traced[]): readonly Stop[] {
  return things
    .flatMap(({ stays }) => stays)
    .flatMap(({ title, seen }) =>
      title === null || seen === null || !isDay.test(seen) ? [] : [{ place: title, from: seen, until: seen }],
    )
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** A month or a year alone has no place on a line of days. */
const isDay = /^\d{4}-\d\d-\d\d$/;
