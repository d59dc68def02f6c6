import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { countryName } from '../../../words/country-name.ts';
import { useWords } from '../../../words/words.tsx';
import { type CircuitPlaces, circuitPlaces } from './circuit-places.ts';
import { type PictureProps, pictureOf } from './picture.ts';

/** Places after one another: the way between them as it lies, and below it when each was seen. */
export function CircuitWay({ finding }: PictureProps) {
  const { say, locale, number, span } = useWords();
  const picture = pictureOf(finding, 'circuit');
  if (picture === undefined || picture.stops.length === 0) return null;
  const placed = circuitPlaces(picture);
  return (
    <div className="stack tight">
      <div className="lead-picture even">
        {placed.spots.length > 0 && <Way placed={placed} />}
        <Calendar placed={placed} />
      </div>
      <details>
        <summary>{say('picture.stops', { count: picture.stops.length })}</summary>
        <Table
          label={say('picture.stops', { count: picture.stops.length })}
          heads={[say('picture.place'), say('partners.country'), say('head.seen'), say('picture.times')]}
        >
          {picture.stops.map((stop) => (
            <tr key={`${stop.place} ${stop.from} ${stop.until}`}>
              <td>
                <Name>{stop.place}</Name>
              </td>
              <td>{stop.country === null ? '–' : countryName(locale, stop.country)}</td>
              <td>{span(stop.from, stop.until)}</td>
              <td className="figure">{number(stop.times)}</td>
            </tr>
          ))}
        </Table>
        {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
      </details>
    </div>
  );
}

function Way({ placed }: { readonly placed: CircuitPlaces }) {
  const { say } = useWords();
  const { spots, legs, height } = placed;
  return (
    <svg
      className="picture-drawing"
      viewBox={`0 0 100 ${height}`}
      role="img"
      aria-label={say('picture.way', { count: spots.length })}
    >
      <defs>
        <marker id="leg" viewBox="0 0 6 6" refX="8" refY="3" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M0 0L6 3L0 6z" className="picture-arrow" />
        </marker>
      </defs>
      {legs.map(({ from, to }, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the legs of a way never change their order
          key={index}
          className="picture-leg"
          d={bowed(from, to)}
          markerEnd="url(#leg)"
        />
      ))}
      {spots.map(({ place, x, y, times }) => (
        <g key={place}>
          <circle className="picture-node" cx={x} cy={y} r={Math.min(3, 1 + Math.sqrt(times) / 3)} />
          <text className="picture-place" x={x} y={y - 4}>
            {place}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A leg bends to its left, so that there and back are two lines. */
function bowed(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const bend = 0.12;
  return `M${from.x} ${from.y}Q${x + bend * (to.y - from.y)} ${y - bend * (to.x - from.x)} ${to.x} ${to.y}`;
}

const most = 24;

function Calendar({ placed }: { readonly placed: CircuitPlaces }) {
  const { say, date } = useWords();
  const rows = placed.rows.slice(0, most);
  return (
    <figure className="calendar">
      {rows.map(({ place, stays }) => (
        <div key={place} className="calendar-row">
          <span className="small">
            <Name>{place}</Name>
          </span>
          <svg className="calendar-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            {stays.map(({ stop, from, until }) => (
              <rect
                key={stop.from}
                className="calendar-stay"
                x={100 * from}
                width={Math.max(0.8, 100 * (until - from))}
                height="6"
              />
            ))}
          </svg>
        </div>
      ))}
      {placed.rows.length > most && (
        <p className="quiet small">{say('picture.more', { count: placed.rows.length - most })}</p>
      )}
      <figcaption className="row between quiet small">
        <span>{date(placed.first)}</span>
        <span>{date(placed.last)}</span>
      </figcaption>
    </figure>
  );
}
