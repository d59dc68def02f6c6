import { accessPurposes } from '@clew/model/access/actor.ts';
import { purposes } from '@clew/model/terms/codes.ts';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { More } from '../../ui/more.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Picker } from '../../ui/picker.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { useWords } from '../../words/words.tsx';
import { Members } from './members.tsx';
import { Necessities } from './necessities.tsx';
import type { Project } from './project.ts';

/** Named projects: for what, until when, with whom, and which protected persons are strictly necessary in them. */
export function Projects() {
  const { say } = useWords();
  const { offered } = useSitting();
  const { items, answer } = usePages('listProjects', { query: { limit: 100 } });
  return (
    <div className="stack">
      {offered.managesProjects && (
        <div className="row no-print">
          <SheetButton title={say('projects.open')}>{(close) => <NewProject onDone={close} />}</SheetButton>
        </div>
      )}
      <Answered of={answer}>
        {() =>
          items.length === 0 ? (
            <Empty title={say('projects.none')}>{say('projects.none.words')}</Empty>
          ) : (
            <div className="term-cards">
              {items.map((project) => (
                <ProjectPanel key={project.id} project={project} />
              ))}
            </div>
          )
        }
      </Answered>
      <More of={answer} />
    </div>
  );
}

function ProjectPanel({ project }: { readonly project: Project }) {
  const { say, name, date } = useWords();
  return (
    <Panel title={project.title} aside={<code>{project.id}</code>}>
      <p className="row wrap">
        <Chip tone="info">{name('purpose', project.purpose)}</Chip>
        <span className="quiet">
          {project.until === null
            ? say('projects.noEnd')
            : say('projects.until', { date: date(project.until) })}
        </span>
      </p>
      <Members project={project} />
      <Necessities project={project} />
    </Panel>
  );
}

const purposeIds = [...Object.keys(purposes), ...Object.keys(accessPurposes)] as Project['purpose'][];

function NewProject({ onDone }: { readonly onDone: () => void }) {
  const { say, name } = useWords();
  const [purpose, setPurpose] = useState<Project['purpose']>('operational-analysis');
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('openProject', {
          body: {
            ...{ id: field('id'), title: field('title'), purpose },
            until: field('until') === '' ? null : field('until'),
          },
        })
      }
    >
      <Field name="id" label={say('projects.id')} words={say('governance.slug')} isRequired autoFocus />
      <Field name="title" label={say('head.name')} isRequired />
      <Picker
        label={say('purpose.label')}
        value={purpose}
        onChange={(value) => setPurpose(value as Project['purpose'])}
        options={purposeIds.map((id) => ({ id, title: name('purpose', id) }))}
      />
      <Field name="until" type="date" label={say('projects.lastDay')} words={say('projects.lastDay.words')} />
    </KeptForm>
  );
}
