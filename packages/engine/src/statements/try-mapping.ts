import type { Mapping } from '@clew/model/mapping.ts';
import type { ProblemCode } from '@clew/model/problem.ts';
import { planFrom, type Refused } from './plan.ts';
import { type Cells, stateRow } from './row.ts';

/** What is wrong at one cell of the rows that were tried; without a field the whole row states nothing. */
export interface TriedProblem {
  /** The row among those tried, counted from 1. */
  readonly row: number;
  readonly field: string | null;
  readonly code: ProblemCode;
}

/**
 * What stating these rows with a mapping would complain of; nothing is kept. Throws `Refusal('mapping-invalid')` where
 * the mapping names what is not there.
 */
export function tryMapping(
  mapping: Mapping,
  rows: readonly Cells[],
  refused?: Refused,
): readonly TriedProblem[] {
  const plan = planFrom(mapping, refused);
  return rows.flatMap((cells, index): readonly TriedProblem[] => {
    const row = index + 1;
    const { subjects, problems } = stateRow(plan, cells, { contribution: 'tried', partner: 'tried', row });
    const atCells = problems.map(({ field, code }) => ({ row, field, code }));
    return subjects.length > 0 ? atCells : [{ row, field: null, code: 'row-empty' as const }, ...atCells];
  });
}
