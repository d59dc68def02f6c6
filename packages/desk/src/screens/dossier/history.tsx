import { addressText } from '../../address/address.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

type Merges = AnswerOf<'readMerges'>;
type JoinedRecord = Merges['records'][number];
type Judgement = Merges['judgements'][number];

/** How its records became one: when each came, what binds it to those before it, and what people said. */
export function History({ dossier }: { readonly dossier: DossierOf }) {
  const { say, number } = useWords();
  const merges = useAsked(
    'readMerges',
    { parameters: { entity: dossier.id } },
    { when: dossier.records.total > 0 },
  );
  if (dossier.records.total === 0) return null;
  return (
    <Panel
      title={say('dossier.history')}
      aside={say('dossier.history.records', {
        count: dossier.records.total,
        number: number(dossier.records.total),
      })}
    >
      <Answered of={merges}>
        {({ records, judgements }) => (
          <ol className="timeline">
            {inOrder(records, judgements).map((step) => (
              <li key={`${step.at} ${step.key}`}>
                {step.record === undefined ? (
                  <Judged judgement={step.judgement} />
                ) : (
                  <Joined record={step.record} isFirst={step.isFirst} />
                )}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </Panel>
  );
}

type Step = { readonly at: string; readonly key: string } & (
  | { readonly record: JoinedRecord; readonly isFirst: boolean }
  | { readonly record?: undefined; readonly judgement: Judgement }
);

function inOrder(records: readonly JoinedRecord[], judgements: readonly Judgement[]): readonly Step[] {
  return [
    ...records.map((record, place) => ({
      ...{ at: record.at, key: record.subject, record },
      isFirst: place === 0,
    })),
    ...judgements.map((judgement) => ({
      ...{ at: judgement.at, key: `${judgement.a} ${judgement.b}`, judgement },
    })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function Joined({ record, isFirst }: { readonly record: JoinedRecord; readonly isFirst: boolean }) {
  const { say, date, number } = useWords();
  const { offered } = useSitting();
  const { subject, at, partner, file, row, to, probability, judged } = record;
  return (
    <>
      <time dateTime={at}>{date(at.slice(0, 10))}</time>
      <span>
        <strong>{partner}</strong> <Name>{file}</Name>{' '}
        <span className="quiet">{say('hits.row', { row: number(row) })}</span>
        <span className="quiet small block">
          {isFirst
            ? say('dossier.history.first')
            : to === null || probability === null
              ? say('dossier.history.through')
              : say(judged ? 'dossier.history.judged' : 'dossier.history.evidence', {
                  probability: number(probability, { style: 'percent', maximumFractionDigits: 1 }),
                })}
          {offered.review && to !== null && (
            <>
              {' '}
              <a href={addressText(['review', to, subject])}>{say('dossier.compare')}</a>
            </>
          )}
        </span>
      </span>
    </>
  );
}

function Judged({ judgement }: { readonly judgement: Judgement }) {
  const { say, name, date } = useWords();
  const { offered } = useSitting();
  const { a, b, verdict, by, at } = judgement;
  return (
    <>
      <time dateTime={at}>{date(at.slice(0, 10))}</time>
      <span>
        <Chip tone="info">{name('verdict', verdict)}</Chip>{' '}
        {say('dossier.history.said', { person: by ?? say('review.elsewhere') })}
        {offered.review && (
          <span className="small block">
            <a href={addressText(['review', a, b])}>{say('dossier.compare')}</a>
          </span>
        )}
      </span>
    </>
  );
}
