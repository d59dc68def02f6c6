import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Choice, Choices } from '../../ui/choices.tsx';
import { ClockTitle } from '../../ui/clock-title.tsx';
import { Field } from '../../ui/field.tsx';
import { Foreign } from '../../ui/foreign.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { useWords } from '../../words/words.tsx';
import type { Clock } from './clock.ts';

interface ClockDecisionProps {
  readonly clock: Clock;
  readonly onDone: () => void;
}

/** What the data protection officer decides on a clock, and why. */
export function ClockDecision({ clock, onDone }: ClockDecisionProps) {
  const { say, name } = useWords();
  const [decision, setDecision] = useState(clock.decisions[0] ?? 'extend');
  const parameters = { contribution: clock.contribution, clock: clock.clock };
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) => call('decideClock', { parameters, body: { decision, reason: field('reason') } })}
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
      <Field name="reason" label={say('review.reason')} rows={3} isRequired />
    </KeptForm>
  );
}
