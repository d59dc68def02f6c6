import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { StatementCards } from '../../ui/statement-cards.tsx';
import { useWords } from '../../words/words.tsx';

/** The statements behind a finding, those of one person or thing on one card, the cards side by side. */
export function EvidenceCards({ finding }: { readonly finding: string }) {
  const { say } = useWords();
  const evidence = useAsked('readFindingEvidence', { parameters: { finding }, query: {} });
  return (
    <section className="stack tight">
      <h3>{say('findings.evidence')}</h3>
      <Answered of={evidence} lines={6}>
        {(told) =>
          told.items.length === 0 ? (
            <Empty title={say('findings.evidence.none')} />
          ) : (
            <StatementCards {...told} />
          )
        }
      </Answered>
    </section>
  );
}
