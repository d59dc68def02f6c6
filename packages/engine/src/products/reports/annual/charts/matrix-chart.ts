import { type Chart, chartWidth, count, cut, ink, quiet, round, rule, svg, text, widthOf } from './svg.ts';

export interface Matrix {
  readonly names: readonly string[];
  /** How often `names[row]` and `names[column]` go together, row >= column; the diagonal is each alone. */
  readonly value: (row: number, column: number) => number;
}

const cell = 40;

/** The lower half of a symmetric table; the darker the more, and the count is in each cell. */
export function matrixChart(matrix: Matrix, title: string): Chart {
  const names = matrix.names.map((name) => cut(name, 230));
  const left = Math.max(80, ...names.map((name) => widthOf(name))) + 14;
  const size = Math.min(cell, (chartWidth - left - 10) / Math.max(1, names.length));
  const largest = Math.max(
    1,
    ...names.flatMap((_, row) => names.slice(0, row).map((_, column) => matrix.value(row, column))),
  );
  const top = 6;
  const parts: string[] = [];
  const said: string[] = [];
  names.forEach((name, row) => {
    const y = top + row * size;
    parts.push(text(left - 10, y + size / 2 + 4, `${name}  ${letter(row)}`, { anchor: 'end' }));
    for (let column = 0; column <= row; column++) {
      const value = matrix.value(row, column);
      parts.push(
        ...cellOf(value, {
          x: left + column * size,
          y,
          size,
          share: row === column ? null : value / largest,
        }),
      );
      if (row !== column && value > 0) said.push(`${name} and ${names[column]}: ${count(value)}`);
    }
  });
  const foot = top + names.length * size + 16;
  names.forEach((_, column) => {
    parts.push(
      text(left + column * size + size / 2, foot, letter(column), { anchor: 'middle', colour: quiet }),
    );
  });
  return {
    svg: svg(foot + 8, parts),
    alt: `${title}. ${said.length === 0 ? 'No pair.' : `${said.join('; ')}.`}`,
  };
}

function cellOf(
  value: number,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly share: number | null },
): readonly string[] {
  const fill = place.share === null ? '#ffffff' : value === 0 ? '#ffffff' : shade(place.share);
  const dark = place.share !== null && place.share > 0.55;
  return [
    `<rect x="${round(place.x)}" y="${round(place.y)}" width="${round(place.size)}" height="${round(place.size)}" fill="${fill}" stroke="${rule}"/>`,
    ...(value === 0
      ? []
      : [
          text(place.x + place.size / 2, place.y + place.size / 2 + 4, count(value), {
            anchor: 'middle',
            size: 12,
            colour: dark ? '#ffffff' : place.share === null ? quiet : ink,
          }),
        ]),
  ];
}

/** From pale to dark blue; lightness carries the order, so it survives print in grey. */
function shade(share: number): string {
  const from = [226, 235, 243];
  const to = [31, 78, 121];
  const mixed = from.map((start, index) => Math.round(start + ((to[index] as number) - start) * share));
  return `rgb(${mixed.join(',')})`;
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
