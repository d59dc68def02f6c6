import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';

const shown = 4;

/** What this partner handed in last, and whether something is wrong in it. */
export function ProblemsThatCame() {
  const { say } = useWords();
  const contributions = useAsked('listContributions', { query: { limit: 1000 } });
  return (
    <Card
      title={say('today.intake')}
      sign="intake"
      all={{ to: addressText(['intake']), words: say('today.handIn') }}
    >
      <Answered of={contributions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('intake.none')}</p>
          ) : (
            <ul className="lines">
              {items
                .slice(-shown)
                .reverse()
                .map(({ id, fileName }) => (
                  <li key={id}>
                    <a href={addressText(['intake', id])} className="line-link">
                      <Name>{fileName}</Name>
                      <ProblemCount contribution={id} />
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

function ProblemCount({ contribution }: { readonly contribution: string }) {
  const { say } = useWords();
  const { data } = useAsked('readContribution', { parameters: { contribution } });
  if (data === undefined) return null;
  if (data.setAside !== null || data.counts === null) return <Chip tone="bad">{say('intake.setAside')}</Chip>;
  const { problems } = data.counts;
  return <Chip tone={problems > 0 ? 'warn' : 'good'}>{say('intake.problems', { count: problems })}</Chip>;
}
