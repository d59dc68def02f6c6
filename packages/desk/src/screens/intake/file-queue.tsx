import { useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { addressText } from '../../address/address.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Go } from '../../ui/go.tsx';
import { Name } from '../../ui/name.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useWords } from '../../words/words.tsx';
import { MappingEditor } from './mapping-editor.tsx';
import type { QueuedFile, SendingQueue, Stage } from './sending-queue.ts';

interface FileQueueProps {
  readonly queue: SendingQueue;
  readonly files: readonly QueuedFile[];
  readonly partner: string;
}

/** Every file that was chosen: how far it is, how it would be read, and its receipt once it is there. */
export function FileQueue({ queue, files, partner }: FileQueueProps) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = chosen ?? files.find(({ stage }) => stage === 'ready')?.id ?? null;
  const kept = files.filter(({ stage }) => stage === 'kept').length;
  return (
    <div className="stack">
      <p role="status" className="quiet small">
        {say('intake.queue.count', { count: files.length, kept })}. {say('intake.queue.words')}
      </p>
      <ul className="queue" aria-label={say('intake.queue')}>
        {files.map((each) => (
          <li key={each.id} className="stack tight">
            <FileLine
              queued={each}
              queue={queue}
              isShown={each.id === shown}
              onShow={(isShown) => setChosen(isShown ? each.id : -1)}
            />
            {each.error !== null && <Complaint queued={each} error={each.error} />}
            {each.id === shown && each.mapping !== null && each.looked !== null && isEditable(each.stage) && (
              <MappingEditor
                partner={partner}
                reader={each.looked.reader}
                columns={each.looked.columns.map(({ column }) => column)}
                rows={each.looked.rows}
                sureness={new Map(each.looked.columns.map((column) => [column.column, column.confidence]))}
                mapping={each.mapping}
                onChange={(mapping) => queue.correct(each.id, mapping)}
              />
            )}
          </li>
        ))}
      </ul>
      {kept > 0 && (
        <div>
          <PressButton onPress={() => queue.clearKept()}>{say('intake.queue.clear')}</PressButton>
        </div>
      )}
    </div>
  );
}

function isEditable(stage: Stage): boolean {
  return stage === 'ready' || stage === 'failed' || stage === 'cancelled';
}

const tones: Readonly<Partial<Record<Stage, Tone>>> = {
  kept: 'good',
  failed: 'bad',
  cancelled: 'warn',
  unreadable: 'bad',
};

interface FileLineProps {
  readonly queued: QueuedFile;
  readonly queue: SendingQueue;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

function FileLine({ queued, queue, isShown, onShow }: FileLineProps) {
  const { say, name, number } = useWords();
  const { id, file, stage, mapping, kept } = queued;
  const size = number(Math.max(1, Math.round(file.size / 1024)), { style: 'unit', unit: 'kilobyte' });
  return (
    <div className="row between wrap">
      <span className="row">
        <strong className="breaks">
          <Name>{file.name}</Name>
        </strong>
        <span className="quiet small">{size}</span>
        <Chip tone={tones[stage] ?? 'plain'}>
          {kept === null ? name('intake.stage', stage) : name('intake.outcome', kept.outcome)}
        </Chip>
      </span>
      <span className="row">
        {(stage === 'sending' || stage === 'reading') && <Sent share={queued.share} />}
        {mapping !== null && isEditable(stage) && (
          <PressButton kind="bare" aria-expanded={isShown} onPress={() => onShow(!isShown)}>
            {say(isShown ? 'intake.queue.fold' : 'intake.queue.look')}
          </PressButton>
        )}
        {kept !== null && (
          <Go to={addressText(['intake', kept.contribution])} className="button plain">
            {say('intake.receipt')}
          </Go>
        )}
        {stage !== 'kept' && stage !== 'reading' && (
          <PressButton
            kind="bare"
            aria-label={`${say(stage === 'sending' || stage === 'waiting' ? 'intake.cancel' : 'intake.queue.remove')}: ${file.name}`}
            onPress={() => queue.cancel(id)}
          >
            {say(stage === 'sending' || stage === 'waiting' ? 'intake.cancel' : 'intake.queue.remove')}
          </PressButton>
        )}
      </span>
    </div>
  );
}

/** Until all of it has arrived it can be cancelled; then the hub reads it to the end. */
function Sent({ share }: { readonly share: number }) {
  const { say } = useWords();
  const isReading = share >= 1;
  return (
    <ProgressBar value={share * 100} isIndeterminate={isReading} className="progress">
      {({ valueText }) => (
        <>
          <Label>{say(isReading ? 'intake.reading' : 'intake.sending')}</Label>
          {!isReading && <span className="quiet small">{valueText}</span>}
          <progress max={1} {...(isReading ? {} : { value: share })} aria-hidden="true" />
        </>
      )}
    </ProgressBar>
  );
}

function Complaint({ queued, error }: { readonly queued: QueuedFile; readonly error: Error }) {
  const { say } = useWords();
  const { stage } = queued;
  const words =
    stage === 'unseen'
      ? 'intake.unseen'
      : stage === 'unreadable'
        ? 'intake.unreadable'
        : 'intake.nothingKept';
  return (
    <div role="alert" className={stage === 'unseen' ? 'notice' : 'notice bad'}>
      <div>
        <RefusalWords error={error} />
        <p className="quiet small">{say(words)}</p>
      </div>
    </div>
  );
}
