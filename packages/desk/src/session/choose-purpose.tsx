import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Ground } from '../api/call.ts';
import { Choice, Choices } from '../ui/choices.tsx';
import { Door } from '../ui/door.tsx';
import { Picker } from '../ui/picker.tsx';
import { PressButton } from '../ui/press-button.tsx';
import { useWords } from '../words/words.tsx';
import { type Person, purposesOf } from './person.ts';

interface ChoosePurposeProps {
  readonly person: Person;
  readonly onChosen: (ground: Ground) => void;
  readonly onSignOut: () => void;
}

/** Asks for what somebody is here: the gate goes by it, and it stands in the audit log with all that is done. */
export function ChoosePurpose({ person, onChosen, onSignOut }: ChoosePurposeProps) {
  const { say, name } = useWords();
  const purposes = purposesOf(person).filter(
    (purpose) => purpose !== 'operational-analysis' || person.projects.length > 0,
  );
  const [purpose, setPurpose] = useState(purposes[0] ?? '');
  const [project, setProject] = useState(person.projects[0] ?? '');
  const isOperational = purpose === 'operational-analysis';
  return (
    <Door title={say('purpose.title')} words={say('purpose.words')}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onChosen({ purpose, project: isOperational ? project : null });
        }}
      >
        <Choices label={say('purpose.label')} value={purpose} onChange={setPurpose}>
          {purposes.map((each) => (
            <Choice
              key={each}
              value={each}
              title={name('purpose', each)}
              words={name('purpose.help', each)}
            />
          ))}
        </Choices>
        {isOperational && (
          <Picker
            label={say('purpose.project')}
            value={project}
            onChange={setProject}
            options={person.projects.map((id) => ({ id, title: id }))}
          />
        )}
        <div className="row between">
          <PressButton onPress={onSignOut}>{say('app.signOut')}</PressButton>
          <button type="submit" className="button primary">
            {say('purpose.submit')}
          </button>
        </div>
      </Form>
    </Door>
  );
}
