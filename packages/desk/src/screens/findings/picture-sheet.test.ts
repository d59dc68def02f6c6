import { expect, test } from 'vitest';
import { type Placing, placedPath } from '../../ui/taken/placed-path.ts';
import { type Point, type Shape, wordsAt } from '../../ui/taken/sheet.ts';
import { sheetSvg } from '../../ui/taken/sheet-svg.ts';
import { pictureSheet } from './picture-sheet.ts';
import { toldOf } from './told-terms.ts';

const written = { size: 12, colour: '#111', isStrong: false };

/** A bar with a name on it, in a picture of 300 by 100. */
function shapesAt([e, f]: Point): readonly Shape[] {
  const there: Placing = { a: 1, b: 0, c: 0, d: 1, e, f };
  const line = { colour: '#222', opacity: 0.4, width: 1, dashes: [6, 4] };
  return [
    { is: 'path', path: placedPath('M0 0H300V100H0Z', there), fill: { colour: '#333', opacity: 1 }, line },
    wordsAt([e, f + 50], 'Hotel <Nord> & Co', written),
  ];
}

function sheetOf(terms: readonly string[], isRightToLeft = false) {
  const colours = { ink: '#000', surface: '#fff', font: 'sans-serif' };
  const drawn = { width: 300, height: 100, colours, shapesAt };
  return pictureSheet({ title: 'Money flow · account 7', terms, isRightToLeft, drawn });
}

const lowestOf = (shapes: readonly Shape[]) =>
  Math.max(...shapes.map((shape) => (shape.is === 'words' ? shape.at[1] : 0)));

test('a picture stands between its title and its terms, which are whole on a narrow sheet too', () => {
  const long = Array.from({ length: 60 }, (_none, place) => `word${place}`);
  const sheet = sheetOf(['H1: ask first', long.join(' ')]);
  const words = sheet.shapes.flatMap((shape) => (shape.is === 'words' ? [shape] : []));
  const heightOf = (start: string) => words.find((each) => each.words.startsWith(start))?.at[1] ?? 0;
  expect(heightOf('Money flow')).toBeLessThan(heightOf('Hotel'));
  expect(heightOf('Hotel') + 50).toBeLessThan(heightOf('H1: ask first'));
  expect(lowestOf(sheet.shapes)).toBeLessThan(sheet.height);
  const svg = sheetSvg(sheet);
  for (const word of long) expect(svg).toContain(word);
});

test('a drawing keeps fills, dashes and faintness, and words are text alone', () => {
  const svg = sheetSvg(sheetOf([]));
  expect(svg).toMatch(/<path d="M40 \d+L340 \d+L340 \d+L40 \d+Z" fill="#333"/);
  expect(svg).toContain('stroke-dasharray="6 4" stroke-opacity="0.4"');
  expect(svg).toContain('Hotel &lt;Nord&gt; &amp; Co<');
});

test('from right to left the terms begin at the right', () => {
  const [title] = sheetOf(['H2'], true).shapes;
  expect(title).toMatchObject({ at: [340, 44], isRightToLeft: true });
});

test('the terms are those of what is told; what is not told is counted', () => {
  const told = { nodes: { id: ['a', 'b'], label: [2, 2] }, labels: ['H0', 'H1', 'H3'] };
  expect(toldOf(['a', 'b', 'hidden'], told)).toEqual({ labels: ['H3'], untold: 1 });
});
