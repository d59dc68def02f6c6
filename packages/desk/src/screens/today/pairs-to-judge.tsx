import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { useWords } from '../../words/words.tsx';
import { Likelihood, PairName } from '../review/pair-name.tsx';
import { Card } from './card.tsx';

/** Pairs whose decision is expected to change most. */
export function PairsToJudge() {
  const { say, name } = useWords();
  const pairs = useAsked('listReviewPairs', { query: { limit: 5 } });
  return (
    <Card
      title={say('today.pairs')}
      sign="review"
      all={{ to: addressText(['review']), words: say('today.all') }}
    >
      <Answered of={pairs}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('review.none')}</p>
          ) : (
            <ul className="lines">
              {items.map((pair) => (
                <li key={`${pair.a} ${pair.b}`}>
                  <a href={addressText(['review', pair.a, pair.b])} className="line-link">
                    <span>
                      <PairName pair={pair} />
                      <span className="quiet small block">
                        {pair.stake === null
                          ? name('review.ask', pair.ask)
                          : say('review.stake', { pairs: pair.stake.pairs, hits: pair.stake.hits })}
                      </span>
                    </span>
                    <Likelihood of={pair} />
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}
