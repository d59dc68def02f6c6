import { addressText } from '../../address/address.ts';
import { useWords } from '../../words/words.tsx';
import { momentName } from '../moment-name.ts';
import { Name } from '../name.tsx';
import { isWithin, type TimeSpan, type Traced } from '../traced.ts';

interface MomentListProps {
  readonly things: readonly Traced[];
  readonly span: TimeSpan;
}

/** More than this nobody reads through: the lanes show them. */
const most = 200;

/** What happened to some things, the last first. */
export function MomentList({ things, span }: MomentListProps) {
  const words = useWords();
  const { date, say } = words;
  const moments = things
    .flatMap((thing) => thing.moments.map((moment) => ({ ...moment, thing })))
    .filter((moment) => isWithin(moment.date, span))
    .sort((one, other) => (one.date < other.date ? 1 : -1));
  if (moments.length === 0) return <p className="quiet">{say('time.none')}</p>;
  return (
    <>
      <ol className="timeline">
        {moments.slice(0, most).map(({ date: at, kind, event, thing }) => (
          <li key={`${thing.id} ${at} ${kind} ${event?.id ?? ''}`}>
            <time dateTime={at}>{date(at)}</time>
            <span>
              <Name>{thing.title}</Name> <span className="quiet">{momentName(words, kind)}</span>{' '}
              {event !== null && (
                <a href={addressText(['entities', event.id])}>
                  <Name>{event.title}</Name>
                </a>
              )}
            </span>
          </li>
        ))}
      </ol>
      {moments.length > most && (
        <p className="quiet small">{say('time.left', { count: moments.length - most })}</p>
      )}
    </>
  );
}
