import { useQueries } from '@tanstack/react-query';
import { addressText } from '../../address/address.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { askedFor, useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';

/** So many of the newest files are looked at, and so many of those with problems are shown. */
const looked = 12;
const shown = 5;

/** Of what this partner handed in last, the files in which something is wrong: those first of which nothing was read. */
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
            <Files ids={items.slice(-looked).map(({ id }) => id)} />
          )
        }
      </Answered>
    </Card>
  );
}

type Contribution = AnswerOf<'readContribution'>;

function Files({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  const answers = useQueries({
    queries: ids.map((contribution) => askedFor('readContribution', { parameters: { contribution } })),
  });
  if (answers.some(({ isPending }) => isPending)) return <Waiting lines={3} />;
  const wrong = answers
    .flatMap(({ data }) => (data === undefined ? [] : [data]))
    .filter((each) => weight(each) > 0)
    .sort((one, other) => weight(other) - weight(one));
  if (wrong.length === 0) return <p className="quiet">{say('today.intake.fine', { count: ids.length })}</p>;
  return (
    <ul className="lines">
      {wrong.slice(0, shown).map((each) => (
        <li key={each.id}>
          <a href={addressText(['intake', each.id])} className="line-link">
            <Name>{each.fileName}</Name>
            <WhatIsWrong contribution={each} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** How urgent it is: a file that takes no part, then refused rows, then values. */
function weight({ setAside, counts }: Contribution): number {
  if (setAside !== null || counts === null) return Number.POSITIVE_INFINITY;
  return counts.refused * 1000 + counts.problems;
}

function WhatIsWrong({ contribution: { setAside, counts } }: { readonly contribution: Contribution }) {
  const { say } = useWords();
  if (setAside !== null || counts === null) return <Chip tone="bad">{say('intake.setAside')}</Chip>;
  if (counts.refused > 0) {
    return <Chip tone="bad">{say('intake.refusedRows', { count: counts.refused })}</Chip>;
  }
  return <Chip tone="warn">{say('intake.problems', { count: counts.problems })}</Chip>;
}
