import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { alertTable } from '../tables.ts';

/** An alert of the mounted run. `subjects` are at least one; the owners are those of its statements. */
export interface Alert {
  readonly alert: bigint;
  readonly kind: 'non-punishment';
  readonly entity: bigint;
  readonly subjects: readonly bigint[];
  readonly contributions: readonly string[];
  readonly owners: readonly string[];
}

export function listAlerts(lake: Lake): Promise<readonly Alert[]> {
  return lake.rows<Alert>(
    sql`select alert, kind, entity, subjects, contributions, owners from ${alertTable} order by alert`,
  );
}
