import { type SubjectCategory, subjectCategories } from '@clew/model/terms/codes.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { ItemOf } from '../../api/contract.ts';
import { forgetAll, usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { Project } from './project.ts';

type Necessity = ItemOf<'listNecessities'>;

const tones: Readonly<Record<Necessity['state'], Tone>> = {
  asked: 'warn',
  approved: 'good',
  refused: 'bad',
  ended: 'plain',
};

/** Protected persons of which categories a project strictly needs: recorded by one, approved by another. */
export function Necessities({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const { offered, person } = useSitting();
  const { items } = usePages('listNecessities', { query: { project: project.id, limit: 50 } });
  const isMember = project.members.includes(person.person);
  return (
    <section className="stack tight">
      <h3>{say('necessity.title')}</h3>
      {items.length === 0 && <p className="quiet">{say('necessity.none')}</p>}
      <ul className="lines">
        {items.map((necessity) => (
          <li key={necessity.id}>
            <NecessityLine necessity={necessity} />
          </li>
        ))}
      </ul>
      {offered.recordsNecessity && isMember && (
        <div className="row no-print">
          <SheetButton title={say('necessity.record')}>
            {(close) => <RecordNecessity project={project.id} onDone={close} />}
          </SheetButton>
        </div>
      )}
    </section>
  );
}

function NecessityLine({ necessity }: { readonly necessity: Necessity }) {
  const { say, name, moment } = useWords();
  const { offered, person } = useSitting();
  const { categories, minors, state } = necessity;
  const who = [
    ...categories.map((category) => name('category', category)),
    ...(minors ? [say('terms.minor')] : []),
  ].join(', ');
  const mayAnswer = offered.managesProjects && state === 'asked' && necessity.by !== person.person;
  const mayEnd = (offered.managesProjects || offered.recordsNecessity) && state === 'approved';
  return (
    <div className="stack tight line-block">
      <p className="row wrap">
        <Chip tone={tones[state]}>{name('necessity', state)}</Chip>
        <strong>{who}</strong>
        <span className="quiet small">
          {say('necessity.by', { person: necessity.by, until: moment(necessity.until) })}
          {necessity.approvedBy !== null && ` · ${say('glass.answeredBy', { person: necessity.approvedBy })}`}
        </span>
      </p>
      <blockquote dir="auto">{necessity.reason}</blockquote>
      <div className="row no-print">
        {mayAnswer && (
          <SheetButton title={say('necessity.answer')}>
            {(close) => <AnswerNecessity necessity={necessity.id} onDone={close} />}
          </SheetButton>
        )}
        {mayEnd && <EndNecessity necessity={necessity.id} />}
      </div>
    </div>
  );
}

function EndNecessity({ necessity }: { readonly necessity: string }) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  return (
    <>
      <PressButton
        isDisabled={doing.isBusy}
        onPress={() =>
          doing.run(async () => {
            await call('endNecessity', { parameters: { necessity } });
            await forgetAll(client);
          })
        }
      >
        {say('necessity.end')}
      </PressButton>
      <Said doing={doing} />
    </>
  );
}

interface AnswerNecessityProps {
  readonly necessity: string;
  readonly onDone: () => void;
}

function AnswerNecessity({ necessity, onDone }: AnswerNecessityProps) {
  const { say } = useWords();
  const [answer, setAnswer] = useState('refused');
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('answerNecessity', {
          parameters: { necessity },
          body: { approved: answer === 'approved', reason: field('reason') },
        })
      }
    >
      <Choices label={say('necessity.answer')} value={answer} onChange={setAnswer}>
        <Choice value="approved" title={say('glass.approve')} />
        <Choice value="refused" title={say('glass.refuse')} />
      </Choices>
      <Field name="reason" label={say('review.reason')} rows={2} isRequired />
    </KeptForm>
  );
}

interface RecordNecessityProps {
  readonly project: string;
  readonly onDone: () => void;
}

const protectedCategories: readonly SubjectCategory[] = (
  Object.keys(subjectCategories) as SubjectCategory[]
).filter((category) => ['victim', 'witness', 'informant', 'contact'].includes(category));

function RecordNecessity({ project, onDone }: RecordNecessityProps) {
  const { say, name } = useWords();
  const [categories, setCategories] = useState<readonly string[]>(['victim']);
  const [minors, setMinors] = useState<readonly string[]>([]);
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('recordNecessity', {
          parameters: { project },
          body: {
            categories: categories as SubjectCategory[],
            minors: minors.length > 0,
            reason: field('reason'),
            until: `${field('until')}T23:59:59Z`,
          },
        })
      }
    >
      <p>{say('necessity.words')}</p>
      <Ticks
        label={say('terms.categories')}
        value={categories}
        onChange={setCategories}
        options={protectedCategories.map((id) => ({ id, title: name('category', id) }))}
      />
      <Ticks
        label={say('necessity.minors')}
        value={minors}
        onChange={setMinors}
        options={[{ id: 'minors', title: say('terms.minor') }]}
      />
      <Field name="until" type="date" label={say('projects.lastDay')} isRequired />
      <Field name="reason" label={say('review.reason')} rows={3} isRequired />
    </KeptForm>
  );
}
