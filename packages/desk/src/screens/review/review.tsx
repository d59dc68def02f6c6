import { useMemo } from 'react';
import { addressText } from '../../address/address.ts';
import { go, show, useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Filter } from '../../ui/filter.tsx';
import { Master } from '../../ui/master.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { useWords } from '../../words/words.tsx';
import { Likelihood, PairName } from './pair-name.tsx';
import { PairPanel } from './pair-panel.tsx';
import type { ReviewPair } from './review-pair.ts';

const types = ['person', 'organization'];

/** Pairs to judge, those first whose decision is expected to change most. */
export function Review() {
  const { say, name } = useWords();
  const { path, query } = useAddress();
  const type = types.find((each) => each === query.type);
  const { items, answer } = usePages('listReviewPairs', {
    query: { limit: 30, ...(type === undefined ? {} : { type }) },
  });
  const [, a, b] = path;
  const place = items.findIndex((pair) => pair.a === a && pair.b === b);
  const to = useMemo(
    () => (pair: ReviewPair | undefined) => {
      if (pair !== undefined) go(addressText(['review', pair.a, pair.b], query));
    },
    [query],
  );
  useShortcuts({ j: () => to(items[place + 1]), k: () => to(items[Math.max(0, place - 1)]) });
  return (
    <Screen
      title={say('review.title')}
      lead={say('review.lead')}
      actions={
        <TakeAlong
          name="review"
          heads={[
            say('review.a'),
            say('head.name'),
            say('review.b'),
            say('head.name'),
            say('head.type'),
            say('review.asked'),
            say('review.probability'),
            say('review.pairsMoved'),
            say('hits.title'),
          ]}
          rows={items.map(({ a: first, b: second, names, type: of, ask, probability, stake }) => [
            first,
            names[0],
            second,
            names[1],
            name('type', of),
            name('review.ask', ask),
            probability,
            stake?.pairs ?? null,
            stake?.hits ?? null,
          ])}
        />
      }
    >
      <div className="row wrap no-print">
        <Filter
          label={say('search.type')}
          value={type}
          onChange={(value) => show({ type: value })}
          all={say('search.all')}
          options={types.map((id) => ({ id, title: name('type', id) }))}
        />
      </div>
      <Master
        answer={answer}
        none={items.length === 0 ? { title: say('review.none'), words: say('review.none.words') } : null}
        list={
          <ol className="lines">
            {items.map((pair) => (
              <li key={`${pair.a} ${pair.b}`}>
                <PairLine pair={pair} query={query} isCurrent={pair.a === a && pair.b === b} />
              </li>
            ))}
          </ol>
        }
        detail={
          a === undefined || b === undefined ? (
            <Empty title={say('review.choose')}>{say('keys.jk')}</Empty>
          ) : (
            <PairPanel
              key={`${a} ${b}`}
              a={a}
              b={b}
              listed={items[place]}
              onJudged={() => to(items[place + 1] ?? items[0])}
            />
          )
        }
      />
    </Screen>
  );
}

interface PairLineProps {
  readonly pair: ReviewPair;
  readonly query: Readonly<Record<string, string>>;
  readonly isCurrent: boolean;
}

function PairLine({ pair, query, isCurrent }: PairLineProps) {
  const { say, name } = useWords();
  return (
    <a
      href={addressText(['review', pair.a, pair.b], query)}
      className="line-link"
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
    >
      <span className="stack none">
        <PairName pair={pair} />
        <span className="quiet small">
          {pair.stake === null
            ? name('review.ask', pair.ask)
            : say('review.stake', { pairs: pair.stake.pairs, hits: pair.stake.hits })}
        </span>
      </span>
      {pair.ask === 'second-opinion' ? (
        <Chip tone="info">{say('review.second')}</Chip>
      ) : (
        <Likelihood of={pair} />
      )}
    </a>
  );
}
