import { useMemo } from 'react';
import { useWords } from '../../words/words.tsx';
import { type Marker, titleOf } from './clusters.ts';
import { countries } from './land.ts';
import { paperMap, paperSize } from './paper-map.ts';
import type { Movement, Spot } from './spots.ts';

/** Of a strong letter, in pixels: a way that passes under a name must not strike it out. */
const letterWidth = 7.5;

interface MapDrawingProps {
  readonly spots: readonly Spot[];
  readonly movements: readonly Movement[];
  /** What is written into a marker. */
  readonly countOf: (marker: Marker) => string;
}

/** The map as a drawing, with all of its places in sight. */
export function MapDrawing({ spots, movements, countOf }: MapDrawingProps) {
  const { locale } = useWords();
  const map = useMemo(
    () => paperMap({ spots, movements, land: countries(locale) }),
    [spots, movements, locale],
  );
  const { width, height } = paperSize;
  return (
    <svg className="map-drawing" viewBox={`0 0 ${width} ${height}`} direction="ltr" aria-hidden="true">
      <rect className="map-drawing-water" width={width} height={height} />
      <path className="map-drawing-land" d={map.land} />
      {map.countries.map(({ title, at: [x, y] }) => (
        <text key={`${title} ${x}`} className="map-drawing-country" x={x} y={y + 4}>
          {title}
        </text>
      ))}
      {map.ways.map(({ id, from: [x1, y1], to: [x2, y2] }) => (
        <line key={id} className="map-drawing-way" {...{ x1, y1, x2, y2 }} />
      ))}
      {map.arrows.map(({ id, path }) => (
        <path key={id} className="map-drawing-arrow" d={path} />
      ))}
      {map.markers.map(({ marker, at: [x, y] }) => {
        const count = countOf(marker);
        const title = titleOf(marker);
        const radius = 8 + 3 * count.length;
        const breadth = title.length * letterWidth;
        return (
          <g key={marker.id}>
            <rect
              className="map-drawing-ground"
              x={x - breadth / 2}
              y={y + radius + 3}
              width={breadth}
              height="15"
            />
            <circle className="map-drawing-marker" cx={x} cy={y} r={radius} />
            <text className="map-drawing-count" x={x} y={y + 4}>
              {count}
            </text>
            <text className="map-drawing-place" x={x} y={y + radius + 14}>
              {title}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
