import { useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '../../api/call.ts';
import { Choice, Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { RecordRow } from '../../ui/record-row.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

const verdicts = ['confirmed', 'dismissed', 'unsure'] as const;
type FindingVerdict = (typeof verdicts)[number];

/** What a reviewer thinks of a lead, and why. */
export function FindingReview({ finding }: { readonly finding: string }) {
  const { say, name } = useWords();
  const doing = useDoing();
  const [verdict, setVerdict] = useState<FindingVerdict>('confirmed');
  const [reason, setReason] = useState('');
  const [recorded, setRecorded] = useState<FindingVerdict | null>(null);
  return (
    <Form
      className="stack boxed no-print"
      onSubmit={(event) => {
        event.preventDefault();
        doing.run(async () => {
          await call('reviewFinding', { parameters: { finding }, body: { verdict, reason } });
          setRecorded(verdict);
          setReason('');
        });
      }}
    >
      <h3>{say('findings.review')}</h3>
      {recorded !== null && (
        <div role="status" className="notice good">
          <Sign of="done" />
          <p>{say('review.recorded', { verdict: name('finding.verdict', recorded) })}</p>
        </div>
      )}
      <Choices
        label={say('findings.verdict')}
        value={verdict}
        onChange={(value) => setVerdict(value as FindingVerdict)}
      >
        {verdicts.map((each) => (
          <Choice key={each} value={each} title={name('finding.verdict', each)} />
        ))}
      </Choices>
      <Field label={say('review.reason')} rows={2} value={reason} onChange={setReason} isRequired />
      <Said doing={doing} />
      <RecordRow isBusy={doing.isBusy} />
    </Form>
  );
}
