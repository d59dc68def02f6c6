import { type Role, roles, separated } from '@clew/model/access/roles.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { AnswerOf, ItemOf } from '../../api/contract.ts';
import { forgetAll } from '../../api/use-asked.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { Picker } from '../../ui/picker.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

export type Person = ItemOf<'listPeople'>;

/** What an administrator does for a person: roles, each with a reason, and the account. */
export function PersonSheet({ person }: { readonly person: Person }) {
  const { say, name } = useWords();
  return (
    <>
      <section className="stack tight">
        <h3>{say('people.roles')}</h3>
        <p className="row wrap">
          {person.roles.map((role) => (
            <Chip key={role}>{name('role', role)}</Chip>
          ))}
          {person.roles.length === 0 && <span className="quiet">{say('people.noRole')}</span>}
        </p>
        <RoleForm person={person} />
      </section>
      <section className="stack tight">
        <h3>{say('people.account')}</h3>
        <Account person={person} />
      </section>
    </>
  );
}

const allRoles = Object.keys(roles) as Role[];

function RoleForm({ person }: { readonly person: Person }) {
  const { say, name } = useWords();
  const [role, setRole] = useState<Role>(allRoles[0] ?? 'contributor');
  const granted = !person.roles.includes(role);
  const apart = separated[role]?.some((other) => person.roles.includes(other));
  return (
    <KeptForm
      keep={(field) =>
        call('changeRole', {
          parameters: { person: person.id },
          body: { role, granted, reason: field('reason') },
        })
      }
    >
      <Picker
        label={say('people.role')}
        value={role}
        onChange={(value) => setRole(value as Role)}
        options={allRoles.map((id) => ({
          id,
          title: `${person.roles.includes(id) ? '✓ ' : ''}${name('role', id)}`,
        }))}
      />
      <p>
        {say(granted ? 'people.give' : 'people.take', { role: name('role', role) })}
        {granted && apart && <span className="field-error block">{say('people.apart')}</span>}
      </p>
      <Field name="reason" label={say('review.reason')} rows={2} isRequired />
    </KeptForm>
  );
}

type OneTime = AnswerOf<'resetAccount'>;

function Account({ person }: { readonly person: Person }) {
  const { say, name, moment } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const [shown, setShown] = useState<OneTime | null>(null);
  const parameters = { person: person.id };
  const act = (work: () => Promise<OneTime | null>) =>
    doing.run(async () => {
      setShown(await work());
      await forgetAll(client);
    });
  const account = person.account ?? 'none';
  return (
    <div className="stack tight">
      <p>{name('account', account)}</p>
      <div className="row wrap">
        {account === 'none' && (
          <PressButton
            isDisabled={doing.isBusy}
            onPress={() => act(() => call('openAccount', { parameters }))}
          >
            {say('people.account.open')}
          </PressButton>
        )}
        {account !== 'none' && (
          <>
            <PressButton
              isDisabled={doing.isBusy}
              onPress={() => act(() => call('resetAccount', { parameters, body: {} }))}
            >
              {say('people.account.reset')}
            </PressButton>
            <PressButton
              isDisabled={doing.isBusy}
              onPress={() =>
                act(() => call('resetAccount', { parameters, body: { forgetSecondFactor: true } }))
              }
            >
              {say('people.account.forget')}
            </PressButton>
          </>
        )}
        {account !== 'none' && account !== 'disabled' && (
          <PressButton
            kind="danger"
            isDisabled={doing.isBusy}
            onPress={() => act(() => call('disableAccount', { parameters }))}
          >
            {say('people.account.disable')}
          </PressButton>
        )}
      </div>
      <Said doing={doing} />
      {shown !== null && (
        <div role="status" className="notice good">
          <Sign of="done" />
          <div>
            <p>{say('people.oneTime', { until: moment(shown.until) })}</p>
            <p>
              <code className="one-time">{shown.oneTimePassword}</code>
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
