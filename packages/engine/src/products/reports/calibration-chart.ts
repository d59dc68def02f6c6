import { type CalibrationBin, firstBin, lastBin } from '../../resolution/calibration.ts';
import {
  blue,
  type Chart,
  chartWidth,
  count,
  escapeMarkup,
  orange,
  paleBlue,
  quiet,
  round,
  rule,
  svg,
  text,
} from './annual/charts/svg.ts';

const left = 62;
const right = 22;
const sharesTop = 122;
const sharesHeight = 190;
const countsTop = sharesTop + sharesHeight + 46;
const countsHeight = 120;
const bottom = 56;
const height = countsTop + countsHeight + bottom;

interface Scale {
  readonly x: (bits: number) => number;
  readonly share: (share: number) => number;
  readonly count: (pairs: number) => number;
  readonly most: number;
}

export interface CalibrationOf {
  /** The type, as people read it. */
  readonly type: string;
  readonly bins: readonly CalibrationBin[];
  /** Bits. */
  readonly threshold: number;
}

/**
 * Above: the share of pairs of one thing by weight, as the model expects it and, where people judged, as they found it with
 * its 95 % interval. Below: how many pairs there are of each weight. A picture by itself: it has its own ground, so that it
 * reads on a dark page too, and says in words what it shows.
 */
export function calibrationChart(of: CalibrationOf): Chart {
  const title = `Calibration: ${of.type}`;
  const alt = inWords(of);
  const scale = scaleOf(of.bins, of.threshold);
  const parts = [
    `<title id="clew-calibration-title">${escapeMarkup(title)}</title>`,
    `<desc id="clew-calibration-words">${escapeMarkup(alt)}</desc>`,
    `<rect width="${chartWidth}" height="${height}" fill="#ffffff"/>`,
    text(left - 40, 28, title, { size: 18, bold: true }),
    ...legend(of.bins.some(({ judged }) => judged !== null)),
    ...(of.bins.length === 0
      ? [text(left, sharesTop + 40, 'No pair was kept: there is nothing to show.', { colour: quiet })]
      : [...axes(of.bins, scale), ...countBars(of.bins, scale), ...shareMarks(of.bins, scale)]),
    ...(of.bins.length === 0 ? [] : thresholdLine(of.threshold, scale)),
  ];
  const attributes = ' role="img" aria-labelledby="clew-calibration-title clew-calibration-words"';
  return { svg: svg(height, parts, attributes), alt };
}

function scaleOf(bins: readonly CalibrationBin[], threshold: number): Scale {
  const from = Math.min(bins[0]?.from ?? 0, threshold);
  const to = Math.max(bins.at(-1)?.to ?? 1, threshold);
  const powers = Math.max(1, Math.ceil(Math.log10(Math.max(1, ...bins.map(({ pairs }) => pairs)) + 1)));
  return {
    x: (bits) => left + ((bits - from) / (to - from)) * (chartWidth - left - right),
    share: (share) => sharesTop + (1 - share) * sharesHeight,
    // One pair is one step above none: a logarithm with room for both.
    count: (pairs) =>
      countsTop +
      countsHeight -
      (pairs === 0 ? 0 : ((Math.log10(pairs) + 0.3) / (powers + 0.3)) * countsHeight),
    most: powers,
  };
}

function legend(isJudged: boolean): string[] {
  const y = 54;
  const expected = [
    `<line x1="${left - 40}" y1="${y - 4}" x2="${left - 12}" y2="${y - 4}" stroke="${blue}" stroke-width="2"/>`,
    `<circle cx="${left - 26}" cy="${y - 4}" r="3.2" fill="${blue}"/>`,
    text(left - 4, y, 'share of pairs of one thing, as the model expects', { size: 12 }),
  ];
  const pairs = [
    `<rect x="${left + 318}" y="${y - 11}" width="14" height="11" fill="${paleBlue}" stroke="${blue}" stroke-width="0.8"/>`,
    text(left + 340, y, 'pairs of this weight', { size: 12 }),
  ];
  const judged = isJudged
    ? [
        `<line x1="${left - 26}" y1="${y + 8}" x2="${left - 26}" y2="${y + 24}" stroke="${orange}" stroke-width="1.6"/>`,
        square(left - 26, y + 16),
        text(left - 4, y + 20, 'share that people judged the same, with its 95 % interval', { size: 12 }),
      ]
    : [text(left - 4, y + 20, 'nobody has judged any of these pairs yet', { size: 12, colour: quiet })];
  return [...expected, ...pairs, ...judged];
}

function axes(bins: readonly CalibrationBin[], scale: Scale): string[] {
  const line = (y: number, width: number) =>
    `<line x1="${left}" y1="${round(y)}" x2="${chartWidth - right}" y2="${round(y)}" stroke="${rule}" stroke-width="${width}"/>`;
  const shares = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(scale.share(share), share === 0 ? 1.2 : 0.6),
    text(left - 8, scale.share(share) + 4, `${100 * share} %`, { anchor: 'end', colour: quiet, size: 12 }),
  ]);
  const counts = Array.from({ length: scale.most + 1 }, (_, power) => 10 ** power).flatMap((pairs) => [
    line(scale.count(pairs), 0.6),
    text(left - 8, scale.count(pairs) + 4, count(pairs), { anchor: 'end', colour: quiet, size: 12 }),
  ]);
  const every = bins.length > 12 ? 4 : 2;
  const label = (bits: number, words: string) =>
    text(scale.x(bits), countsTop + countsHeight + 18, words, { anchor: 'middle', colour: quiet, size: 12 });
  // The first and the last bin are open: what stands below them is not a number of the axis.
  const weights = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0]
    .filter((bits) => bits % every === 0 && bits >= firstBin && bits <= lastBin)
    .map((bits) => label(bits, `${bits}`));
  const open = [
    ...bins.filter(({ to }) => to <= firstBin).map(({ from }) => label(from + 0.6, 'less')),
    ...bins.filter(({ from }) => from >= lastBin).map(({ from }) => label(from + 1.4, 'more')),
  ];
  return [
    ...shares,
    ...counts,
    line(countsTop + countsHeight, 1.2),
    ...weights,
    ...open,
    text(left - 40, sharesTop - 12, 'Share of pairs that are of one thing', { size: 12, bold: true }),
    text(left - 40, countsTop - 12, 'Pairs, each line ten times the one below', { size: 12, bold: true }),
    text((left + chartWidth - right) / 2, countsTop + countsHeight + 42, 'Weight of the pair in bits', {
      anchor: 'middle',
      size: 12,
      bold: true,
    }),
  ];
}

function countBars(bins: readonly CalibrationBin[], scale: Scale): string[] {
  return bins.flatMap(({ from, to, pairs }) => {
    if (pairs === 0) return [];
    const [x, width] = [scale.x(from) + 1, scale.x(to) - scale.x(from) - 2];
    const y = scale.count(pairs);
    return [
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(countsTop + countsHeight - y)}" fill="${paleBlue}" stroke="${blue}" stroke-width="0.8"/>`,
    ];
  });
}

function shareMarks(bins: readonly CalibrationBin[], scale: Scale): string[] {
  const middle = ({ from, to }: CalibrationBin) => round(scale.x((from + to) / 2));
  const points = bins.map((bin) => `${middle(bin)},${round(scale.share(bin.expected))}`);
  const dots = bins
    .filter(({ pairs }) => pairs > 0)
    .map(
      (bin) =>
        `<circle cx="${middle(bin)}" cy="${round(scale.share(bin.expected))}" r="3.2" fill="${blue}"/>`,
    );
  const judged = bins.flatMap((bin) => {
    if (bin.judged === null) return [];
    const [low, high] = bin.judged.interval.map((share) => round(scale.share(share)));
    return [
      `<line x1="${middle(bin)}" y1="${low}" x2="${middle(bin)}" y2="${high}" stroke="${orange}" stroke-width="1.6"/>`,
      square(middle(bin), scale.share(bin.judged.share)),
    ];
  });
  return [
    `<polyline points="${points.join(' ')}" fill="none" stroke="${blue}" stroke-width="2"/>`,
    ...dots,
    ...judged,
  ];
}

function square(x: number, y: number): string {
  return `<rect x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7" fill="#ffffff" stroke="${orange}" stroke-width="1.6"/>`;
}

function thresholdLine(threshold: number, scale: Scale): string[] {
  const x = round(scale.x(threshold));
  const isLeft = x < chartWidth / 2;
  return [
    `<line x1="${x}" y1="${sharesTop - 6}" x2="${x}" y2="${countsTop + countsHeight}" stroke="${quiet}" stroke-width="1.2" stroke-dasharray="5 4"/>`,
    text(x + (isLeft ? 6 : -6), sharesTop + sharesHeight - 8, 'threshold', {
      size: 12,
      colour: quiet,
      anchor: isLeft ? 'start' : 'end',
    }),
  ];
}

function inWords({ type, bins, threshold }: CalibrationOf): string {
  const share = (value: number) => `${(100 * value).toFixed(value > 0.01 && value < 0.99 ? 0 : 1)} %`;
  const lines = bins
    .filter(({ pairs }) => pairs > 0)
    .map(({ range, pairs, expected, judged }) => {
      const found =
        judged === null
          ? ''
          : `, ${judged.same} of ${judged.all} judged the same (${share(judged.interval[0])} to ${share(judged.interval[1])})`;
      return `${range} bits: ${count(pairs)} ${pairs === 1 ? 'pair' : 'pairs'}, ${share(expected)} expected${found}`;
    });
  const pairs = lines.length === 0 ? 'No pair was kept.' : `${lines.join('; ')}.`;
  return `Kept pairs (${type}) by weight, and the share of them that are of one thing. The threshold is ${threshold.toFixed(1)} bits. ${pairs}`;
}
