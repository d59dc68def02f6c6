import { addressText } from '../../../address/address.ts';
import { Name } from '../../../ui/name.tsx';
import { useWords } from '../../../words/words.tsx';
import { numberStrip } from './number-strip.ts';
import { type PictureProps, pictureOf } from './picture.ts';

/** Documents whose numbers follow one another: each number in its place, and the numbers between that nobody gave. */
export function DocumentNumbers({ finding }: PictureProps) {
  const { say } = useWords();
  const picture = pictureOf(finding, 'table');
  if (picture === undefined) return null;
  const given = picture.rows.map(([number]) => String(number ?? ''));
  const strip = numberStrip(given);
  const documents = new Map(finding.subjects.map(({ id, caption }) => [caption, id]));
  const shown = strip?.numbers ?? given.map((number) => ({ end: number, number }));
  const gaps = shown.filter(({ number }) => number === null).length;
  return (
    <div className="stack tight">
      <p>
        {strip !== undefined && (
          <strong>
            <Name>{`${strip.begin}…`}</Name>
          </strong>
        )}{' '}
        <span className="quiet">{say('picture.series', { count: given.length, gaps })}</span>
      </p>
      <ol className="number-strip">
        {shown.map(({ end, number }) => {
          const id = number === null ? undefined : documents.get(number);
          return (
            <li key={end} className={number === null ? 'gap' : ''}>
              {number === null ? (
                <span className="unseen">{say('picture.series.gap', { number: end })}</span>
              ) : id === undefined ? (
                <Name>{end}</Name>
              ) : (
                <a href={addressText(['entities', id])} aria-label={number}>
                  <Name>{end}</Name>
                </a>
              )}
            </li>
          );
        })}
      </ol>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
    </div>
  );
}
