import { Covered, isCovered } from '../../ui/covered.tsx';
import { Name } from '../../ui/name.tsx';
import { inARow } from '../../words/isolated.ts';
import { isSameSpelling } from '../../words/same-spelling.ts';
import { useWords } from '../../words/words.tsx';
import type { PairShown } from './pair-shown.ts';

/** What each of the two says, property by property; what both say the same way is marked with a sign. */
export function SideBySide({ pair }: { readonly pair: PairShown }) {
  const { say, name } = useWords();
  return (
    <div className="table-frame">
      <table className="pair">
        <caption className="unseen">{say('review.pair')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{say('head.property')}</span>
            </th>
            <PairHead title={say('review.a')} places={pair.places[0]} />
            <PairHead title={say('review.b')} places={pair.places[1]} />
          </tr>
        </thead>
        <tbody>
          {pair.properties.map(({ property, a, b, same }) => {
            const isSame = same || a.some((one) => b.some((other) => isSameSpelling(one, other)));
            const isOneSided = a.length === 0 || b.length === 0;
            return (
              <tr key={property} className={isSame ? 'agrees' : isOneSided ? 'one-sided' : 'differs'}>
                <th scope="row">
                  {name('property', property)}
                  <span className="agreement" aria-hidden="true">
                    {isSame ? '=' : isOneSided ? '' : '≠'}
                  </span>
                  {!isOneSided && (
                    <span className="unseen">{say(isSame ? 'review.agrees' : 'review.differs')}</span>
                  )}
                </th>
                <Values values={a} isHidden={isCovered(pair.type, property)} />
                <Values values={b} isHidden={isCovered(pair.type, property)} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface PairHeadProps {
  readonly title: string;
  readonly places: PairShown['places'][number];
}

function PairHead({ title, places }: PairHeadProps) {
  const { say, number } = useWords();
  const [first] = places;
  return (
    <th scope="col">
      {title}
      {first !== undefined && (
        <span className="quiet small block">
          {inARow([first.partner, first.file, say('hits.row', { row: number(first.row) })])}
        </span>
      )}
    </th>
  );
}

interface ValuesProps {
  readonly values: readonly string[];
  readonly isHidden: boolean;
}

function Values({ values, isHidden }: ValuesProps) {
  const shown = values.map((value) => (
    <span key={value} className="block">
      <Name>{value}</Name>
    </span>
  ));
  return (
    <td>
      {values.length === 0 && <span className="quiet">–</span>}
      {isHidden && values.length > 0 ? <Covered>{shown}</Covered> : shown}
    </td>
  );
}
