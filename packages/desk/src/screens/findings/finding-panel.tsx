import { Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { addressText } from '../../address/address.ts';
import { call } from '../../api/call.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Caption } from '../../ui/caption.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DecisionForm } from '../../ui/decision-form.tsx';
import { Go } from '../../ui/go.tsx';
import { CautionWords, OtherwiseWords, ReasonWords } from '../../ui/reason-words.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Table } from '../../ui/table.tsx';
import { OnPaper } from '../../ui/taken/on-paper.ts';
import { useDecision } from '../../ui/use-decision.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/words.tsx';
import { chanceText } from './chance-text.ts';
import { EvidenceCards } from './evidence-cards.tsx';
import type { FindingShown } from './finding-shown.ts';
import { pictures } from './pictures/pictures.ts';
import { TakePicture } from './take-picture.tsx';

interface FindingPanelProps {
  readonly finding: FindingShown;
  readonly onNext: () => void;
}

/** One lead: what speaks for it, how often as much comes about by chance, and what else could explain it. */
export function FindingPanel({ finding, onNext }: FindingPanelProps) {
  const { say, name, number } = useWords();
  const { offered } = useSitting();
  const [main, ...others] = finding.subjects;
  return (
    <article className="stack" aria-label={say('findings.one')}>
      <header className="stack tight">
        <h2>
          {main === undefined ? (
            finding.title
          ) : (
            <a href={addressText(['entities', main.id])}>
              <Caption type={main.type}>{main.caption}</Caption>
            </a>
          )}
        </h2>
        <p className="row wrap">
          <Chip tone="info">{name('detector', finding.detector)}</Chip>
          <Chip>{name('finding', finding.kind)}</Chip>
          <span className="quiet">{say('findings.lead.one')}</span>
        </p>
        {finding.subjects.length > 1 && (
          <p className="no-print">
            <Go
              to={addressText(['network', 'of', finding.subjects.map(({ id }) => id).join(',')], {
                finding: finding.id,
              })}
              className="button plain"
            >
              <Sign of="network" /> {say('findings.network')}
            </Go>
          </p>
        )}
      </header>
      <section className="stack tight">
        <h3>{say('findings.why')}</h3>
        <ul className="plain-list">
          <ReasonWords finding={finding} />
        </ul>
      </section>
      <FindingPictureShown finding={finding} />
      <Cautions finding={finding} />
      <dl className="facts across">
        <div>
          <dt>{say('findings.chance')}</dt>
          <dd>
            <bdi dir="ltr">{chanceText(finding.chance, number)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say('findings.corrected')}</dt>
          <dd>
            <bdi dir="ltr">{chanceText(finding.chanceCorrected, number)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say('findings.standing')}</dt>
          <dd>{name('standing', finding.standing)}</dd>
        </div>
        <div>
          <dt>{say('findings.statements')}</dt>
          <dd>{number(finding.statements)}</dd>
        </div>
      </dl>
      <section className="stack tight notice-block">
        <h3>{say('findings.otherwise')}</h3>
        <ul className="plain-list">
          <OtherwiseWords finding={finding} />
        </ul>
      </section>
      <EvidenceCards finding={finding.id} />
      <section className="stack tight">
        <h3>{say('findings.people', { count: others.length })}</h3>
        <Table
          label={say('findings.people', { count: others.length })}
          heads={[say('head.name'), say('head.type')]}
        >
          {others.map((subject) => (
            <tr key={subject.id}>
              <td>
                <a href={addressText(['entities', subject.id])}>
                  <Caption type={subject.type}>{subject.caption}</Caption>
                </a>
              </td>
              <td>{name('type', subject.type)}</td>
            </tr>
          ))}
        </Table>
      </section>
      <Reviews finding={finding} />
      {offered.review && <FindingDecision finding={finding} onNext={onNext} />}
    </article>
  );
}

/** What the detector asks to mind, for the sake of those who may be victims. */
function Cautions({ finding }: { readonly finding: FindingShown }) {
  const { say } = useWords();
  if ((finding.reason.cautions ?? []).length === 0) return null;
  return (
    <section className="stack tight notice-block">
      <h3>{say('findings.cautions')}</h3>
      <ul className="plain-list">
        <CautionWords finding={finding} />
      </ul>
    </section>
  );
}

/** Who else looked, and what they thought. */
function Reviews({ finding }: { readonly finding: FindingShown }) {
  const { say, name, moment } = useWords();
  if (finding.reviews.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{say('findings.reviews')}</h3>
      {finding.reviews.map((review) => (
        <p key={review.at} className="small">
          <Chip>{name('finding.verdict', review.verdict)}</Chip>{' '}
          {say('review.other', { person: review.by ?? say('review.elsewhere'), at: moment(review.at) })}
        </p>
      ))}
    </section>
  );
}

const keys = { confirmed: 'y', dismissed: 'n', unsure: 'u' } as const;

/** What a reviewer thinks of it, by keyboard, as of a pair. */
function FindingDecision({ finding, onNext }: FindingPanelProps) {
  const { say } = useWords();
  const decision = useDecision({
    keys,
    keep: (verdict, reason) =>
      call('reviewFinding', { parameters: { finding: finding.id }, body: { verdict, reason } }),
    undo: () => ({
      verdict: finding.reviews.at(-2)?.verdict ?? 'unsure',
      reason: say('review.undo.reason'),
    }),
  });
  return (
    <DecisionForm
      decision={decision}
      title={say('findings.verdict')}
      names="finding.verdict"
      recorded={(verdict) => say('findings.recorded', { verdict })}
      onNext={onNext}
    />
  );
}

/** The detector's own picture, where there is one. */
function FindingPictureShown({ finding }: { readonly finding: FindingShown }) {
  const { say } = useWords();
  const drawn = useRef<HTMLDivElement>(null);
  const [isOnPaper, setOnPaper] = useState(false);
  const Picture = Object.hasOwn(pictures, finding.detector) ? pictures[finding.detector] : undefined;
  if (Picture === undefined || finding.reason.picture === undefined) return null;
  const onPaper = <Done,>(act: () => Done) => {
    flushSync(() => setOnPaper(true));
    try {
      return act();
    } finally {
      setOnPaper(false);
    }
  };
  return (
    <section className="stack tight">
      <h3>{say('findings.picture')}</h3>
      <Suspense fallback={<Waiting lines={6} />}>
        <OnPaper value={isOnPaper}>
          <div ref={drawn}>
            <Picture finding={finding} />
          </div>
        </OnPaper>
        <TakePicture {...{ finding, drawn, onPaper }} />
      </Suspense>
    </section>
  );
}
