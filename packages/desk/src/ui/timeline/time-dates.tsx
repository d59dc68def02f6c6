import { useEffect, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { Field } from '../field.tsx';
import { PressButton } from '../press-button.tsx';
import { allTime, type TimeSpan } from '../traced.ts';

interface TimeDatesProps {
  readonly span: TimeSpan;
  readonly onSpan: (span: TimeSpan) => void;
}

/** The time that is let through, as two dates. */
export function TimeDates({ span, onSpan }: TimeDatesProps) {
  const { say } = useWords();
  return (
    <div className="row wrap time-dates no-print">
      <DateField label={say('time.from')} day={span.from} onDay={(from) => onSpan({ ...span, from })} />
      <DateField label={say('time.until')} day={span.until} onDay={(until) => onSpan({ ...span, until })} />
      <PressButton isDisabled={span.from === null && span.until === null} onPress={() => onSpan(allTime)}>
        {say('time.all')}
      </PressButton>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

/** A day is told as soon as it is whole; that there is none, when the field is left. */
function DateField({ label, day, onDay }: DateFieldProps) {
  const [text, setText] = useState(day ?? '');
  useEffect(() => setText(day ?? ''), [day]);
  const take = (typed: string) => {
    setText(typed);
    if (/^[12]\d{3}-\d\d-\d\d$/.test(typed)) onDay(typed);
  };
  const leave = () => {
    if (text === '' && day !== null) onDay(null);
  };
  return <Field label={label} type="date" value={text} onChange={take} onBlur={leave} />;
}
