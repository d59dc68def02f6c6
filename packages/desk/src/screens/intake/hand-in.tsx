import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { DropZone, FileTrigger, Form, Text } from 'react-aria-components';
import { forgetAll } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useWords } from '../../words/words.tsx';
import { FileQueue } from './file-queue.tsx';
import { mayBeSent, SendingQueue } from './sending-queue.ts';
import { firstTerms, TermsFields, type TermsGiven, termsBody } from './terms-fields.tsx';

/** Files, how each is read, the terms under which they are handed in, and the way there. */
export function HandIn() {
  const { say } = useWords();
  const { person, goingOn } = useSitting();
  const client = useQueryClient();
  const queue = goingOn('intake', () => new SendingQueue());
  const files = useSyncExternalStore(queue.subscribe, queue.files);
  const [terms, setTerms] = useState<TermsGiven>(firstTerms);
  const partner = person.partner ?? '';
  const open = files.filter(({ stage }) => mayBeSent.has(stage)).length;
  return (
    <Panel title={say('intake.handIn')}>
      <FileDrop hasFiles={files.length > 0} onFiles={(chosen) => queue.add(chosen, partner)} />
      {files.length > 0 && <FileQueue queue={queue} files={files} partner={partner} />}
      {(open > 0 || queue.isSending) && (
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            const onKept = () => void forgetAll(client);
            void queue.send({ partner, terms: termsBody(terms), onKept });
          }}
        >
          <TermsFields terms={terms} onChange={setTerms} />
          <div>
            <button
              type="submit"
              className="button primary"
              disabled={queue.isSending || files.some(({ stage }) => stage === 'looking')}
            >
              {say('intake.send', { count: open })}
            </button>
          </div>
        </Form>
      )}
    </Panel>
  );
}

interface FileDropProps {
  readonly hasFiles: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function FileDrop({ hasFiles, onFiles }: FileDropProps) {
  const { say } = useWords();
  return (
    <DropZone
      className={hasFiles ? 'drop slim' : 'drop'}
      onDrop={(event) => {
        const dropped = event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
        void Promise.all(dropped).then(onFiles);
      }}
    >
      <Sign of="intake" />
      <Text slot="label">{say(hasFiles ? 'intake.dropMore' : 'intake.drop')}</Text>
      <FileTrigger allowsMultiple onSelect={(chosen) => onFiles([...(chosen ?? [])])}>
        <PressButton>{say(hasFiles ? 'intake.chooseMore' : 'intake.choose')}</PressButton>
      </FileTrigger>
      {!hasFiles && <span className="quiet small">{say('intake.formats')}</span>}
    </DropZone>
  );
}
