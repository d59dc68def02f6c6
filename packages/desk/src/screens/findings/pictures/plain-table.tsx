import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** What no drawing fits: rows under heads, which the detector gives as properties, or in its own words. */
export function PlainTable({ finding }: PictureProps) {
  const { say, number, date, known } = useWords();
  const picture = pictureOf(finding, 'table');
  if (picture === undefined) return null;
  return (
    <div className="stack tight">
      <Table
        label={say('findings.picture')}
        heads={picture.heads.map((head) => known('property', head) ?? head)}
      >
        {picture.rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <td key={column} className={typeof cell === 'number' ? 'figure' : ''}>
                {typeof cell === 'number' ? (
                  number(cell)
                ) : picture.heads[column] === 'date' ? (
                  date(cell)
                ) : (
                  <Name>{cell ?? '–'}</Name>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
    </div>
  );
}
