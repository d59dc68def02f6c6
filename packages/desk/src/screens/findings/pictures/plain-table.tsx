import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** What no drawing fits: rows under heads, as the detector gives them. */
export function PlainTable({ finding }: PictureProps) {
  const { say, number } = useWords();
  const picture = pictureOf(finding, 'table');
  if (picture === undefined) return null;
  return (
    <div className="stack tight">
      <Table label={say('findings.picture')} heads={picture.heads}>
        {picture.rows.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <td key={column} className={typeof cell === 'number' ? 'figure' : ''}>
                {typeof cell === 'number' ? number(cell) : <Name>{cell ?? '–'}</Name>}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
    </div>
  );
}
