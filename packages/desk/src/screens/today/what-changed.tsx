import { addressText } from '../../address/address.ts';
import type { ItemOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import type { MessageId } from '../../words/words.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';
import { Notices } from './notices.tsx';

/** What changed since this person was last here, and what they must be told and have not read. */
export function WhatChanged() {
  const { say, moment } = useWords();
  const { person, offered } = useSitting();
  const { lastVisit } = person;
  return (
    <Card title={say('today.changed')} sign="alert">
      {lastVisit === null ? (
        <p className="quiet">{say('today.changed.first')}</p>
      ) : (
        <>
          <p className="quiet">{say('today.since', { at: moment(lastVisit) })}</p>
          {offered.hits && <Changes since={lastVisit} />}
        </>
      )}
      <h3>{say('today.notices')}</h3>
      <Notices />
    </Card>
  );
}

type Hit = ItemOf<'listHits'>;

/** As many of the newest as are looked through. */
const limit = 200;

function Changes({ since }: { readonly since: string }) {
  const { say } = useWords();
  const { offered } = useSitting();
  const told = useAsked('listHits', { query: { side: 'told', limit } });
  const asked = useAsked('listHits', { query: { side: 'asked', state: 'requested', limit } });
  const files = useAsked('listContributions', { query: { limit: 1000 } }, { when: offered.intake });
  const count = (hits: readonly Hit[] | undefined, isNew: (hit: Hit) => boolean) =>
    (hits ?? []).filter(isNew).length;
  const all: readonly { readonly words: MessageId; readonly count: number; readonly to: string }[] = [
    {
      words: 'today.changed.told',
      count: count(told.data?.items, ({ toldAt }) => toldAt > since),
      to: addressText(['hits'], { side: 'told' }),
    },
    {
      words: 'today.changed.answered',
      count: count(told.data?.items, ({ state, since: at }) => state === 'answered' && at > since),
      to: addressText(['hits'], { side: 'told', state: 'answered' }),
    },
    {
      words: 'today.changed.asked',
      count: count(asked.data?.items, ({ since: at }) => at > since),
      to: addressText(['hits'], { side: 'asked', state: 'requested' }),
    },
    {
      words: 'today.changed.files',
      count: (files.data?.items ?? []).filter(({ receivedAt }) => receivedAt > since).length,
      to: addressText(['intake']),
    },
  ];
  const changes = all.filter((each) => each.count > 0);
  if (told.isPending || asked.isPending) return null;
  if (changes.length === 0) return <p className="quiet">{say('today.changed.none')}</p>;
  return (
    <ul className="lines">
      {changes.map(({ words, count: number, to }) => (
        <li key={words}>
          <a href={to} className="line-link">
            {say(words, { count: number })}
          </a>
        </li>
      ))}
    </ul>
  );
}
