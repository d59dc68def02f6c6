import { call } from '../../api/call.ts';
import { usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { Listed } from '../../ui/listed.tsx';
import { Name } from '../../ui/name.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { useWords } from '../../words/words.tsx';
import { PersonSheet } from './person-sheet.tsx';

/** Who works with the hub, as far as one may know. */
export function People() {
  const { say, name } = useWords();
  const { offered, person: self } = useSitting();
  const { items, answer } = usePages('listPeople', { query: { limit: 200 } });
  return (
    <div className="stack">
      {offered.managesPeople && (
        <div className="row no-print">
          <SheetButton title={say('people.register')}>{(close) => <NewPerson onDone={close} />}</SheetButton>
        </div>
      )}
      <Listed
        answer={answer}
        items={items}
        none={{ title: say('people.none') }}
        label={say('people.title')}
        heads={[
          say('people.id'),
          say('people.name'),
          say('head.partner'),
          say('people.roles'),
          say('people.account'),
          ...(offered.managesPeople ? [say('people.manage')] : []),
        ]}
      >
        {(person) => (
          <tr key={person.id}>
            <td>
              <code>{person.id}</code>
            </td>
            <td>
              <Name>{person.title}</Name>
            </td>
            <td>{person.partner ?? say('people.hub')}</td>
            <td>
              <span className="row wrap">
                {person.roles.map((role) => (
                  <Chip key={role}>{name('role', role)}</Chip>
                ))}
              </span>
            </td>
            <td>{person.account === null ? '–' : name('account', person.account)}</td>
            {offered.managesPeople && (
              <td>
                {person.id !== self.person && (
                  <SheetButton title={`${say('people.manage')}: ${person.id}`} words={say('people.manage')}>
                    {() => <PersonSheet person={person} />}
                  </SheetButton>
                )}
              </td>
            )}
          </tr>
        )}
      </Listed>
    </div>
  );
}

function NewPerson({ onDone }: { readonly onDone: () => void }) {
  const { say } = useWords();
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('registerPerson', {
          body: {
            id: field('id'),
            title: field('title'),
            partner: field('partner') === '' ? null : field('partner'),
          },
        })
      }
    >
      <Field name="id" label={say('people.id')} words={say('governance.slug')} isRequired autoFocus />
      <Field name="title" label={say('people.name')} isRequired />
      <Field name="partner" label={say('head.partner')} words={say('people.partner.words')} />
    </KeptForm>
  );
}
