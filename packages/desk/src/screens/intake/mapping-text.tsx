import type { Mapping } from '@clew/model/mapping.ts';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { PressButton } from '../../ui/press-button.tsx';
import { useWords } from '../../words/words.tsx';

interface MappingTextProps {
  readonly mapping: Mapping;
  readonly isBusy: boolean;
  readonly onGiven: (mapping: Mapping) => void;
  readonly onDiscard: () => void;
}

/** The whole mapping as text, for what the table beside the rows does not offer. */
export function MappingText({ mapping, isBusy, onGiven, onDiscard }: MappingTextProps) {
  const { say } = useWords();
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const written = mappingFrom(text);
  return (
    <Form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== null) onGiven(written);
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
      {written === null && <p className="field-error">{say('mapping.notJson')}</p>}
      <div className="row">
        <button type="submit" className="button primary" disabled={isBusy || written === null}>
          {say('mapping.readAnew')}
        </button>
        <PressButton onPress={onDiscard}>{say('mapping.discard')}</PressButton>
      </div>
    </Form>
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
