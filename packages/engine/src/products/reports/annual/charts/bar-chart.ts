import {
  blue,
  type Chart,
  chartWidth,
  count,
  cut,
  paleBlue,
  quiet,
  round,
  rule,
  svg,
  text,
  widthOf,
} from './svg.ts';

export interface Bar {
  readonly label: string;
  /** Null where the count is not shown; `words` then says so. */
  readonly value: number | null;
  readonly words?: string;
}

const rowHeight = 26;
const longestLabel = 280;

/** Horizontal bars with their values written at the end. */
export function barChart(bars: readonly Bar[], title: string): Chart {
  const labels = bars.map((bar) => cut(bar.label, longestLabel));
  const left = Math.min(longestLabel, Math.max(60, ...labels.map((label) => widthOf(label)))) + 14;
  const right = 110;
  const largest = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  const scale = (chartWidth - left - right) / largest;
  const height = bars.length * rowHeight + 12;
  const parts = bars.flatMap((bar, index) => {
    const y = 6 + index * rowHeight;
    const label = text(left - 10, y + 17, labels[index] ?? '', { anchor: 'end' });
    if (bar.value === null) {
      const stub = `<rect x="${round(left)}" y="${y + 4}" width="14" height="${rowHeight - 8}" fill="none" stroke="${quiet}" stroke-dasharray="3 2"/>`;
      return [label, stub, text(left + 22, y + 17, bar.words ?? 'not shown', { colour: quiet })];
    }
    const width = Math.max(bar.value > 0 ? 1.5 : 0, bar.value * scale);
    return [
      label,
      `<rect x="${round(left)}" y="${y + 4}" width="${round(width)}" height="${rowHeight - 8}" fill="${bar.value === largest ? blue : paleBlue}" stroke="${blue}" stroke-width="0.8"/>`,
      text(left + width + 8, y + 17, count(bar.value), { bold: bar.value === largest }),
    ];
  });
  const axis = `<line x1="${round(left)}" y1="2" x2="${round(left)}" y2="${round(height - 4)}" stroke="${rule}"/>`;
  return { svg: svg(height, [axis, ...parts]), alt: `${title}. ${bars.map(words).join('; ')}.` };
}

function words(bar: Bar): string {
  return `${bar.label}: ${bar.value === null ? (bar.words ?? 'not shown') : count(bar.value)}`;
}
