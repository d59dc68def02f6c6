import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { FindingName } from '../../ui/finding-name.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';

/** Leads, the least likely by chance first. */
export function FindingsToReview() {
  const { say, name, number } = useWords();
  const findings = useAsked('listFindings', { query: { limit: 5, state: 'open' } });
  return (
    <Card
      title={say('today.findings')}
      sign="findings"
      all={{ to: addressText(['findings']), words: say('today.all') }}
    >
      <Answered of={findings}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('findings.none')}</p>
          ) : (
            <ul className="lines">
              {items.map((finding) => (
                <li key={finding.id}>
                  <a href={addressText(['findings', finding.id])} className="line-link">
                    <span>
                      <FindingName finding={finding} />
                      <span className="quiet small"> {name('finding', finding.kind)}</span>
                    </span>
                    <span className="quiet small">
                      {say('findings.subjects', {
                        count: finding.subjects.length,
                        number: number(finding.subjects.length),
                      })}
                    </span>
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
