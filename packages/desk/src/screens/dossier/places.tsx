import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { countryName } from '../../words/country-name.ts';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** Where it was, the most frequent first. */
export function Places({ dossier }: { readonly dossier: DossierOf }) {
  const { say, locale, number } = useWords();
  const { rows, total } = dossier.places;
  if (total === 0) return null;
  return (
    <Panel title={say('dossier.places')} aside={number(total)}>
      <ul className="lines">
        {rows.map(({ place, country, times }) => (
          <li key={`${place} ${country}`} className="line">
            <span>
              {place !== null && <Name>{place}</Name>}{' '}
              {country !== null && <span className="quiet">{countryName(locale, country)}</span>}
            </span>
            <span className="quiet">{say('dossier.times', { count: times })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
