import type { Lake } from '../../lake/lake.ts';
import type { Query } from '../../lake/sql.ts';
import { type Definition, droppedAfter, heldFor, standingAlone, withAll } from './definitions.ts';
import type { Scope } from './scope.ts';
import { type Hidden, suppress, suppressEach } from './suppress.ts';

/** One figure, or one table of figures, that a named query over the snapshot gives. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** What is counted, a plural noun. */
  readonly unit: string;
  /** What the counts are broken down by; absent for a single figure. */
  readonly dimension?: string;
  /** Whether the cells add up to a total (each thing counted once) or one thing may be in several cells. */
  readonly cells: 'one' | 'disjoint' | 'overlapping';
  /** Whether small counts are kept back, because they could point at a person. */
  readonly smallCells: boolean;
  /** What `query` speaks of by name besides tables. */
  readonly uses?: readonly Definition[];
  /** Gives `dimension` (text, null for a single figure) and `value`, in the order in which they are shown. */
  readonly query: (scope: Scope) => Query;
}

/** A cell as it may be shown. `value` is null when the cell is hidden. */
export interface Cell {
  readonly dimension: string | null;
  readonly value: number | null;
  readonly hidden: Hidden | undefined;
}

export interface Measured {
  readonly indicator: Indicator;
  /** The query that stands alone. */
  readonly query: string;
  /** The same without its definitions. */
  readonly select: string;
  readonly cells: readonly Cell[];
  /** Of disjoint cells. */
  readonly total: Cell | undefined;
}

/**
 * Runs an indicator's query and keeps back what is too small to show. Nothing else reads its counts. Cells that may
 * overlap are treated as if they added up: a reader who knows the whole from elsewhere can then only know less.
 */
export async function measure(lake: Lake, indicator: Indicator, scope: Scope): Promise<Measured> {
  const select = indicator.query(scope);
  const query = standingAlone(indicator.uses ?? [], scope, select);
  return measured(lake, indicator, { select, query, run: query });
}

/** As `measure`, one after the other: what several of them speak of by name is worked out once for all. */
export async function* measureAll(
  lake: Lake,
  indicators: readonly Indicator[],
  scope: Scope,
): AsyncGenerator<Measured> {
  const names = withAll(indicators.flatMap(({ uses = [] }) => uses));
  for (const definition of names) await lake.run(heldFor(definition, scope));
  for (const indicator of indicators) {
    const select = indicator.query(scope);
    const query = standingAlone(indicator.uses ?? [], scope, select);
    yield await measured(lake, indicator, { select, query, run: select });
  }
  for (const definition of names.toReversed()) await lake.run(droppedAfter(definition));
}

/** `run` gives the same rows as `query`. */
async function measured(
  lake: Lake,
  indicator: Indicator,
  { select, query, run }: Readonly<Record<'select' | 'query' | 'run', Query>>,
): Promise<Measured> {
  const rows = await lake.rows<{ dimension: string | null; value: number }>(run);
  const counts = rows.map((row) => Number(row.value));
  const hidden = hiddenOf(indicator, counts);
  const cells = hiddenLast(
    rows.map((row, index) => cell(row.dimension, counts[index] as number, hidden.cells[index])),
  );
  const sum = counts.reduce((a, b) => a + b, 0);
  return {
    indicator,
    query: onOneLine(query.text),
    select: onOneLine(select.text),
    cells,
    total: indicator.cells === 'disjoint' ? cell(null, sum, hidden.total) : undefined,
  };
}

function hiddenOf(
  indicator: Indicator,
  counts: readonly number[],
): { cells: readonly (Hidden | undefined)[]; total: Hidden | undefined } {
  if (!indicator.smallCells) return { cells: counts.map(() => undefined), total: undefined };
  if (indicator.cells === 'one') return { cells: suppressEach(counts), total: undefined };
  const { cells, total } = suppress(counts);
  return { cells, total: indicator.cells === 'disjoint' ? total : undefined };
}

/** In alphabetical order after the others: the place in a table ordered by count would tell the count. */
function hiddenLast(cells: readonly Cell[]): readonly Cell[] {
  const hidden = cells.filter((one) => one.hidden !== undefined);
  hidden.sort((a, b) => ((a.dimension ?? '') < (b.dimension ?? '') ? -1 : 1));
  return [...cells.filter((one) => one.hidden === undefined), ...hidden];
}

function cell(dimension: string | null, value: number, hidden: Hidden | undefined): Cell {
  return { dimension, value: hidden === undefined ? value : null, hidden };
}

/** The same query without the indentation of the code that made it; only line breaks are touched. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
