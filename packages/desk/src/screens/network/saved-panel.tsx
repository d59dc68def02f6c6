import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { addressText } from '../../address/address.ts';
import { call } from '../../api/call.ts';
import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { NetworkState } from './selection.ts';
import { useSaveNetwork } from './use-save-network.ts';

/** Keeps the network under a name, and lists those that were kept. */
export function SavedPanel({ state }: { readonly state: NetworkState }) {
  const { say } = useWords();
  const save = useSaveNetwork();
  const doing = useDoing();
  const [title, setTitle] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <section aria-label={say('network.saved')} className="stack">
      <Form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          doing.run(async () => {
            await save(title, state.document);
            setSaved(title);
            setTitle('');
          });
        }}
      >
        <h3>{say('network.save')}</h3>
        <Field
          label={say('network.save.name')}
          words={say('network.save.words')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          isRequired
        />
        <div>
          <button
            type="submit"
            className="button primary"
            disabled={doing.isBusy || state.held.nodes.length === 0}
          >
            {say(doing.isBusy ? 'network.saving' : 'network.save')}
          </button>
        </div>
        {saved !== null && (
          <div role="status" className="notice good">
            <Sign of="done" />
            <p>{say('network.save.done', { title: saved })}</p>
          </div>
        )}
        <Said doing={doing} />
      </Form>
      <h3>{say('network.saved')}</h3>
      <SavedList />
    </section>
  );
}

/** What somebody kept for this purpose, the last one first. */
export function SavedList() {
  const { say, moment } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const { items, answer } = usePages('listNetworkViews', {});
  const remove = (id: string) =>
    doing.run(async () => {
      await call('removeNetworkView', { parameters: { view: id } });
      await client.invalidateQueries({ queryKey: ['listNetworkViews'] });
    });
  return (
    <div className="stack tight">
      <Said doing={doing} />
      <Answered of={answer} lines={2}>
        {() =>
          items.length === 0 ? (
            <Empty title={say('network.saved.none')}>{say('network.saved.words')}</Empty>
          ) : (
            <ul className="lines">
              {items.map(({ id, title, things, savedAt }) => (
                <li key={id} className="line">
                  <a className="line-link" href={addressText(['network', 'saved', id])}>
                    {title === null ? say('network.untitled') : <Name>{title}</Name>}
                  </a>
                  <span className="quiet small">
                    {say('network.things', { count: things })} · {moment(savedAt)}
                  </span>
                  <PressButton
                    kind="bare"
                    aria-label={say('network.saved.remove', { title: title ?? say('network.untitled') })}
                    isDisabled={doing.isBusy}
                    onPress={() => remove(id)}
                  >
                    {say('network.saved.removeIt')}
                  </PressButton>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <More of={answer} />
    </div>
  );
}
