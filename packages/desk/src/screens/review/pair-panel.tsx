import { addressText } from '../../address/address.ts';
import { call } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DecisionForm } from '../../ui/decision-form.tsx';
import { useDecision } from '../../ui/use-decision.ts';
import { useWords } from '../../words/words.tsx';
import { Evidence } from './evidence.tsx';
import { JudgementPreview } from './judgement-preview.tsx';
import type { PairShown } from './pair-shown.ts';
import type { ReviewPair } from './review-pair.ts';
import { SideBySide } from './side-by-side.tsx';

interface PairPanelProps {
  readonly a: string;
  readonly b: string;
  /** The pair in the list of questions; undefined when somebody came here another way. */
  readonly listed: ReviewPair | undefined;
  readonly onJudged: () => void;
}

/** Two records side by side, what speaks for and against, and the decision. */
export function PairPanel({ a, b, listed, onJudged }: PairPanelProps) {
  const pair = useAsked('readReviewPair', { parameters: { a, b } });
  return (
    <Answered of={pair} lines={10}>
      {(shown) => <PairView pair={shown} listed={listed} onJudged={onJudged} />}
    </Answered>
  );
}

interface PairViewProps {
  readonly pair: PairShown;
  readonly listed: ReviewPair | undefined;
  readonly onJudged: () => void;
}

const keys = { same: 's', different: 'd', unsure: 'u' } as const;

function PairView({ pair, listed, onJudged }: PairViewProps) {
  const { say } = useWords();
  const { a, b } = pair;
  const decision = useDecision({
    keys,
    keep: (verdict, reason) => call('judgePair', { body: { a, b, verdict, reason } }),
    // The last word is the one to be undone: what was said before it holds again, or else what evidence says.
    undo: () => ({ verdict: pair.others.at(-2)?.verdict ?? 'unsure', reason: say('review.undo.reason') }),
  });
  return (
    <article className="stack" aria-label={say('review.pair')}>
      <SideBySide pair={pair} />
      <Evidence pair={pair} />
      <Others pair={pair} listed={listed} />
      <DecisionForm
        decision={decision}
        title={say('review.decide')}
        names="verdict"
        recorded={(verdict) => say('review.recorded', { verdict })}
        onNext={onJudged}
      >
        {decision.verdict !== null && <JudgementPreview a={a} b={b} verdict={decision.verdict} />}
      </DecisionForm>
    </article>
  );
}

/** Who else looked, and what an answer would change. */
function Others({ pair, listed }: { readonly pair: PairShown; readonly listed: ReviewPair | undefined }) {
  const { say, name, moment } = useWords();
  const stake = listed?.stake;
  return (
    <div className="stack tight">
      {stake !== undefined && stake !== null && (
        <p className="small">
          {say('review.stake.words', { pairs: stake.pairs, hits: stake.hits })}
          {stake.bridge && ` ${say('review.bridge')}`}
        </p>
      )}
      {listed?.ask === 'second-opinion' && <p className="small">{say('review.second.words')}</p>}
      {pair.others.map((other) => (
        <p key={other.at} className="small">
          <Chip>{name('verdict', other.verdict)}</Chip>{' '}
          {say('review.other', { person: other.by ?? say('review.elsewhere'), at: moment(other.at) })}
        </p>
      ))}
      <p className="small quiet">
        <a href={addressText(['entities', pair.a])}>{say('review.dossierA')}</a> ·{' '}
        <a href={addressText(['entities', pair.b])}>{say('review.dossierB')}</a>
      </p>
    </div>
  );
}
