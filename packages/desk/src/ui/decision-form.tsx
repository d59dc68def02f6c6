import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { Form } from 'react-aria-components';
import { useWords } from '../words/words.tsx';
import { PressButton } from './press-button.tsx';
import { RecordRow } from './record-row.tsx';
import { Said } from './said.tsx';
import { Sign } from './sign.tsx';
import type { Decision } from './use-decision.ts';

interface DecisionFormProps<Verdict extends string> {
  readonly decision: Decision<Verdict>;
  readonly title: string;
  /** Under which kind the verdicts have their names. */
  readonly names: string;
  /** What is said once it is recorded. */
  readonly recorded: (verdict: string) => string;
  readonly onNext: () => void;
  /** What a decision would change, beside its reason. */
  readonly children?: ReactNode;
}

/** One of a few verdicts, and why. */
export function DecisionForm<Verdict extends string>(props: DecisionFormProps<Verdict>) {
  const { decision, title, names, onNext, children } = props;
  const { verdict, recorded, reason, doing } = decision;
  const { say, name } = useWords();
  const label = useId();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    decision.record(reason.current?.value ?? '');
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) reason.current?.form?.requestSubmit();
  };
  return (
    <div className="decision no-print">
      {recorded !== null && (
        <div role="status" className="notice good">
          <Sign of="done" />
          <p>{props.recorded(name(names, recorded))}</p>
          <PressButton isDisabled={doing.isBusy} onPress={() => decision.undo()}>
            {say('review.undo')} <kbd>z</kbd>
          </PressButton>
          <PressButton kind="primary" onPress={onNext}>
            {say('review.next')}
          </PressButton>
        </div>
      )}
      {decision.isUndone && (
        <div role="status" className="notice">
          <Sign of="done" />
          <p>{say('review.undone')}</p>
        </div>
      )}
      <fieldset className="row wrap" aria-label={title}>
        {(Object.keys(decision.keys) as Verdict[]).map((each) => (
          <button
            key={each}
            type="button"
            className={`button verdict ${each === verdict ? 'primary' : 'plain'}`}
            aria-pressed={each === verdict}
            onClick={() => decision.choose(each)}
          >
            {name(names, each)} <kbd>{decision.keys[each]}</kbd>
          </button>
        ))}
      </fieldset>
      {verdict !== null && (
        <div className="decision-parts">
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
            <RecordRow isBusy={doing.isBusy} shortcut="Ctrl Enter" />
          </Form>
          {children}
        </div>
      )}
      <Said doing={doing} />
    </div>
  );
}
