import type { Position } from '../traced.ts';
import type { Marker } from './clusters.ts';

interface MapSheet {
  /** The map as it is drawn, and where on it a place is, in its own pixels. */
  readonly canvas: HTMLCanvasElement;
  readonly pixelOf: (at: Position) => readonly [number, number];
  readonly markers: readonly (Pick<Marker, 'at'> & { readonly title: string; readonly count: string })[];
  /** Under the map, each on a line. */
  readonly terms: readonly string[];
  /** An element whose colours and letters the sheet has. */
  readonly like: HTMLElement;
}

const lineHeight = 20;
const margin = 16;

/** The map with its markers as PNG, on what terms it may be used printed below. */
export function mapPng({ canvas, pixelOf, markers, terms, like }: MapSheet): Promise<Blob> {
  const scale = canvas.width / canvas.clientWidth;
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  if (pen === null) throw new Error('This browser paints no pictures');
  const { color, backgroundColor, fontFamily } = getComputedStyle(like);
  const letters = (size: number, weight = 400) => `${weight} ${size * scale}px ${fontFamily}`;
  pen.font = letters(13);
  const lines = terms.flatMap((line) =>
    broken(line, (text) => fits(pen, text, canvas.width - 2 * margin * scale)),
  );
  sheet.width = canvas.width;
  sheet.height = canvas.height + (lines.length * lineHeight + 2 * margin) * scale;
  pen.fillStyle = backgroundColor;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(canvas, 0, 0);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const { at, title, count } of markers) {
    const [x, y] = pixelOf(at);
    pen.fillStyle = color;
    pen.beginPath();
    pen.arc(x, y, (9 + 3 * count.length) * scale, 0, Math.PI * 2);
    pen.fill();
    pen.font = letters(12, 650);
    pen.fillText(title, x, y + (20 + 3 * count.length) * scale);
    pen.fillStyle = backgroundColor;
    pen.fillText(count, x, y);
  }
  const isRightToLeft = document.documentElement.dir === 'rtl';
  pen.textAlign = 'start';
  pen.direction = isRightToLeft ? 'rtl' : 'ltr';
  pen.fillStyle = color;
  pen.font = letters(13);
  lines.forEach((line, place) => {
    const edge = isRightToLeft ? sheet.width - margin * scale : margin * scale;
    pen.fillText(line, edge, canvas.height + (margin + (place + 0.5) * lineHeight) * scale);
  });
  return new Promise((done, failed) => {
    sheet.toBlob((blob) => (blob === null ? failed(new Error('The picture is too large')) : done(blob)));
  });
}

function fits(pen: CanvasRenderingContext2D, text: string, width: number): boolean {
  return pen.measureText(text).width <= width;
}

/** A line in as many as it takes: there must not be a word that nobody sees. */
function broken(line: string, isShort: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && isShort(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
