import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** Who works with the hub, as far as one may know. */
export function People() {
  const { say, name } = useWords();
  const { items, answer } = usePages('listPeople', { query: { limit: 200 } });
  return (
    <>
      <Answered of={answer}>
        {() =>
          items.length === 0 ? (
            <Empty title={say('people.none')} />
          ) : (
            <Table
              label={say('people.title')}
              heads={[
                say('people.id'),
                say('people.name'),
                say('head.partner'),
                say('people.roles'),
                say('people.account'),
              ]}
            >
              {items.map((person) => (
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
                </tr>
              ))}
            </Table>
          )
        }
      </Answered>
      <More of={answer} />
    </>
  );
}
