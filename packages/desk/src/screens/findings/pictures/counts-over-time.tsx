import type { PictureOf } from '@clew/model/finding-picture.ts';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** Counts week by week as bars, what would be expected as a line in its range, and the day it is about as a mark. */
export function CountsOverTime({ finding }: PictureProps) {
  const { say, number, date } = useWords();
  const picture = pictureOf(finding, 'series');
  if (picture === undefined || picture.points.length === 0) return null;
  const { points, marks } = picture;
  const label = say('picture.counts', { count: points.length });
  const shown = (count: number | null) =>
    count === null ? '–' : number(count, { maximumFractionDigits: 0 });
  return (
    <div className="stack tight">
      <Chart picture={picture} label={label} />
      <details>
        <summary>{label}</summary>
        <Table
          label={label}
          heads={[
            say('picture.week'),
            say('picture.counted'),
            say('picture.expected'),
            say('picture.usually'),
          ]}
        >
          {points.map(({ at, value, expected, low, high }) => (
            <tr key={at}>
              <td>
                {date(at)}
                {marks.some(({ from }) => from === at) && ` · ${say('picture.mark.arrest')}`}
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
      </details>
    </div>
  );
}

interface ChartProps {
  readonly picture: PictureOf<'series'>;
  readonly label: string;
}

/** The drawing is 100 by 100 and stretched; words and figures stand beside it, in the size of all others. */
function Chart({ picture: { points, marks }, label }: ChartProps) {
  const { say, name, number, date } = useWords();
  const step = 100 / points.length;
  const most = roundUp(Math.max(1, ...points.flatMap(({ value, high }) => [value, high ?? 0])));
  const y = (count: number) => 100 - (100 * count) / most;
  const line = points
    .map(({ expected }, at) => `${at === 0 ? 'M' : 'L'}${(at + 0.5) * step} ${y(expected ?? 0)}`)
    .join('');
  const placed = marks.map(({ from, words }) => ({
    ...{ from, words: name('picture.mark', words) },
    x: points.filter(({ at }) => at < from).length * step,
  }));
  return (
    <figure className="chart" dir="ltr">
      <ul className="chart-legend small" dir="auto">
        <li>
          <span className="chart-key counted" /> {say('picture.counted')}
        </li>
        <li>
          <span className="chart-key usual" /> {say('picture.expected')}
        </li>
        <li>
          <span className="chart-key range" /> {say('picture.usually.range')}
        </li>
      </ul>
      <div className="chart-marks small">
        {placed.map(({ from, words, x }) => (
          <span key={from} style={{ left: `${x}%` }}>
            {words} · {date(from)}
          </span>
        ))}
      </div>
      <div className="chart-scale quiet small" aria-hidden="true">
        {[most, most / 2, 0].map((at) => (
          <span key={at}>{number(at)}</span>
        ))}
      </div>
      <svg
        className="chart-drawing"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {[0, 50, 100].map((at) => (
          <line key={at} className="picture-grid" x1="0" x2="100" y1={at} y2={at} />
        ))}
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
            height={100 - y(value)}
          >
            <title>{`${date(at)}: ${number(value)}`}</title>
          </rect>
        ))}
        <path className="picture-usual" d={line} />
        {placed.map(({ from, x }) => (
          <line key={from} className="picture-mark" x1={x} x2={x} y1="0" y2="100" />
        ))}
      </svg>
      <div className="chart-days quiet small">
        <span>{date(points[0]?.at ?? null)}</span>
        <span>{date(points.at(-1)?.at ?? null)}</span>
      </div>
    </figure>
  );
}

/** The next even number of two figures or fewer, so that its half is a whole number: 7 gives 8, 83 gives 84, 301 gives 320. */
function roundUp(count: number): number {
  const unit = 2 * 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / unit) * unit;
}
