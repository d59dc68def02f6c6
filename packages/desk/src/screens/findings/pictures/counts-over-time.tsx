import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

const height = 34;
const floor = 30;

/** Counts week by week as bars, what would be expected as a line in its range, and the day it is about as a mark. */
export function CountsOverTime({ finding }: PictureProps) {
  const { say, name, number, date } = useWords();
  const picture = pictureOf(finding, 'series');
  if (picture === undefined || picture.points.length === 0) return null;
  const { points, marks } = picture;
  const step = 100 / points.length;
  const most = Math.max(1, ...points.flatMap(({ value, high }) => [value, high ?? 0]));
  const y = (count: number) => floor - (count / most) * (floor - 4);
  const line = points
    .map(({ expected }, at) => `${at === 0 ? 'M' : 'L'}${(at + 0.5) * step} ${y(expected ?? 0)}`)
    .join('');
  const label = say('picture.counts', { count: points.length });
  const shown = (count: number | null) =>
    count === null ? '–' : number(count, { maximumFractionDigits: 0 });
  return (
    <div className="stack tight">
      <svg className="picture-drawing wide" viewBox={`0 0 100 ${height}`} role="img" aria-label={label}>
        {points.map(({ at, low, high }, place) => (
          <rect
            key={at}
            className="picture-range"
            x={place * step}
            y={y(high ?? 0)}
            width={step}
            height={y(low ?? 0) - y(high ?? 0)}
          />
        ))}
        {points.map(({ at, value }, place) => (
          <rect
            key={at}
            className="picture-bar counted"
            x={(place + 0.2) * step}
            y={y(value)}
            width={step * 0.6}
            height={floor - y(value)}
          />
        ))}
        <path className="picture-usual" d={line} />
        {marks.map(({ from, words }) => {
          const x = points.filter(({ at }) => at < from).length * step;
          return (
            <g key={from}>
              <line className="picture-mark" x1={x} x2={x} y1={1} y2={floor} />
              <text className="picture-place" x={x} y={floor + 3}>
                {name('picture.mark', words)}
              </text>
            </g>
          );
        })}
      </svg>
      <Table
        label={label}
        heads={[say('picture.week'), say('picture.counted'), say('picture.expected'), say('picture.usually')]}
      >
        {points.map(({ at, value, expected, low, high }) => (
          <tr key={at}>
            <td>
              {date(at)}
              {marks.some(({ from }) => from === at) && ` · ${name('picture.mark', 'arrest')}`}
            </td>
            <td className="figure">{number(value)}</td>
            <td className="figure">{shown(expected)}</td>
            <td className="figure">
              <bdi dir="ltr">
                {shown(low)}–{shown(high)}
              </bdi>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
