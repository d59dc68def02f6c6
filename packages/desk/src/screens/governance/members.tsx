import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { call } from '../../api/call.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Field } from '../../ui/field.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { Project } from './project.ts';

/** Who works in a project; a supervisor takes people in and out. */
export function Members({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const { offered } = useSitting();
  const client = useQueryClient();
  const doing = useDoing();
  const form = useRef<HTMLFormElement>(null);
  const change = (person: string, joined: boolean) =>
    doing.run(async () => {
      await call('changeMember', { parameters: { project: project.id }, body: { person, joined } });
      await forgetAll(client);
      form.current?.reset();
    });
  const join = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change(String(new FormData(event.currentTarget).get('person') ?? '').trim(), true);
  };
  return (
    <section className="stack tight">
      <h3>{say('projects.members', { count: project.members.length })}</h3>
      <ul className="row wrap">
        {project.members.map((person) => (
          <li key={person} className="chip">
            {person}
            {offered.managesProjects && (
              <button
                type="button"
                className="chip-button no-print"
                aria-label={say('projects.leave', { person })}
                disabled={doing.isBusy}
                onClick={() => change(person, false)}
              >
                ×
              </button>
            )}
          </li>
        ))}
        {project.members.length === 0 && <li className="quiet">{say('projects.nobody')}</li>}
      </ul>
      {offered.managesProjects && (
        <form ref={form} className="row bottom no-print" onSubmit={join}>
          <Field name="person" label={say('people.id')} isRequired />
          <PressButton type="submit" isDisabled={doing.isBusy}>
            {say('projects.join')}
          </PressButton>
        </form>
      )}
      <Said doing={doing} />
    </section>
  );
}
