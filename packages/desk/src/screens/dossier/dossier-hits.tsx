import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** Who else holds the same: the partner's own hits on the records of this dossier, among its newest. */
export function DossierHits({ dossier }: { readonly dossier: DossierOf }) {
  const { say, name } = useWords();
  const hits = useAsked('listHits', { query: { type: dossier.type, limit: 1000 } });
  const own = new Set(dossier.records.rows.map(({ subject }) => subject));
  return (
    <Panel title={say('hits.title')}>
      <Answered of={hits} lines={2}>
        {({ items }) => {
          const here = items.filter((hit) => hit.own.some((id) => own.has(id)));
          if (here.length === 0) return <p className="quiet">{say('dossier.hits.none')}</p>;
          return (
            <ul className="lines">
              {here.map((hit) => (
                <li key={hit.id}>
                  <a href={addressText(['hits', hit.id])} className="line-link">
                    <Name>{hit.otherTitle}</Name>
                    <Chip>{name('hit.state', hit.state)}</Chip>
                  </a>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Panel>
  );
}
