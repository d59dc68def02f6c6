// Small cells of a table of counts are not shown, nor what would let them be computed.
//
// Primary: the threshold rule for tables of frequencies (Glossary of Statistical Disclosure Control, UNECE/Eurostat
// 2005: "some agencies require at least five respondents in a cell"). Secondary: cells hidden because the total
// would give the primary ones away, checked by the interval in which a reader can still place each hidden cell
// (Hundepool et al., Handbook on Statistical Disclosure Control, ESSnet SDC, version 1.2, 2010, "feasibility
// interval"). Zero is shown: it speaks of nobody.

/** Counts of 1 to 4 are not shown. */
export const smallestShown = 5;
/** A reader who knows the rule and the total must still be left with at least so many possible values. */
export const possibleValues = 3;

/**
 * Why a cell is not shown: too small itself; it would give a small one away; or its whole table would (then not
 * even the zeros are shown).
 */
export type Hidden = 'small' | 'protecting' | 'withheld';

export interface Suppressed {
  /** One per cell given, in order: undefined when shown. */
  readonly cells: readonly (Hidden | undefined)[];
  /** The total is hidden only where it is small itself, so that several tables can share it. */
  readonly total: 'small' | undefined;
}

/** Which cells of disjoint counts that add up to their total may be shown. Counts are whole and not negative. */
export function suppress(counts: readonly number[]): Suppressed {
  const cells: (Hidden | undefined)[] = counts.map((count) => (isSmall(count) ? 'small' : undefined));
  const sum = counts.reduce((a, b) => a + b, 0);
  const withheld = counts.map(() => 'withheld' as const);
  if (isSmall(sum)) return { cells: withheld, total: 'small' };
  while (!isSafe(counts, cells)) {
    const next = smallestStillShown(counts, cells);
    if (next === undefined) return { cells: withheld, total: undefined };
    cells[next] = 'protecting';
  }
  return { cells, total: undefined };
}

/** Which cells may be shown where no total is given and the cells may overlap: only the rule of the threshold. */
export function suppressEach(counts: readonly number[]): readonly (Hidden | undefined)[] {
  return counts.map((count) => (isSmall(count) ? 'small' : undefined));
}

/**
 * What a reader can work out of each hidden cell from the total, the shown cells and the rule: the smallest and the
 * largest value that it can have, by cell; undefined for shown cells.
 */
export function feasible(
  counts: readonly number[],
  cells: readonly (Hidden | undefined)[],
): readonly ({ readonly least: number; readonly most: number } | undefined)[] {
  const hidden = counts.filter((_, index) => cells[index] !== undefined).reduce((a, b) => a + b, 0);
  const bounds = cells.map((cell) => boundsOf(cell, hidden));
  const least = bounds.reduce((sum, bound) => sum + bound.least, 0);
  const most = bounds.reduce((sum, bound) => sum + bound.most, 0);
  return cells.map((cell, index) => {
    const bound = bounds[index];
    if (cell === undefined || bound === undefined) return undefined;
    return {
      least: Math.max(bound.least, hidden - (most - bound.most)),
      most: Math.min(bound.most, hidden - (least - bound.least)),
    };
  });
}

function isSafe(counts: readonly number[], cells: readonly (Hidden | undefined)[]): boolean {
  return feasible(counts, cells).every(
    (interval, index) =>
      cells[index] !== 'small' ||
      interval === undefined ||
      interval.most - interval.least + 1 >= possibleValues,
  );
}

function boundsOf(cell: Hidden | undefined, hidden: number): { least: number; most: number } {
  if (cell === undefined) return { least: 0, most: 0 };
  return cell === 'small' ? { least: 1, most: smallestShown - 1 } : { least: smallestShown, most: hidden };
}

function smallestStillShown(
  counts: readonly number[],
  cells: readonly (Hidden | undefined)[],
): number | undefined {
  let best: number | undefined;
  counts.forEach((count, index) => {
    if (cells[index] !== undefined || count === 0) return;
    if (best === undefined || count < (counts[best] as number)) best = index;
  });
  return best;
}

function isSmall(count: number): boolean {
  return count > 0 && count < smallestShown;
}
