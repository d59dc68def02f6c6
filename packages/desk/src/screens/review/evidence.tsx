import { Foreign } from '../../ui/foreign.tsx';
import { isolated } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import type { PairShown } from './pair-shown.ts';

/** What speaks for and against, in bits: each bit doubles the odds. */
export function Evidence({ pair }: { readonly pair: PairShown }) {
  const { say, number } = useWords();
  const { compared } = pair;
  if (compared === null) return <p className="quiet">{say('review.notCompared')}</p>;
  const parts = [...compared.parts].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const most = Math.max(1, ...parts.map(({ weight }) => Math.abs(weight)));
  const bits = (weight: number) =>
    number(weight, { signDisplay: 'exceptZero', maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <section className="stack tight" aria-label={say('review.evidence')}>
      <h3 className="row">
        {say('review.evidence')}
        <span className="end">
          {say('review.likely', {
            probability: number(compared.probability, { style: 'percent', maximumFractionDigits: 1 }),
            bits: isolated(bits(compared.weight)),
          })}
        </span>
      </h3>
      <ul className="evidence">
        {parts.map((part) => (
          <li key={`${part.comparison} ${part.level ?? part.words}`}>
            <span className="evidence-words">
              <PartWords part={part} />
            </span>
            <svg className="bar" viewBox="-50 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <line x1="0" x2="0" y1="0" y2="10" />
              <rect
                className={part.weight < 0 ? 'against' : 'for'}
                x={part.weight < 0 ? (50 * part.weight) / most : 0}
                y="2"
                height="6"
                width={(50 * Math.abs(part.weight)) / most}
              />
            </svg>
            <span className="figure">{bits(part.weight)}</span>
          </li>
        ))}
        {compared.prior !== null && (
          <li className="quiet">
            <span className="evidence-words">{say('review.prior')}</span>
            <span />
            <span className="figure">{bits(compared.prior)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

type Part = NonNullable<PairShown['compared']>['parts'][number];

/** What a part says, in the language of the desk where it knows the code; else as the hub says it. */
function PartWords({ part }: { readonly part: Part }) {
  const { say, known, locale } = useWords();
  const { comparison, code, words } = part;
  const of = known('comparison', comparison) ?? known('property', comparison);
  const level = code === null ? known('interaction', comparison) : known('evidence', code);
  if (locale === 'en') return words;
  if (code === null && level !== undefined) return level;
  if (of === undefined || level === undefined) return <Foreign>{words}</Foreign>;
  return say('review.evidence.part', { of, words: level });
}
