import { blue, type Chart, chartWidth, count, orange, quiet, round, rule, svg, text, ticks } from './svg.ts';

export interface Series {
  readonly name: string;
  /** One per point; null where the count is not shown. */
  readonly values: readonly (number | null)[];
}

const left = 50;
const right = 150;
const top = 16;
const bottom = 30;
const plotHeight = 140;

/** Lines told apart by dash and marker as much as by colour, each named at its end. At most two. */
export function lineChart(points: readonly string[], series: readonly Series[], title: string): Chart {
  const largest = Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const steps = ticks(largest);
  const ceiling = steps[steps.length - 1] as number;
  const x = (index: number) => left + (index * (chartWidth - left - right)) / Math.max(1, points.length - 1);
  const y = (value: number) => top + plotHeight - (value / ceiling) * plotHeight;
  const grid = steps.flatMap((step) => [
    `<line x1="${left}" y1="${round(y(step))}" x2="${chartWidth - right}" y2="${round(y(step))}" stroke="${rule}" stroke-width="${step === 0 ? 1.2 : 0.6}"/>`,
    text(left - 8, y(step) + 4, count(step), { anchor: 'end', colour: quiet, size: 12 }),
  ]);
  const labels = points.map((point, index) =>
    text(x(index), top + plotHeight + 20, point, { anchor: 'middle', colour: quiet, size: 12 }),
  );
  const names = spread(series.map((one) => y(lastOf(one.values))));
  const lines = series.flatMap((one, index) => drawn(one, index, { x, y, nameY: names[index] as number }));
  return {
    svg: svg(top + plotHeight + bottom, [...grid, ...labels, ...lines]),
    alt: `${title}. ${series.map((one) => inWords(one, points)).join(' ')}`,
  };
}

function drawn(
  series: Series,
  index: number,
  place: { x: (index: number) => number; y: (value: number) => number; nameY: number },
): readonly string[] {
  const colour = index === 0 ? blue : orange;
  const dash = index === 0 ? '' : ' stroke-dasharray="6 4"';
  const parts: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 1)
      parts.push(
        `<polyline points="${run.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
      );
    run = [];
  };
  series.values.forEach((value, at) => {
    if (value === null) {
      flush();
      parts.push(text(place.x(at), place.y(0) - 5, '×', { anchor: 'middle', colour, size: 12 }));
      return;
    }
    const [cx, cy] = [round(place.x(at)), round(place.y(value))];
    run.push(`${cx},${cy}`);
    parts.push(
      index === 0
        ? `<circle cx="${cx}" cy="${cy}" r="3.2" fill="${colour}"/>`
        : `<rect x="${round(cx - 3)}" y="${round(cy - 3)}" width="6" height="6" fill="#fff" stroke="${colour}" stroke-width="1.6"/>`,
    );
  });
  flush();
  parts.push(text(chartWidth - right + 14, place.nameY + 4, series.name, { colour, bold: true, size: 12 }));
  return parts;
}

/** Names at the ends of the lines, moved apart where they would lie on each other. */
function spread(places: readonly number[]): readonly number[] {
  const [first, second] = places;
  if (first === undefined || second === undefined || Math.abs(first - second) >= 16) return places;
  const middle = (first + second) / 2;
  return first <= second ? [middle - 8, middle + 8] : [middle + 8, middle - 8];
}

function lastOf(values: readonly (number | null)[]): number {
  return values.findLast((value) => value !== null) ?? 0;
}

function inWords(series: Series, points: readonly string[]): string {
  const parts = series.values.map(
    (value, index) => `${points[index]} ${value === null ? 'not shown' : count(value)}`,
  );
  return `${series.name}: ${parts.join(', ')}.`;
}
