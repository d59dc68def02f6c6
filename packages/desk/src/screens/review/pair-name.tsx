import { Name } from '../../ui/name.tsx';
import { useWords } from '../../words/words.tsx';
import type { ReviewPair } from './review-pair.ts';

/** What the two records are called; of protected persons no more than that there are two. */
export function PairName({ pair: { names, type } }: { readonly pair: Pick<ReviewPair, 'names' | 'type'> }) {
  const { say, name } = useWords();
  const [one, other] = names;
  if (one === null && other === null) return <span>{say('review.twoOf', { type: name('type', type) })}</span>;
  return (
    <span>
      <Name>{one ?? name('type', type)}</Name>
      <span className="quiet" aria-hidden="true">
        {' ↔ '}
      </span>
      <span className="unseen">{say('map.and')}</span>
      <Name>{other ?? name('type', type)}</Name>
    </span>
  );
}

/** How likely the two are one; what is all but sure is not told as certain. */
export function Likelihood({ of: { probability } }: { readonly of: Pick<ReviewPair, 'probability'> }) {
  const { number } = useWords();
  if (probability === null) return null;
  const isExtreme = probability > 0.99 || probability < 0.01;
  const shown = Math.min(0.999, Math.max(0.001, probability));
  return (
    <bdi dir="ltr" className="quiet">
      {shown === probability ? '' : probability > 0.5 ? '> ' : '< '}
      {number(shown, { style: 'percent', maximumFractionDigits: isExtreme ? 1 : 0 })}
    </bdi>
  );
}
