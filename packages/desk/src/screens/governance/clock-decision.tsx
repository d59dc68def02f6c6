import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '../../api/call.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { Choice, Choices } from '../../ui/choices.tsx';
import { ClockTitle } from '../../ui/clock-title.tsx';
import { Field } from '../../ui/field.tsx';
import { Foreign } from '../../ui/foreign.tsx';
import { RecordRow } from '../../ui/record-row.tsx';
import { Said } from '../../ui/said.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { Clock } from './clock.ts';

interface ClockDecisionProps {
  readonly clock: Clock;
  readonly onDone: () => void;
}

/** What the data protection officer decides on a clock, and why. */
export function ClockDecision({ clock, onDone }: ClockDecisionProps) {
  const { say, name } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [decision, setDecision] = useState(clock.decisions[0] ?? 'extend');
  const [reason, setReason] = useState('');
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const parameters = { contribution: clock.contribution, clock: clock.clock };
        doing.run(async () => {
          await call('decideClock', { parameters, body: { decision, reason } });
          await forgetAll(client);
          onDone();
        });
      }}
    >
      <p>
        <ClockTitle clock={clock.clock} title={clock.title} />{' '}
        <span className="quiet">
          <Foreign>{clock.source}</Foreign>
        </span>
      </p>
      <Choices
        label={say('clocks.decision')}
        value={decision}
        onChange={(value) => setDecision(value as typeof decision)}
      >
        {clock.decisions.map((each) => (
          <Choice key={each} value={each} title={name('clock.decision', each)} />
        ))}
      </Choices>
      <Field label={say('review.reason')} rows={3} value={reason} onChange={setReason} isRequired />
      <Said doing={doing} />
      <RecordRow isBusy={doing.isBusy} />
    </Form>
  );
}
