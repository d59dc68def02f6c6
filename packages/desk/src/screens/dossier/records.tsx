import { addressText } from '../../address/address.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** The records that were taken for this one thing. A reviewer may ask again about each against the first. */
export function Records({ dossier }: { readonly dossier: DossierOf }) {
  const { say, number } = useWords();
  const { offered } = useSitting();
  const { rows, total } = dossier.records;
  const first = rows[0]?.subject;
  return (
    <Panel title={say('dossier.records')} aside={number(total)}>
      <Table
        label={say('dossier.records')}
        heads={[say('head.record'), say('head.partner'), say('head.file'), say('head.row'), say('head.why')]}
      >
        {rows.map((record) => (
          <tr key={`${record.subject} ${record.contribution} ${record.row} ${record.name}`}>
            <td>
              <code>{record.subject}</code>
            </td>
            <td>{record.partner}</td>
            <td>
              <Name>{record.file}</Name>
            </td>
            <td className="figure">{number(record.row)}</td>
            <td>
              {offered.review && first !== undefined && record.subject !== first && (
                <a href={addressText(['review', first, record.subject])}>{say('dossier.compare')}</a>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
