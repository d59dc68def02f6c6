// In: document numbers. Out: runs of numbers that lie closer together than chance brings them, and how likely they are.
//
// Numbers of one form (the same letters, as many digits) are a line with points on it. Under the null the points of a form
// lie anywhere on it, as densely as those outside of the run do. The chance of a run is that as many further numbers or more
// follow its first one within its length (Poisson).

import { chanceOfAtLeastEvents } from '../chance.ts';

export interface NumberedDocument {
  readonly document: bigint;
  readonly number: string;
}

export interface NumberSeries {
  /** In the order of their numbers. */
  readonly documents: readonly bigint[];
  /** From the first number to the last: 3 for 17, 18 and 20. */
  readonly span: number;
  readonly chance: number;
}

/** Between two numbers of a run no more than this many are missing. */
const mostMissing = 9;
/** Two numbers side by side happen; a series has three. */
const leastNumbers = 3;
/** Fewer digits than this tell too little. */
const leastDigits = 5;

/** The runs of three numbers or more, in the order of forms and numbers, and how many documents have a number of such a form. */
export function findSeries(documents: readonly NumberedDocument[]): {
  readonly tested: number;
  readonly series: readonly NumberSeries[];
} {
  const forms = new Map<string, Map<number, bigint[]>>();
  let tested = 0;
  for (const { document, number } of documents) {
    const match = /^(.*?)(\d{5,15})(\D*)$/.exec(number);
    if (match === null) continue;
    const [, before = '', digits = '', behind = ''] = match;
    const form = `${before}|${digits.length}|${behind}`;
    tested++;
    const known = forms.get(form) ?? new Map<number, bigint[]>();
    forms.set(form, known.set(Number(digits), [...(known.get(Number(digits)) ?? []), document]));
  }
  const series: NumberSeries[] = [];
  for (const [form, known] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (known.size < leastNumbers) continue;
    const points = [...known].map(([at, of]) => ({ at, documents: of })).sort((a, b) => a.at - b.at);
    const digits = Number(form.split('|').at(-2));
    const room = 10 ** Math.max(digits, leastDigits);
    let from = 0;
    for (let to = 1; to <= points.length; to++) {
      const isNext =
        to < points.length && gapOf(points[to - 1] as Point, points[to] as Point) <= mostMissing + 1;
      if (isNext) continue;
      const run = points.slice(from, to);
      if (run.length >= leastNumbers) series.push(seriesOf(run, (points.length - run.length + 1) / room));
      from = to;
    }
  }
  return { tested, series };
}

/** A number with the documents that have it: one, unless it was copied or examined twice. */
type Point = { readonly at: number; readonly documents: readonly bigint[] };

function gapOf(a: Point, b: Point): number {
  return b.at - a.at;
}

function seriesOf(run: readonly Point[], density: number): NumberSeries {
  const span = gapOf(run[0] as Point, run.at(-1) as Point);
  return {
    documents: run.flatMap(({ documents }) => [...documents].sort((a, b) => (a < b ? -1 : 1))),
    span: span + 1,
    chance: chanceOfAtLeastEvents(density * span, run.length - 1),
  };
}
