import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '../../api/call.ts';
import type { AskedOf } from '../../api/contract.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Table } from '../../ui/table.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { ContributionShown } from './contribution-shown.ts';
import { mappedColumns, withoutColumn } from './mapped-columns.ts';

type Mapping = AskedOf<'putMapping'>['body'];

/** What each column became. A column can be left out, or the whole mapping rewritten; the file is then read anew. */
export function MappingPanel({ shown }: { readonly shown: ContributionShown }) {
  const { say, name } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [text, setText] = useState<string | null>(null);
  const mapping = shown.mapping as Mapping;
  const put = (body: Mapping) =>
    doing.run(async () => {
      await call('putMapping', { parameters: { contribution: shown.id }, body });
      await forgetAll(client);
      setText(null);
    });
  return (
    <Panel title={say('mapping.title')}>
      <p className="quiet small">{say('mapping.words')}</p>
      <Table
        label={say('mapping.title')}
        heads={[say('head.column'), say('mapping.becomes'), say('head.of'), say('mapping.change')]}
      >
        {mappedColumns(mapping).map((each) => (
          <tr key={`${each.subject} ${each.property} ${each.column}`}>
            <td>
              <Name>{each.column}</Name>
            </td>
            <td>{name('property', each.property)}</td>
            <td>
              {name('type', each.type)} <span className="quiet small">{each.subject}</span>
            </td>
            <td>
              <PressButton
                kind="bare"
                isDisabled={doing.isBusy}
                aria-label={`${say('mapping.leaveOut')}: ${each.column}`}
                onPress={() => put(withoutColumn(mapping, each))}
              >
                {say('mapping.leaveOut')}
              </PressButton>
            </td>
          </tr>
        ))}
      </Table>
      <Said doing={doing} />
      {text === null ? (
        <div>
          <PressButton onPress={() => setText(JSON.stringify(mapping, null, 2))}>
            {say('mapping.edit')}
          </PressButton>
        </div>
      ) : (
        <Form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            const written = mappingFrom(text);
            if (written !== null) put(written);
          }}
        >
          <label className="stack tight">
            {say('mapping.text')}
            <textarea
              className="input code"
              rows={16}
              spellCheck={false}
              dir="ltr"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          {mappingFrom(text) === null && <p className="field-error">{say('mapping.notJson')}</p>}
          <div className="row">
            <button
              type="submit"
              className="button primary"
              disabled={doing.isBusy || mappingFrom(text) === null}
            >
              {say('mapping.readAnew')}
            </button>
            <PressButton onPress={() => setText(null)}>{say('mapping.discard')}</PressButton>
          </div>
        </Form>
      )}
    </Panel>
  );
}

/** Null while what is typed is no JSON. Whether it is a mapping is checked by the hub. */
function mappingFrom(text: string): Mapping | null {
  try {
    return JSON.parse(text) as Mapping;
  } catch {
    return null;
  }
}
