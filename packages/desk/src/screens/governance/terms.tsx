import { addressText } from '../../address/address.ts';
import { usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TermsWords } from '../../ui/terms-words.tsx';
import { useWords } from '../../words/words.tsx';

/** What each partner's terms say in words, with the contributions under them. */
export function Terms() {
  const { say, number } = useWords();
  const { items, answer } = usePages('listTerms', { query: { limit: 100 } });
  return (
    <div className="stack">
      <Answered of={answer}>
        {() =>
          items.length === 0 ? (
            <Empty title={say('terms.none')}>{say('terms.none.words')}</Empty>
          ) : (
            <div className="term-cards">
              {items.map((terms) => (
                <Panel
                  key={`${terms.partner} ${terms.words.join('|')}`}
                  title={terms.partnerTitle}
                  aside={say('terms.contributions', {
                    count: terms.contributions.length,
                    number: number(terms.contributions.length),
                  })}
                >
                  <TermsWords parts={terms.parts} />
                  <Contributions of={terms.contributions} partner={terms.partner} />
                </Panel>
              ))}
            </div>
          )
        }
      </Answered>
      <More of={answer} />
    </div>
  );
}

interface ContributionsProps {
  readonly of: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly receivedAt: string;
    readonly changes: number;
  }[];
  readonly partner: string;
}

function Contributions({ of, partner }: ContributionsProps) {
  const { say, moment } = useWords();
  const { offered, person } = useSitting();
  const isOwn = offered.intake && person.partner === partner;
  return (
    <details>
      <summary>{say('terms.where')}</summary>
      <ul className="lines small">
        {of.map(({ id, fileName, receivedAt, changes }) => (
          <li key={id} className="line">
            <span>
              {isOwn ? (
                <a href={addressText(['intake', id])}>
                  <Name>{fileName}</Name>
                </a>
              ) : (
                <Name>{fileName}</Name>
              )}
              {changes > 0 && <span className="quiet"> · {say('terms.changes', { count: changes })}</span>}
            </span>
            <span className="quiet">{moment(receivedAt)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
