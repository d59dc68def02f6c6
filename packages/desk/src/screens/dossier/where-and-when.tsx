import { lazy, Suspense, useState } from 'react';
import { useWhereabouts } from '../../api/use-whereabouts.ts';
import { PlaceMap } from '../../ui/map/place-map.tsx';
import { Panel } from '../../ui/panel.tsx';
import { allTime } from '../../ui/traced.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

const Timeline = lazy(async () => ({
  default: (await import('../../ui/timeline/timeline.tsx')).Timeline,
}));

/** Where it was and what happened when, on a map and a line: the time that the line lets through holds for both. */
export function WhereAndWhen({ dossier }: { readonly dossier: DossierOf }) {
  const { say } = useWords();
  const { id, protected: isProtected } = dossier;
  const { data: things = [] } = useWhereabouts(isProtected ? [] : [id]);
  const [span, setSpan] = useState(allTime);
  const [thing] = things;
  const hasPlaces = thing?.stays.some(({ at }) => at !== null) ?? false;
  const hasMoments = (thing?.moments.length ?? 0) > 0;
  if (!hasPlaces && !hasMoments) return null;
  return (
    <Panel title={say('dossier.whereabouts')}>
      {hasPlaces && <PlaceMap things={things} span={span} />}
      {hasMoments && (
        <Suspense fallback={<Waiting />}>
          <Timeline things={things} span={span} onSpan={setSpan} />
        </Suspense>
      )}
    </Panel>
  );
}
