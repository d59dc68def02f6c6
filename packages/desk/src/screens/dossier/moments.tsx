import { addressText } from '../../address/address.ts';
import { Caption } from '../../ui/caption.tsx';
import { momentName } from '../../ui/moment-name.ts';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** What happened when, the last first. */
export function Moments({ dossier }: { readonly dossier: DossierOf }) {
  const words = useWords();
  const { say, date, number } = words;
  const { rows, total } = dossier.moments;
  if (total === 0) return null;
  return (
    <Panel title={say('dossier.moments')} aside={number(total)}>
      <ol className="timeline">
        {[...rows].reverse().map((moment) => (
          <li key={`${moment.date} ${moment.kind} ${moment.other?.id ?? ''}`}>
            <time dateTime={moment.date}>{date(moment.date)}</time>
            <span>
              {momentName(words, moment.kind)}{' '}
              {moment.other !== null && (
                <a href={addressText(['entities', moment.other.id])}>
                  <Caption type={moment.other.type}>{moment.other.caption}</Caption>
                </a>
              )}
              {moment.place !== null && (
                <span className="quiet">
                  {' '}
                  <Name>{moment.place}</Name>
                </span>
              )}
              <span className="quiet small block">{moment.owners.join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
