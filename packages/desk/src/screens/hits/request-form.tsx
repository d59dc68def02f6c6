import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '../../api/call.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { Field } from '../../ui/field.tsx';
import { Said } from '../../ui/said.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

/** Asks the other owner for what is behind a hit. */
export function RequestForm({ hit }: { readonly hit: string }) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [reason, setReason] = useState('');
  return (
    <Form
      className="stack boxed"
      onSubmit={(event) => {
        event.preventDefault();
        doing.run(async () => {
          await call('requestContent', { parameters: { hit }, body: { reason } });
          await forgetAll(client);
        });
      }}
    >
      <h3>{say('hits.request')}</h3>
      <Field
        label={say('hits.request.reason')}
        words={say('hits.request.words')}
        rows={3}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <Said doing={doing} />
      <div>
        <button type="submit" className="button primary" disabled={doing.isBusy}>
          {say('hits.request.submit')}
        </button>
      </div>
    </Form>
  );
}
