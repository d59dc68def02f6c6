// In: payments. Out: transfers (what one account pays another within one unit of time, as one) and ties (a payer with a
// payee, over all time), without payments of an account to itself.
import type { Payments } from './payments.ts';

/** Payers of an account, or its payees. */
export type Side = 'in' | 'out';

/** Directed edges, with those of each account found at once. */
export interface Edges {
  readonly accounts: number;
  readonly size: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first payment of it. Zero without times. */
  readonly first: Float64Array;
  /** The last payment of it. */
  readonly last: Float64Array;
  /** The most payments within one unit of time. */
  readonly payments: Int32Array;
  /** The edges out of account `a`, by their first payment: `out[outStart[a]]` up to `outStart[a + 1]`. */
  readonly outStart: Int32Array;
  readonly out: Int32Array;
  readonly inStart: Int32Array;
  readonly in: Int32Array;
}

/** What is paid between two accounts within one unit of time (a day) is one transfer; they are sorted by time. */
export function transfersOf(payments: Payments): Edges {
  return gather(payments, (index) => Math.floor(payments.time?.[index] ?? 0));
}

/** Every payer with every one of its payees, once. */
export function tiesOf(transfers: Edges): Edges {
  const order = new Uint32Array(transfers.size).map((_, index) => index);
  sortByPair(order, transfers.from, transfers.to, () => 0);
  return build(transfers.accounts, order, {
    from: transfers.from,
    to: transfers.to,
    first: transfers.first,
    last: transfers.last,
    payments: transfers.payments,
    bucket: () => 0,
  });
}

/** Some of the edges. */
export function edgesWhere(edges: Edges, keep: (edge: number) => boolean): Edges {
  const kept = new Uint32Array(edges.size).map((_, index) => index).filter((edge) => keep(edge));
  const pick = <T extends Int32Array | Float64Array>(of: T, into: new (length: number) => T): T => {
    const picked = new into(kept.length);
    kept.forEach((edge, index) => {
      picked[index] = of[edge] as number;
    });
    return picked;
  };
  return indexed(edges.accounts, {
    from: pick(edges.from, Int32Array),
    to: pick(edges.to, Int32Array),
    first: pick(edges.first, Float64Array),
    last: pick(edges.last, Float64Array),
    payments: pick(edges.payments, Int32Array),
  });
}

/** The times of first payments of edges, ascending. */
export function firstTimes(edges: Edges): Float64Array {
  return Float64Array.from(edges.first).sort();
}

/** How many of the ascending values are below, or with `orEqual` not above. */
export function countBelow(values: Float64Array, bound: number, orEqual: boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle] as number;
    if (value < bound || (orEqual && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Columns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly payments: Int32Array;
}

function gather(payments: Payments, bucket: (index: number) => number): Edges {
  const { payer, payee } = payments;
  const order = new Uint32Array(payer.length)
    .map((_, index) => index)
    .filter((index) => payer[index] !== payee[index]);
  sortByPair(order, payer, payee, bucket);
  const time = payments.time ?? new Float64Array(payer.length);
  const ones = new Int32Array(payer.length).fill(1);
  return build(payments.accounts.length, order, {
    from: payer,
    to: payee,
    first: time,
    last: time,
    payments: ones,
    bucket,
  });
}

function sortByPair(
  order: Uint32Array,
  from: Int32Array,
  to: Int32Array,
  bucket: (index: number) => number,
): void {
  order.sort(
    (a, b) =>
      (from[a] as number) - (from[b] as number) ||
      (to[a] as number) - (to[b] as number) ||
      bucket(a) - bucket(b) ||
      a - b,
  );
}

/** Joins what stands together in the order: same payer, same payee, same bucket. */
function build(
  accounts: number,
  order: Uint32Array,
  given: Columns & { readonly bucket: (index: number) => number },
): Edges {
  const joinsPayments = given.first === given.last;
  const starts: number[] = [];
  order.forEach((index, at) => {
    const before = order[at - 1];
    if (
      before === undefined ||
      given.from[before] !== given.from[index] ||
      given.to[before] !== given.to[index] ||
      given.bucket(before) !== given.bucket(index)
    )
      starts.push(at);
  });
  const columns = emptyColumns(starts.length);
  starts.forEach((start, edge) => {
    const end = starts[edge + 1] ?? order.length;
    let [first, last, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (let at = start; at < end; at++) {
      const index = order[at] as number;
      first = Math.min(first, given.first[index] as number);
      last = Math.max(last, given.last[index] as number);
      count = joinsPayments ? count + 1 : Math.max(count, given.payments[index] as number);
    }
    const index = order[start] as number;
    columns.from[edge] = given.from[index] as number;
    columns.to[edge] = given.to[index] as number;
    columns.first[edge] = first;
    columns.last[edge] = last;
    columns.payments[edge] = count;
  });
  return indexed(accounts, byTime(columns));
}

function emptyColumns(size: number): Columns {
  return {
    from: new Int32Array(size),
    to: new Int32Array(size),
    first: new Float64Array(size),
    last: new Float64Array(size),
    payments: new Int32Array(size),
  };
}

function byTime(columns: Columns): Columns {
  const order = new Uint32Array(columns.from.length).map((_, index) => index);
  order.sort((a, b) => (columns.first[a] as number) - (columns.first[b] as number) || a - b);
  return {
    from: Int32Array.from(order, (edge) => columns.from[edge] as number),
    to: Int32Array.from(order, (edge) => columns.to[edge] as number),
    first: Float64Array.from(order, (edge) => columns.first[edge] as number),
    last: Float64Array.from(order, (edge) => columns.last[edge] as number),
    payments: Int32Array.from(order, (edge) => columns.payments[edge] as number),
  };
}

function indexed(accounts: number, columns: Columns): Edges {
  const out = indexBy(accounts, columns.from);
  const into = indexBy(accounts, columns.to);
  return {
    accounts,
    size: columns.from.length,
    ...columns,
    outStart: out.start,
    out: out.edges,
    inStart: into.start,
    in: into.edges,
  };
}

function indexBy(accounts: number, of: Int32Array): { start: Int32Array; edges: Int32Array } {
  const start = new Int32Array(accounts + 1);
  for (const account of of) start[account + 1] = (start[account + 1] as number) + 1;
  for (let account = 0; account < accounts; account++)
    start[account + 1] = (start[account + 1] as number) + (start[account] as number);
  const next = start.slice();
  const edges = new Int32Array(of.length);
  of.forEach((account, edge) => {
    const place = next[account] as number;
    edges[place] = edge;
    next[account] = place + 1;
  });
  return { start, edges };
}

/** How many edges go out of an account. */
export function outCount(edges: Edges, account: number): number {
  return (edges.outStart[account + 1] as number) - (edges.outStart[account] as number);
}

/** How many edges go into an account. */
export function inCount(edges: Edges, account: number): number {
  return (edges.inStart[account + 1] as number) - (edges.inStart[account] as number);
}

/** The edges out of an account, those to one payee together. */
export function outByPayee({ outStart, out, to }: Edges, account: number): Int32Array {
  return out
    .slice(outStart[account] as number, outStart[account + 1] as number)
    .sort((a, b) => (to[a] as number) - (to[b] as number) || a - b);
}

const largestDegree = 1000;

/** How many accounts have at least so many edges, by that number up to 1,000. */
export function accountsByDegree(
  edges: Edges,
  degreeOf: (edges: Edges, account: number) => number,
): Int32Array {
  const counts = new Int32Array(largestDegree + 1);
  for (let account = 0; account < edges.accounts; account++) {
    const degree = Math.min(largestDegree, degreeOf(edges, account));
    counts[degree] = (counts[degree] as number) + 1;
  }
  for (let degree = largestDegree - 1; degree >= 0; degree--)
    counts[degree] = (counts[degree] as number) + (counts[degree + 1] as number);
  return counts;
}
