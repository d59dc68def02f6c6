// In: money between nodes that stand in steps. Out: a Sankey diagram 100 wide: bars for nodes, bands for flows.
// Invariant: bands are as wide as their share of the money (of the payments, where no amount is known), and each bar is as
// high as the larger of what comes and what goes.

import type { PictureOf } from '@clew/model/finding-picture.ts';

type Flow = PictureOf<'flow'>;

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface Band {
  readonly flow: Flow['flows'][number];
  /** An SVG path along the middle of the band. */
  readonly path: string;
  readonly width: number;
}

export const barWidth = 2.5;
const room = 22;
const gap = 7;

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
  const tallest = Math.max(...steps.map((step) => (inStep(step).length - 1) * gap)) + room;
  const bars = new Array<Bar>(nodes.length);
  steps.forEach((step, column) => {
    const places = inStep(step);
    const used = (totals[column] as number) * scale + (places.length - 1) * gap;
    let y = gap + (tallest - used) / 2;
    for (const place of places) {
      const height = Math.max(0.6, (sums[place] as number) * scale);
      const x = steps.length < 2 ? 0 : (column / (steps.length - 1)) * (100 - barWidth);
      bars[place] = { x, y, height };
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
      return bar.y + offset + width / 2;
    };
    const [y0, y1] = [at(`from ${flow.from}`, from), at(`to ${flow.to}`, to)];
    const [x0, x1] = [from.x + barWidth, to.x];
    const middle = (x0 + x1) / 2;
    return [{ flow, width, path: `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}` }];
  });
  return { bars, bands, height: tallest + 2 * gap };
}
