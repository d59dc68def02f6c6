import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Name } from '../../ui/name.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** What the owner shares, as it stands now, with the terms that go with it. */
export function SharedContent({ hit }: { readonly hit: string }) {
  const { say, name, span } = useWords();
  const shared = useAsked('readShared', { parameters: { hit }, query: { limit: 200 } });
  return (
    <section className="stack tight" aria-label={say('hits.shared')}>
      <h3>{say('hits.shared')}</h3>
      <Answered of={shared}>
        {({ statements }) =>
          statements.length === 0 ? (
            <Empty title={say('hits.shared.none')} />
          ) : (
            <Table
              label={say('hits.shared')}
              heads={[
                say('head.property'),
                say('head.asWritten'),
                say('head.grade'),
                say('head.seen'),
                say('terms.handling'),
              ]}
            >
              {statements.map((each) => (
                <tr key={`${each.subject} ${each.property} ${each.value} ${each.row}`}>
                  <td>{name('property', each.property)}</td>
                  <td>
                    <Name>{each.original || each.value}</Name>
                  </td>
                  <td>
                    <span className="grade">{each.grade}</span>
                  </td>
                  <td>{span(each.firstSeen, each.lastSeen)}</td>
                  <td>{[...each.handling, ...each.restrictions].join('; ')}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answered>
    </section>
  );
}
