import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { addressText } from '../../address/address.ts';
import { call } from '../../api/call.ts';
import { forgetAll, useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { useWords } from '../../words/words.tsx';
import { DecisionForm, type Verdict } from './decision-form.tsx';
import { Evidence } from './evidence.tsx';
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

function PairView({ pair, listed, onJudged }: PairViewProps) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [recorded, setRecorded] = useState<Verdict | null>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const choose = (chosen: Verdict) => {
    // The field is there and has the focus before the next key: what is typed at once is the reason, not shortcuts.
    flushSync(() => {
      setRecorded(null);
      setVerdict(chosen);
    });
    reason.current?.focus();
  };
  useShortcuts({ s: () => choose('same'), d: () => choose('different'), u: () => choose('unsure') });
  const record = (words: string) => {
    if (verdict === null) return;
    doing.run(async () => {
      await call('judgePair', { body: { a: pair.a, b: pair.b, verdict, reason: words } });
      setRecorded(verdict);
      setVerdict(null);
      await forgetAll(client);
    });
  };
  return (
    <article className="stack" aria-label={say('review.pair')}>
      <SideBySide pair={pair} />
      <Evidence pair={pair} />
      <Others pair={pair} listed={listed} />
      <DecisionForm
        verdict={verdict}
        recorded={recorded}
        reason={reason}
        doing={doing}
        onChoose={choose}
        onRecord={record}
        onNext={onJudged}
      />
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
