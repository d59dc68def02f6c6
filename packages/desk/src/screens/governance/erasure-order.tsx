import { erasureGrounds } from '@clew/model/terms/erasure.ts';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { AskedOf } from '../../api/contract.ts';
import { Choice, Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useWords } from '../../words/words.tsx';

type Ground = AskedOf<'eraseContribution'>['body']['ground'];

/** A clock that ran out erases by itself: nobody orders that. */
const grounds = Object.keys(erasureGrounds).filter((ground): ground is Ground => ground !== 'clock');

/** Orders the erasure of a contribution. Its id is typed, so that nothing is erased by a slip. */
export function ErasureOrder({ onDone }: { readonly onDone: () => void }) {
  const { say, name } = useWords();
  const [ground, setGround] = useState<Ground>('owner');
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('eraseContribution', {
          parameters: { contribution: field('contribution') },
          body: { ground, reason: field('reason') },
        })
      }
    >
      <div className="notice bad">
        <Sign of="alert" />
        <p>{say('erasures.order.words')}</p>
      </div>
      <Field
        name="contribution"
        label={say('head.contribution')}
        words={say('erasures.order.which')}
        pattern="[0-9a-f]{16}"
        autoComplete="off"
        isRequired
        autoFocus
      />
      <Choices label={say('erasures.ground')} value={ground} onChange={(value) => setGround(value as Ground)}>
        {grounds.map((each) => (
          <Choice key={each} value={each} title={name('erasure', each)} />
        ))}
      </Choices>
      <Field
        name="reason"
        label={say('review.reason')}
        words={say('erasures.order.reason')}
        rows={2}
        isRequired
      />
    </KeptForm>
  );
}
