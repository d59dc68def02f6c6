import {
  blue,
  type Chart,
  chartWidth,
  count,
  orange,
  quiet,
  round,
  rule,
  svg,
  text,
} from '../products/reports/annual/charts/svg.ts';
import type { AdvertsOnce } from './adverts-once.ts';

/** Texts a second of InfoShield: 4 million in 8 hours (Lee and others, ICDE 2021). */
export const infoShieldRate = 139;
/** What was aimed at for a million texts on two cores. */
const aim = { texts: 1_000_000, seconds: 60, megabytes: 4096 };

const left = 78;
const right = 118;
const [texts, seconds, megabytes] = [
  { from: 10_000, to: 4_000_000 },
  { from: 0.1, to: 100_000 },
  { from: 100, to: 10_000 },
];
const time = { top: 96, height: 260, ...seconds };
const memory = { top: time.top + time.height + 46, height: 120, ...megabytes };
const height = memory.top + memory.height + 56;

interface Panel {
  readonly top: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** Seconds and memory by the number of texts, both axes logarithmic, beside InfoShield's rate and what was aimed at. */
export function growthChart(measured: readonly AdvertsOnce[]): Chart {
  const title = 'Templates of texts: time and memory by number of texts';
  const alt = inWords(measured);
  const parts = [
    `<title id="clew-growth-title">${title}</title>`,
    `<desc id="clew-growth-words">${alt}</desc>`,
    `<rect width="${chartWidth}" height="${height}" fill="#ffffff"/>`,
    text(left - 52, 28, title, { size: 18, bold: true }),
    text(left - 52, 48, under(measured), { size: 12, colour: quiet }),
    text(left - 52, time.top - 14, 'Seconds', { size: 12, bold: true }),
    ...grid(time, [0.1, 1, 10, 100, 1000, 10_000, 100_000]),
    text(left - 52, memory.top - 14, 'Memory at its highest, MB', { size: 12, bold: true }),
    ...grid(memory, [100, 1000, 10_000]),
    ...underneath(measured),
    ...reference(time, [
      [texts.from, texts.from / infoShieldRate],
      [texts.to, texts.to / infoShieldRate],
    ]),
    text(chartWidth - right + 8, y(time, texts.to / infoShieldRate) + 4, 'InfoShield, 139/s', { size: 12 }),
    ...reference(time, [
      [texts.from, aim.seconds],
      [texts.to, aim.seconds],
    ]),
    text(left + 6, y(time, aim.seconds) + 16, 'aim for a million: 60 s', { size: 12, colour: quiet }),
    ...reference(memory, [
      [texts.from, aim.megabytes],
      [texts.to, aim.megabytes],
    ]),
    text(left + 6, y(memory, aim.megabytes) - 6, 'aim: 4 GB', { size: 12, colour: quiet }),
    ...line(time, blue, measured, ({ wallSeconds }) => wallSeconds),
    ...line(time, orange, measured, ({ cpuSeconds }) => cpuSeconds),
    ...line(memory, blue, measured, ({ peakMB }) => peakMB),
    ...named(measured),
  ];
  const attributes = ' role="img" aria-labelledby="clew-growth-title clew-growth-words"';
  return { svg: svg(height, parts, attributes), alt };
}

/** Time by the clock is worth what else ran. */
function under(measured: readonly AdvertsOnce[]): string {
  const loads = measured.map(({ load }) => load);
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  return `Load of the machine before each size: ${least} to ${most}. From line to line it is ten times as much.`;
}

function x(value: number): number {
  const share = Math.log(value / texts.from) / Math.log(texts.to / texts.from);
  return left + share * (chartWidth - left - right);
}

function y(panel: Panel, value: number): number {
  const share = Math.log(value / panel.from) / Math.log(panel.to / panel.from);
  return panel.top + (1 - share) * panel.height;
}

function grid(panel: Panel, steps: readonly number[]): string[] {
  return steps.flatMap((step) => [
    `<line x1="${left}" y1="${round(y(panel, step))}" x2="${chartWidth - right}" y2="${round(y(panel, step))}" stroke="${rule}" stroke-width="${step === panel.from ? 1.2 : 0.6}"/>`,
    text(left - 8, y(panel, step) + 4, count(step), { anchor: 'end', colour: quiet, size: 12 }),
  ]);
}

function underneath(measured: readonly AdvertsOnce[]): string[] {
  const bottom = memory.top + memory.height;
  return [
    ...measured.map((one) =>
      text(x(one.texts), bottom + 18, count(one.texts), { anchor: 'middle', colour: quiet, size: 12 }),
    ),
    text((left + chartWidth - right) / 2, bottom + 42, 'Texts', { anchor: 'middle', size: 12, bold: true }),
  ];
}

type Point = readonly [number, number];

function pathOf(panel: Panel, points: readonly Point[]): string {
  return points.map(([at, value]) => `${round(x(at))},${round(y(panel, value))}`).join(' ');
}

function reference(panel: Panel, points: readonly Point[]): string[] {
  return [
    `<polyline points="${pathOf(panel, points)}" fill="none" stroke="${quiet}" stroke-width="1.2" stroke-dasharray="5 4"/>`,
  ];
}

/** A line with a mark for each size: a dot, or a square where it is the second, so that colour is not the only sign. */
function line(
  panel: Panel,
  colour: string,
  measured: readonly AdvertsOnce[],
  of: (one: AdvertsOnce) => number,
): string[] {
  const points = measured.map((one): Point => [one.texts, of(one)]);
  const mark = ([at, value]: Point) => {
    const [cx, cy] = [round(x(at)), round(y(panel, value))];
    return colour === blue
      ? `<circle cx="${cx}" cy="${cy}" r="3.6" fill="${blue}"/>`
      : `<rect x="${round(cx - 3.5)}" y="${round(cy - 3.5)}" width="7" height="7" fill="#ffffff" stroke="${colour}" stroke-width="1.6"/>`;
  };
  return [
    `<polyline points="${pathOf(panel, points)}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(mark),
  ];
}

/** What the lines are, at their ends; one above the other where they lie close together. */
function named(measured: readonly AdvertsOnce[]): string[] {
  const last = measured.at(-1);
  if (last === undefined) return [];
  const [wall, cpu] = [y(time, last.wallSeconds), y(time, last.cpuSeconds)];
  const apart = Math.max(0, 15 - Math.abs(wall - cpu)) / 2;
  const [down, up] = wall > cpu ? [apart, -apart] : [-apart, apart];
  const at = chartWidth - right + 10;
  return [
    text(at, wall + down + 4, 'by the clock', { size: 12, colour: blue }),
    text(at, cpu + up + 4, 'CPU, all threads', { size: 12, colour: orange }),
    text(at, y(memory, last.peakMB) + 4, `${count(Math.round(last.peakMB))} MB`, { size: 12, colour: blue }),
  ];
}

function inWords(measured: readonly AdvertsOnce[]): string {
  const sizes = measured.map(
    (one) =>
      `${count(one.texts)} texts: ${one.wallSeconds.toFixed(1)} s by the clock, ${one.cpuSeconds.toFixed(1)} s of all threads, ${count(Math.round(one.peakMB))} MB, ${Math.round(one.texts / one.wallSeconds / infoShieldRate)} times the rate of InfoShield`,
  );
  return `${sizes.join('; ')}. The aim for a million is ${aim.seconds} s and 4 GB.`;
}
