import { call } from '../../api/call.ts';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

/** Signs the end of the audit log for somebody outside the hub to keep, and takes back what they countersigned. */
export function Checkpoints() {
  const { say } = useWords();
  const doing = useDoing();
  const sign = () =>
    doing.run(async () => {
      const checkpoint = await call('makeCheckpoint', {});
      const text = `${JSON.stringify(checkpoint, null, 2)}\n`;
      saveFile(new Blob([text], { type: 'application/json' }), `audit-checkpoint-${checkpoint.number}.json`);
    });
  return (
    <>
      <PressButton isDisabled={doing.isBusy} onPress={sign}>
        {say('audit.checkpoint')}
      </PressButton>
      <SheetButton title={say('audit.countersign')}>
        {(close) => <Countersigned onDone={close} />}
      </SheetButton>
      <Said doing={doing} />
    </>
  );
}

function Countersigned({ onDone }: { readonly onDone: () => void }) {
  const { say } = useWords();
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) => call('addCountersignature', { body: JSON.parse(field('text')) })}
    >
      <p>{say('audit.countersign.words')}</p>
      <Field
        name="text"
        label={say('audit.countersign.text')}
        rows={8}
        validate={(text) => (isJson(text) ? null : say('audit.countersign.unread'))}
        isRequired
        autoFocus
      />
    </KeptForm>
  );
}

/** What it says is for the hub to parse. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
