import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { DropZone, FileTrigger, Form, Label, ProgressBar, Text } from 'react-aria-components';
import { addressText } from '../../address/address.ts';
import { go } from '../../address/use-address.ts';
import { call, sendFile } from '../../api/call.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import { firstTerms, TermsFields, type TermsGiven, termsBody } from './terms-fields.tsx';

/** A file, the terms under which it is handed in, and the way there. */
export function HandIn() {
  const { say } = useWords();
  const { person } = useSitting();
  const client = useQueryClient();
  const doing = useDoing();
  const [file, setFile] = useState<File | null>(null);
  const [terms, setTerms] = useState<TermsGiven>(firstTerms);
  const [share, setShare] = useState<number | null>(null);
  const stop = useRef(new AbortController());
  const send = () => {
    if (file === null) return;
    stop.current = new AbortController();
    doing.run(async () => {
      setShare(0);
      try {
        const body = { partner: person.partner ?? '', fileName: file.name, terms: termsBody(terms) };
        const { id: upload } = await call('announceUpload', { body });
        const { signal } = stop.current;
        const { contribution } = await sendFile({ upload, file, signal, onProgress: setShare });
        await forgetAll(client);
        go(addressText(['intake', contribution]));
      } finally {
        setShare(null);
      }
    });
  };
  return (
    <Panel title={say('intake.handIn')}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <FileDrop file={file} onFile={setFile} />
        {file !== null && (
          <>
            <TermsFields terms={terms} onChange={setTerms} />
            <Said doing={doing} />
            {share === null ? (
              <div>
                <button type="submit" className="button primary">
                  {say('intake.send')}
                </button>
              </div>
            ) : (
              <Progress share={share} onCancel={() => stop.current.abort()} />
            )}
          </>
        )}
      </Form>
    </Panel>
  );
}

interface FileDropProps {
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}

function FileDrop({ file, onFile }: FileDropProps) {
  const { say, number } = useWords();
  return (
    <DropZone
      className="drop"
      onDrop={(event) => {
        const dropped = event.items.find((item) => item.kind === 'file');
        if (dropped?.kind === 'file') void dropped.getFile().then(onFile);
      }}
    >
      <Sign of="intake" />
      {file === null ? (
        <Text slot="label">{say('intake.drop')}</Text>
      ) : (
        <Text slot="label">
          <strong>
            <Name>{file.name}</Name>
          </strong>{' '}
          <span className="quiet">
            {number(Math.max(1, Math.round(file.size / 1024)), { style: 'unit', unit: 'kilobyte' })}
          </span>
        </Text>
      )}
      <FileTrigger
        onSelect={(files) => {
          const chosen = files?.[0];
          if (chosen !== undefined) onFile(chosen);
        }}
      >
        <PressButton>{say(file === null ? 'intake.choose' : 'intake.chooseOther')}</PressButton>
      </FileTrigger>
      <span className="quiet small">{say('intake.formats')}</span>
    </DropZone>
  );
}

function Progress({ share, onCancel }: { readonly share: number; readonly onCancel: () => void }) {
  const { say } = useWords();
  const isReading = share >= 1;
  return (
    <div className="row">
      <ProgressBar value={share * 100} isIndeterminate={isReading} className="progress">
        {({ valueText }) => (
          <>
            <Label>{say(isReading ? 'intake.reading' : 'intake.sending')}</Label>
            {!isReading && <span className="quiet small">{valueText}</span>}
            <progress max={1} {...(isReading ? {} : { value: share })} aria-hidden="true" />
          </>
        )}
      </ProgressBar>
      {!isReading && <PressButton onPress={onCancel}>{say('intake.cancel')}</PressButton>}
    </div>
  );
}
