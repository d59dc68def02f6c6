// In: ISO days. Out: where they are on a line, its ticks and how many days fall where. Days are whole numbers since
// 1970, so that no time zone moves them.

const dayLength = 86_400_000;

/** From which day to which, both included. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
}

export function dayFrom(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayLength);
}

export function isoFrom(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** The least range with all days in it; undefined without any. */
export function rangeOf(days: Iterable<number>): DayRange | undefined {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    from = Math.min(from, day);
    until = Math.max(until, day);
  }
  return from <= until ? { from, until } : undefined;
}

/** Where a day is in a range, 0 to 1 within it. */
export function shareOf(day: number, { from, until }: DayRange): number {
  return (day - from + 0.5) / (until - from + 1);
}

/** The range drawn near to its middle, or away from it; never less than a week, never out of `whole`. */
export function zoomed(range: DayRange, factor: number, whole: DayRange): DayRange {
  const length = Math.max(7, Math.round((range.until - range.from + 1) * factor));
  const middle = (range.from + range.until) / 2;
  return within({ from: Math.round(middle - length / 2), until: Math.round(middle + length / 2) - 1 }, whole);
}

/** The range moved by a part of its length, as far as `whole` goes. */
export function moved(range: DayRange, share: number, whole: DayRange): DayRange {
  const by = Math.round((range.until - range.from + 1) * share);
  return within({ from: range.from + by, until: range.until + by }, whole);
}

function within({ from, until }: DayRange, whole: DayRange): DayRange {
  const length = until - from;
  if (length >= whole.until - whole.from) return whole;
  const begin = Math.min(Math.max(from, whole.from), whole.until - length);
  return { from: begin, until: begin + length };
}

export type TickUnit = 'day' | 'month' | 'year';

export interface Tick {
  readonly day: number;
  readonly unit: TickUnit;
}

/** Days, months, quarters or years, of which there are no more than `most`. */
export function ticksOf(range: DayRange, most: number): Tick[] {
  const length = range.until - range.from + 1;
  for (const step of [1, 2, 7, 14]) if (length / step <= most) return dayTicks(range, step);
  for (const step of [1, 3, 6]) if (length / (30.4 * step) <= most) return monthTicks(range, step, 'month');
  for (const years of [1, 2, 5, 10, 20, 50, 100, 200, 500])
    if (length / (365.2 * years) <= most) return monthTicks(range, 12 * years, 'year');
  return monthTicks(range, 12_000, 'year');
}

function dayTicks({ from, until }: DayRange, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = Math.ceil(from / step) * step; day <= until; day += step) ticks.push({ day, unit: 'day' });
  return ticks;
}

function monthTicks({ from, until }: DayRange, step: number, unit: TickUnit): Tick[] {
  const begin = new Date(from * dayLength);
  const first = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  const ticks: Tick[] = [];
  for (let month = Math.floor(first / step) * step; ; month += step) {
    const at = new Date(0);
    at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    const day = Math.floor(at.getTime() / dayLength);
    if (day > until) return ticks;
    if (day >= from) ticks.push({ day, unit });
  }
}

/** How many days fall into each of `count` equal parts of the range. */
export function binsOf(days: Iterable<number>, range: DayRange, count: number): number[] {
  const bins = Array.from({ length: count }, () => 0);
  for (const day of days) {
    if (day < range.from || day > range.until) continue;
    const bin = Math.min(count - 1, Math.floor(shareOf(day, range) * count));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** What a key makes of a range; undefined where it does nothing to it. */
export function rangeAfter(
  key: string,
  { range, whole, isRightToLeft }: { range: DayRange; whole: DayRange; isRightToLeft: boolean },
): DayRange | undefined {
  const later = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (key === '+' || key === '=') return zoomed(range, 0.5, whole);
  if (key === '-') return zoomed(range, 2, whole);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return moved(range, key === later ? 0.25 : -0.25, whole);
  return key === 'Home' ? whole : undefined;
}
