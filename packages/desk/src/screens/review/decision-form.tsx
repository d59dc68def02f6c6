import { type FormEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import { Form } from 'react-aria-components';
import { PressButton } from '../../ui/press-button.tsx';
import { RecordRow } from '../../ui/record-row.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import type { Doing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

const verdicts = { same: 's', different: 'd', unsure: 'u' } as const;
export type Verdict = keyof typeof verdicts;

interface DecisionFormProps {
  readonly verdict: Verdict | null;
  /** What was just recorded; it can be decided otherwise, because the last word counts. */
  readonly recorded: Verdict | null;
  readonly reason: RefObject<HTMLTextAreaElement | null>;
  readonly doing: Doing;
  readonly onChoose: (verdict: Verdict) => void;
  readonly onRecord: (reason: string) => void;
  readonly onNext: () => void;
}

/** Same, different or unsure, and why. */
export function DecisionForm(props: DecisionFormProps) {
  const { verdict, recorded, reason, doing, onChoose, onRecord, onNext } = props;
  const { say, name } = useWords();
  const label = useId();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRecord(reason.current?.value ?? '');
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) reason.current?.form?.requestSubmit();
  };
  return (
    <div className="decision">
      {recorded !== null && (
        <div role="status" className="notice good">
          <Sign of="done" />
          <p>{say('review.recorded', { verdict: name('verdict', recorded) })}</p>
          <PressButton onPress={() => onChoose(recorded)}>{say('review.change')}</PressButton>
          <PressButton kind="primary" onPress={onNext}>
            {say('review.next')}
          </PressButton>
        </div>
      )}
      <fieldset className="row wrap" aria-label={say('review.decide')}>
        {(Object.keys(verdicts) as Verdict[]).map((each) => (
          <button
            key={each}
            type="button"
            className={`button verdict ${each === verdict ? 'primary' : 'plain'}`}
            aria-pressed={each === verdict}
            onClick={() => onChoose(each)}
          >
            {name('verdict', each)} <kbd>{verdicts[each]}</kbd>
          </button>
        ))}
      </fieldset>
      {verdict !== null && (
        <Form onSubmit={send} className="stack tight">
          <label htmlFor={label}>{say('review.reason')}</label>
          <textarea
            id={label}
            ref={reason}
            className="input"
            rows={2}
            dir="auto"
            required
            onKeyDown={sendByKey}
          />
          <Said doing={doing} />
          <RecordRow isBusy={doing.isBusy} shortcut="Ctrl Enter" />
        </Form>
      )}
    </div>
  );
}
