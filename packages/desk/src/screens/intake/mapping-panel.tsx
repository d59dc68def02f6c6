import type { Mapping } from '@clew/model/mapping.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { ItemOf } from '../../api/contract.ts';
import { forgetAll, usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { ContributionShown } from './contribution-shown.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { MappingList } from './mapping-list.tsx';
import { MappingText } from './mapping-text.tsx';

/** What each column became. Its owner corrects it, column by column or as a whole; the file is then read anew. */
export function MappingPanel({ shown }: { readonly shown: ContributionShown }) {
  const { say } = useWords();
  const { person, offered } = useSitting();
  const mapping = shown.mapping as unknown as Mapping;
  const isOwn = offered.intake && person.partner === shown.partner;
  return (
    <Panel title={say('mapping.title')}>
      {isOwn ? <Correction shown={shown} mapping={mapping} /> : <MappingList mapping={mapping} />}
    </Panel>
  );
}

function Correction({ shown, mapping }: { readonly shown: ContributionShown; readonly mapping: Mapping }) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [corrected, setCorrected] = useState<Mapping | null>(null);
  const [isText, setText] = useState(false);
  const { items } = usePages(
    'readRecords',
    { parameters: { contribution: shown.id }, query: { limit: 50 } },
    { when: shown.counts !== null },
  );
  const problems = usePages(
    'readProblems',
    { parameters: { contribution: shown.id }, query: { limit: 50 } },
    { when: (shown.counts?.problems ?? 0) > 0 },
  );
  const rows = items.slice(0, 50).map(({ cells }) => ({ cells }));
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  const put = (next: Mapping) =>
    doing.run(async () => {
      await call('putMapping', { parameters: { contribution: shown.id }, body: next } as never);
      await forgetAll(client);
      setCorrected(null);
      setText(false);
    });
  return (
    <>
      <p className="quiet small">{say('mapping.words')}</p>
      {isText ? (
        <MappingText
          mapping={corrected ?? mapping}
          isBusy={doing.isBusy}
          onGiven={put}
          onDiscard={() => setText(false)}
        />
      ) : (
        <MappingEditor
          partner={shown.partner}
          reader={mapping.reader ?? 'csv'}
          columns={columns}
          rows={rows}
          misread={misreadBy(problems.items)}
          mapping={corrected ?? mapping}
          onChange={setCorrected}
        />
      )}
      <Said doing={doing} />
      {!isText && (
        <div className="row wrap no-print">
          <PressButton
            kind="primary"
            isDisabled={corrected === null || doing.isBusy}
            onPress={() => corrected !== null && put(corrected)}
          >
            {say(doing.isBusy ? 'intake.reading' : 'mapping.readAnew')}
          </PressButton>
          {corrected !== null && (
            <PressButton onPress={() => setCorrected(null)}>{say('mapping.discard')}</PressButton>
          )}
          <PressButton kind="bare" onPress={() => setText(true)}>
            {say('mapping.edit')}
          </PressButton>
        </div>
      )}
    </>
  );
}

/** Values that could not be read, by column, each once. */
function misreadBy(problems: readonly ItemOf<'readProblems'>[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { field, value } of problems) {
    if (field === null || value === null) continue;
    const there = values.get(field) ?? [];
    if (!there.includes(value)) values.set(field, [...there, value]);
  }
  return values;
}
