import type { Mapping } from '@clew/model/mapping.ts';
import { Name } from '../../ui/name.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';
import { columnUses } from './mapping-change.ts';

/** What each column became, for who reads it and does not correct it. */
export function MappingList({ mapping }: { readonly mapping: Mapping }) {
  const { say, name } = useWords();
  return (
    <Table label={say('mapping.title')} heads={[say('head.column'), say('mapping.becomes'), say('head.of')]}>
      {columnUses(mapping).map(({ column, subject, type, property }) => (
        <tr key={`${subject} ${property} ${column}`}>
          <td>
            <Name>{column}</Name>
          </td>
          <td>{subject === 'row' ? say('mapping.rowDate') : name('property', property)}</td>
          <td>
            {subject !== 'row' && (
              <>
                {name('type', type)} {subject !== type && <span className="quiet small">{subject}</span>}
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
