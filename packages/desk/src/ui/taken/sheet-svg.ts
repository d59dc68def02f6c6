import type { Ink, Line, Shape, Sheet } from './sheet.ts';

/** A sheet as SVG. Whatever a partner wrote is text in it and nothing else. */
export function sheetSvg({ width, height, ground, font, shapes }: Sheet): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}">`,
    `<rect width="${width}" height="${height}" fill="${escaped(ground)}"/>`,
    ...shapes.map(shapeSvg),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function shapeSvg(shape: Shape): string {
  if (shape.is === 'path') return pathSvg(shape);
  const colour = escaped(shape.colour);
  switch (shape.is) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${colour}" stroke-width="${short(shape.width)}"/>`;
    }
    case 'circle':
      return `<circle cx="${short(shape.at[0])}" cy="${short(shape.at[1])}" r="${short(shape.radius)}" fill="${colour}"/>`;
    case 'drawing': {
      const { radius, at, path } = shape;
      const move = `translate(${short(at[0] - radius)} ${short(at[1] - radius)}) scale(${short(radius / 12)})`;
      return `<path d="${path}" transform="${move}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
    }
    case 'words': {
      const weight = shape.isStrong ? ' font-weight="700"' : '';
      const anchor = shape.align === 'middle' ? ' text-anchor="middle"' : '';
      const way = shape.isRightToLeft ? ' direction="rtl"' : '';
      return `<text x="${short(shape.at[0])}" y="${short(shape.at[1])}" font-size="${short(shape.size)}" fill="${colour}"${weight}${anchor}${way}>${escaped(shape.words)}</text>`;
    }
  }
}

function pathSvg({ path, fill, line }: Extract<Shape, { is: 'path' }>): string {
  const inside = fill === null ? 'fill="none"' : `fill="${escaped(fill.colour)}"${faint('fill', fill)}`;
  return `<path d="${escaped(path)}" ${inside}${line === null ? '' : lineSvg(line)}/>`;
}

function lineSvg(line: Line): string {
  const { colour, width, dashes } = line;
  const dashed = dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.map(short).join(' ')}"`;
  return ` stroke="${escaped(colour)}" stroke-width="${short(width)}"${dashed}${faint('stroke', line)}`;
}

function faint(what: 'fill' | 'stroke', { opacity }: Ink): string {
  return opacity < 1 ? ` ${what}-opacity="${short(opacity)}"` : '';
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Also takes out what XML cannot hold. */
function escaped(text: string): string {
  return [...text]
    .filter((letter) => letter >= ' ' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
