import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Sign } from '../../ui/sign.tsx';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';

type PersonAge = AnswerOf<'readEntityAge'>;
type Piece = PersonAge['rows'][number];

/** What was recorded of a person's age, source by source; nothing where nothing was. */
export function AgePanel({ entity }: { readonly entity: string }) {
  const { say } = useWords();
  const age = useAsked('readEntityAge', { parameters: { entity } });
  if (age.data?.total === 0) return null;
  return (
    <Panel title={say('age.title')}>
      <Answered of={age} lines={3}>
        {(read) => <Evidence age={read} />}
      </Answered>
    </Panel>
  );
}

function Evidence({ age }: { readonly age: PersonAge }) {
  const { say, span } = useWords();
  const { first, last, firstSeen, lastSeen, conflict, raised, total, rows } = age;
  return (
    <div className="stack">
      <p>
        {say('age.last', { dates: span(lastSeen, lastSeen) })} <Outcome of={last} />
      </p>
      {first !== last && (
        <p>
          {say('age.first', { dates: span(firstSeen, firstSeen) })} <Outcome of={first} />
        </p>
      )}
      {conflict && (
        <p>
          <Sign of="alert" /> {say('age.conflict')}
        </p>
      )}
      {raised && <p className="small">{say('age.raised')}</p>}
      <ul className="lines">
        {rows.map((piece) => (
          <PieceLines
            key={`${piece.source} ${piece.partner} ${piece.on} ${piece.original} ${piece.grade}`}
            piece={piece}
          />
        ))}
      </ul>
      {total > rows.length && (
        <p className="quiet small">
          {say('dossier.more', { count: total - rows.length, number: String(total - rows.length) })}
        </p>
      )}
      <p className="quiet small">{say('age.rule')}</p>
    </div>
  );
}

function Outcome({ of }: { readonly of: PersonAge['last'] }) {
  const { name } = useWords();
  return (
    <Chip tone={of === 'child' || of === 'presumed-child' ? 'warn' : 'plain'}>{name('age.outcome', of)}</Chip>
  );
}

function PieceLines({ piece }: { readonly piece: Piece }) {
  const { say, name, span } = useWords();
  const { source, original, on, partner, grade, last, against } = piece;
  return (
    <li className="stack none">
      <span>
        {name('age.source', source)} {original !== null && <Name>{original}</Name>}{' '}
        <Chip tone={last === 'adult' ? 'plain' : 'warn'}>{name('age.group', last)}</Chip>
      </span>
      <span className="quiet small">
        <span className="grade">{grade}</span> {inARow([partner, on === '' ? '' : span(on, on)])}
      </span>
      {against > 0 && (
        <span className="small">
          <Sign of="alert" /> {say('age.against', { count: against })}
        </span>
      )}
    </li>
  );
}
