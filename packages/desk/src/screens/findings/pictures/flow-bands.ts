// In: money between nodes that stand in steps. Out: a Sankey diagram 100 wide: bars for nodes, bands for flows.
// Invariant: bands are as high as their share of the money (of the payments, where no amount is known), and each bar is as
// high as the larger of what comes and what goes. Width and height may be stretched apart: areas keep their shares.

import type { PictureOf } from '@clew/model/finding-picture.ts';

type Flow = PictureOf<'flow'>;

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What came or went, whichever is more: money, or payments where no amount is known. */
  readonly sum: number;
}

export interface Band {
  readonly flow: Flow['flows'][number];
  /** An SVG path around the band. */
  readonly path: string;
  readonly width: number;
}

export const barWidth = 1.2;
const room = 22;
const margin = 3;
/** Between bars there is room for a name; of many there is room for less. */
const gaps = { ofFew: 6, ofMany: 2.5 };
const few = 8;

export function flowBands({ nodes, flows }: Pick<Flow, 'nodes' | 'flows'>): {
  readonly bars: readonly Bar[];
  readonly bands: readonly Band[];
  readonly height: number;
} {
  const hasAmounts = flows.some(({ amount }) => amount > 0);
  const weight = ({ amount, times }: Flow['flows'][number]) => (hasAmounts ? amount : times);
  const sums = nodes.map((_node, place) => {
    const along = (end: 'from' | 'to') =>
      flows.filter((flow) => flow[end] === place).reduce((sum, flow) => sum + weight(flow), 0);
    return Math.max(along('from'), along('to'));
  });
  const steps = [...new Set(nodes.map(({ step }) => step))].sort((one, other) => one - other);
  const inStep = (step: number) => nodes.flatMap((node, place) => (node.step === step ? [place] : []));
  const totals = steps.map((step) => inStep(step).reduce((sum, place) => sum + (sums[place] as number), 0));
  const scale = room / Math.max(1e-9, ...totals);
  const most = Math.max(0, ...steps.map((step) => inStep(step).length));
  const gap = most > few ? gaps.ofMany : gaps.ofFew;
  const tallest = Math.max(0, most - 1) * gap + room;
  const bars = new Array<Bar>(nodes.length);
  steps.forEach((step, column) => {
    const places = inStep(step);
    const used = (totals[column] as number) * scale + (places.length - 1) * gap;
    let y = margin + (tallest - used) / 2;
    for (const place of places) {
      const height = Math.max(0.6, (sums[place] as number) * scale);
      const x = steps.length < 2 ? 0 : (column / (steps.length - 1)) * (100 - barWidth);
      bars[place] = { x, y, height, sum: sums[place] as number };
      y += height + gap;
    }
  });
  const taken = new Map<string, number>();
  const bands = flows.flatMap((flow): Band[] => {
    const [from, to] = [bars[flow.from], bars[flow.to]];
    if (from === undefined || to === undefined) return [];
    const width = Math.max(0.4, weight(flow) * scale);
    const at = (end: string, bar: Bar) => {
      const offset = taken.get(end) ?? 0;
      taken.set(end, offset + width);
      return bar.y + offset;
    };
    const [y0, y1] = [at(`from ${flow.from}`, from), at(`to ${flow.to}`, to)];
    const [x0, x1] = [from.x + barWidth, to.x];
    const middle = (x0 + x1) / 2;
    const there = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
    const back = `V${y1 + width}C${middle} ${y1 + width} ${middle} ${y0 + width} ${x0} ${y0 + width}Z`;
    return [{ flow, width, path: there + back }];
  });
  return { bars, bands, height: tallest + 2 * margin };
}
