import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '../../api/call.ts';
import { forgetAll, useAsked } from '../../api/use-asked.ts';
import { Choice, Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { HitStory } from './hit-story.ts';

const answers = ['share', 'share-part', 'refuse', 'need-more'] as const;
type AnswerToHit = (typeof answers)[number];

/** The owner's answer to who asked. The last one counts. */
export function AnswerForm({ story }: { readonly story: HitStory }) {
  const { say, name } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const { hit, consent } = story;
  const [answer, setAnswer] = useState<AnswerToHit>('share');
  const [reason, setReason] = useState('');
  const [properties, setProperties] = useState<readonly string[]>([]);
  const own = useAsked(
    'readEntity',
    { parameters: { entity: hit.own[0] ?? '' } },
    { when: answer === 'share-part' && hit.own.length > 0 },
  );
  const run = (work: () => Promise<unknown>) =>
    doing.run(async () => {
      await work();
      await forgetAll(client);
    });
  const body = {
    answer,
    ...(reason.trim() === '' ? {} : { reason }),
    ...(answer === 'share-part' ? { properties: [...properties] } : {}),
  };
  return (
    <Form
      className="stack boxed"
      onSubmit={(event) => {
        event.preventDefault();
        run(() => call('answerHit', { parameters: { hit: hit.id }, body }));
      }}
    >
      <h3>{say(hit.state === 'answered' ? 'hits.answer.again' : 'hits.answer')}</h3>
      <Choices
        label={say('hits.answer.label')}
        value={answer}
        onChange={(id) => setAnswer(id as AnswerToHit)}
      >
        {answers.map((each) => (
          <Choice
            key={each}
            value={each}
            title={name('hit.answer', each)}
            words={name('hit.answer.help', each)}
          />
        ))}
      </Choices>
      {answer === 'share-part' && own.data !== undefined && (
        <Ticks
          label={say('hits.answer.properties')}
          value={properties}
          onChange={setProperties}
          options={own.data.properties.map(({ property }) => ({
            id: property,
            title: name('property', property),
          }))}
        />
      )}
      <Field
        label={say('hits.answer.reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        isRequired={answer === 'refuse' || answer === 'need-more'}
      />
      <Said doing={doing} />
      <div className="row">
        <button type="submit" className="button primary" disabled={doing.isBusy}>
          {say('hits.answer.submit')}
        </button>
        {consent !== null && (
          <PressButton
            kind="danger"
            isDisabled={doing.isBusy}
            onPress={() => run(() => call('endConsent', { parameters: { hit: hit.id } }))}
          >
            {say('hits.consent.end')}
          </PressButton>
        )}
      </div>
    </Form>
  );
}
