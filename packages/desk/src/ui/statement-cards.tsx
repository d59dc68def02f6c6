import { addressText } from '../address/address.ts';
import type { AnswerOf } from '../api/contract.ts';
import { inARow } from '../words/isolated.ts';
import { useWords } from '../words/words.tsx';
import { Caption } from './caption.tsx';
import { Covered, isCovered } from './covered.tsx';
import { Name } from './name.tsx';

type Statement = AnswerOf<'readLinkEvidence'>['items'][number];

interface StatementCardsProps {
  readonly items: readonly Statement[];
  /** How many there are in all. */
  readonly total: number;
}

/** Statements, those of one person or thing on one card, the cards side by side. */
export function StatementCards({ items, total }: StatementCardsProps) {
  const { say, number } = useWords();
  return (
    <>
      <div className="evidence-cards">
        {byEntity(items).map((statements) => (
          <StatementCard key={statements[0]?.id} statements={statements} />
        ))}
      </div>
      {total > items.length && (
        <p className="quiet small">
          {say('dossier.more', {
            count: total - items.length,
            number: number(total - items.length),
          })}
        </p>
      )}
    </>
  );
}

function byEntity(items: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const item of items) groups.set(item.id, [...(groups.get(item.id) ?? []), item]);
  return [...groups.values()].sort((one, other) => other.length - one.length);
}

function StatementCard({ statements }: { readonly statements: readonly Statement[] }) {
  const { name } = useWords();
  const [first] = statements;
  if (first === undefined) return null;
  return (
    <article className="boxed stack tight">
      <h4>
        <a href={addressText(['entities', first.id])}>
          <Caption type={first.type}>{first.caption === '' ? first.id : first.caption}</Caption>
        </a>{' '}
        <span className="quiet small">{name('type', first.type)}</span>
      </h4>
      <ul className="plain-list small">
        {statements.map((statement) => (
          <li key={`${statement.property} ${statement.value} ${statement.file} ${statement.row}`}>
            <StatementLine statement={statement} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function StatementLine({ statement }: { readonly statement: Statement }) {
  const { say, name, number, span } = useWords();
  const { property, value, other, partner, file, row, grade, firstSeen, lastSeen } = statement;
  const seen = span(firstSeen, lastSeen);
  const shown = <Name>{value}</Name>;
  return (
    <>
      <span className="quiet">{name('property', property)}</span>{' '}
      {other !== null ? (
        <a href={addressText(['entities', other])}>{shown}</a>
      ) : isCovered(statement.type, property) ? (
        <Covered>{shown}</Covered>
      ) : (
        shown
      )}
      <span className="quiet block">
        <span className="grade">{grade}</span>{' '}
        {inARow([partner, file, say('hits.row', { row: number(row) }), seen])}
      </span>
    </>
  );
}
