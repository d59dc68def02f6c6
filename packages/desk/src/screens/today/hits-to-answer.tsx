import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';

const shown = 5;

/** What others ask of this partner, and what came back on what it asked. */
export function HitsToAnswer() {
  const { say, name, moment } = useWords();
  const asked = useAsked('listHits', { query: { side: 'asked', state: 'requested', limit: shown } });
  const told = useAsked('listHits', { query: { side: 'told', limit: shown } });
  const all = { to: addressText(['hits']), words: say('today.all') };
  return (
    <Card title={say('today.hits')} sign="hits" all={all}>
      <Answered of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('today.hits.none')}</p>
          ) : (
            <ul className="lines">
              {items.map((hit) => (
                <li key={hit.id}>
                  <a href={addressText(['hits', hit.id], { side: 'asked' })} className="line-link">
                    <span>
                      <Name>{hit.otherTitle}</Name>
                      <span className="quiet small">
                        {' '}
                        {say('hits.asksAbout', { type: name('type', hit.type) })}
                      </span>
                    </span>
                    <Chip tone="warn">{moment(hit.since)}</Chip>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Answered of={told} lines={3}>
        {({ items }) =>
          items.length === 0 ? null : (
            <>
              <h3>{say('today.hits.told')}</h3>
              <ul className="lines">
                {items.slice(0, 3).map((hit) => (
                  <li key={hit.id}>
                    <a href={addressText(['hits', hit.id])} className="line-link">
                      <span>
                        <Name>{hit.otherTitle}</Name>
                        <span className="quiet small"> {name('type', hit.type)}</span>
                      </span>
                      <Chip>{name('hit.state', hit.state)}</Chip>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Card>
  );
}
