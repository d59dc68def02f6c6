import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

/** The rows as they came. */
export function Rows({ contribution }: { readonly contribution: string }) {
  const { say, number } = useWords();
  const { items, answer } = usePages('readRecords', { parameters: { contribution }, query: { limit: 15 } });
  const columns = [...new Set(items.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  return (
    <Panel title={say('intake.rowsTitle')}>
      <Answered of={answer}>
        {() =>
          items.length === 0 ? (
            <Empty title={say('intake.rowsTitle.none')} />
          ) : (
            <Table label={say('intake.rowsTitle')} heads={[say('head.row'), ...columns]}>
              {items.map(({ row, cells }) => {
                const values = new Map(cells.map(({ column, value }) => [column, value]));
                return (
                  <tr key={row}>
                    <td className="figure">{number(row)}</td>
                    {columns.map((column) => (
                      <td key={column} className="cell">
                        <Name>{values.get(column) ?? ''}</Name>
                      </td>
                    ))}
                  </tr>
                );
              })}
            </Table>
          )
        }
      </Answered>
      <More of={answer} />
    </Panel>
  );
}
