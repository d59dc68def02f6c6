import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

const rowHeight = 5;
const middle = 50;
/** Half of the room for the name between the bars. */
const gap = 11;
const longest = middle - gap;
/** So many rows are drawn; the list has all of them. */
const mostDrawn = 8;

/** Two counts for each place or month, one bar to either side of its name: whether both are ever there shows at once. */
export function SideBySide({ finding }: PictureProps) {
  const { say, name, number } = useWords();
  const picture = pictureOf(finding, 'table');
  if (picture === undefined) return null;
  const heads = picture.heads.map((head) => name('picture.side', head));
  const rows = picture.rows.map(([at, left, right]) => ({
    at: String(at ?? ''),
    left: Number(left ?? 0),
    right: Number(right ?? 0),
  }));
  const drawn = rows.slice(0, mostDrawn);
  const most = Math.max(1, ...rows.flatMap(({ left, right }) => [left, right]));
  const width = (count: number) => (count / most) * longest;
  return (
    <div className="stack tight">
      <svg
        className="picture-drawing wide"
        viewBox={`0 0 100 ${rowHeight * (drawn.length + 1)}`}
        role="img"
        aria-label={say('picture.beside', { left: heads[1] ?? '', right: heads[2] ?? '' })}
      >
        <text className="picture-place at-end" x={middle - gap} y={3}>
          {heads[1]}
        </text>
        <text className="picture-place at-start" x={middle + gap} y={3}>
          {heads[2]}
        </text>
        {drawn.map(({ at, left, right }, row) => {
          const y = rowHeight * (row + 1);
          return (
            <g key={at}>
              <rect
                className="picture-bar counted"
                x={middle - gap - width(left)}
                y={y}
                width={width(left)}
                height={rowHeight - 1.4}
              />
              <text className="picture-place" x={middle} y={y + 2.7}>
                {at}
              </text>
              <rect
                className="picture-bar"
                x={middle + gap}
                y={y}
                width={width(right)}
                height={rowHeight - 1.4}
              />
            </g>
          );
        })}
      </svg>
      <Table label={say('picture.beside', { left: heads[1] ?? '', right: heads[2] ?? '' })} heads={heads}>
        {rows.map(({ at, left, right }) => (
          <tr key={at}>
            <td>
              <Name>{at}</Name>
            </td>
            <td className="figure">{number(left)}</td>
            <td className="figure">{number(right)}</td>
          </tr>
        ))}
      </Table>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
    </div>
  );
}
