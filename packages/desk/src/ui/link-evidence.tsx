import { useAsked } from '../api/use-asked.ts';
import { useWords } from '../words/words.tsx';
import { Answered } from './answered.tsx';
import { Empty } from './empty.tsx';
import { StatementCards } from './statement-cards.tsx';

interface LinkEvidenceProps {
  readonly one: string;
  readonly other: string;
}

/** What was stated for the links between two things, by whom, how well graded and where it stands. */
export function LinkEvidence({ one, other }: LinkEvidenceProps) {
  const { say } = useWords();
  const evidence = useAsked('readLinkEvidence', { parameters: { entity: one, other }, query: {} });
  return (
    <Answered of={evidence} lines={4}>
      {(told) =>
        told.items.length === 0 ? (
          <Empty title={say('findings.evidence.none')} />
        ) : (
          <StatementCards {...told} />
        )
      }
    </Answered>
  );
}
