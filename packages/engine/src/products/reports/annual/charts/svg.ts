// Charts are strings of plain SVG: no scripts, no styles from outside, the same text in the page and in the PDF.
// Colours are safe for colour-blind readers (dark blue and orange after Okabe and Ito, "Color universal design",
// 2008) and never the only sign: values are written beside the marks.
import { latin } from '@clew/model/values/fold.ts';

export const ink = '#1b2733';
export const quiet = '#5b6773';
export const rule = '#c9d1d8';
export const land = '#dfe5ea';
export const sea = '#f4f8fb';
export const blue = '#1f4e79';
export const paleBlue = '#c9d9e8';
export const orange = '#b4530a';

/** Chart units: 640 to the width of the text, so that 13 is about 9 pt in print. */
export const chartWidth = 640;

export interface Chart {
  readonly svg: string;
  /** What the chart shows, in words, for those who can't see it. */
  readonly alt: string;
}

interface TextStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly bold?: boolean;
  /** A pale rim, where text lies on a map. */
  readonly rim?: boolean;
}

/** Text at a point. Other scripts are spelled in Latin letters, for which every reader has a font. */
export function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const attributes = [
    `x="${round(x)}"`,
    `y="${round(y)}"`,
    `font-size="${style.size ?? 13}"`,
    `fill="${style.colour ?? ink}"`,
    ...(style.anchor === undefined || style.anchor === 'start' ? [] : [`text-anchor="${style.anchor}"`]),
    ...(style.bold ? ['font-weight="700"'] : []),
    ...(style.rim
      ? ['stroke="#ffffff" stroke-width="2.6" stroke-linejoin="round" paint-order="stroke"']
      : []),
  ];
  return `<text ${attributes.join(' ')}>${escapeMarkup(latin(content))}</text>`;
}

/** The parts as one drawing; `attributes` go into its first tag. */
export function svg(height: number, parts: readonly string[], attributes = ''): string {
  return `<svg${attributes} xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${round(height)}" width="${chartWidth}" height="${round(height)}" font-family="Libertinus Serif, Charter, Georgia, serif">${parts.join('')}</svg>`;
}

export function escapeMarkup(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** About how wide a text is set, in chart units: the mean advance of the face is a little under half its size. */
export function widthOf(content: string, size = 13): number {
  return content.length * size * 0.45;
}

/** The text, cut to a width at a word where possible. */
export function cut(content: string, width: number, size = 13): string {
  const plain = latin(content);
  const most = Math.max(4, Math.floor(width / (size * 0.45)));
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}

/** Whole numbers with a space between thousands. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}

/** A round number at or above the largest value, and the steps up to it. */
export function ticks(largest: number): readonly number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power,
  );
  const all: number[] = [];
  for (let value = 0; value < largest + step; value += step) all.push(Math.round(value));
  return all;
}
