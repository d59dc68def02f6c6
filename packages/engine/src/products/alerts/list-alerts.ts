import { keptContributionTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { statementTable } from '../../statements/tables.ts';
import { alertTable } from '../tables.ts';

/** An alert of the mounted run. `records`: each owner with the first of its own subjects, by owner. */
export interface Alert {
  readonly alert: bigint;
  readonly kind: 'non-punishment';
  readonly entity: bigint;
  readonly records: readonly { readonly owner: string; readonly subject: bigint }[];
}

export async function listAlerts(lake: Lake): Promise<readonly Alert[]> {
  const rows = await lake.rows<Omit<Alert, 'records'> & { owner: string; subject: bigint }>(sql`
    with named as (select alert, kind, entity, unnest(subjects) as subject from ${alertTable})
    select n.alert, n.kind, n.entity, k.partner as owner, min(n.subject) as subject
    from named n join ${statementTable} s on s.subject = n.subject
      join ${keptContributionTable} k on k.contribution = s.contribution
    group by all order by n.alert, owner`);
  const alerts = new Map<bigint, Alert>();
  for (const { owner, subject, ...alert } of rows) {
    const known = alerts.get(alert.alert)?.records ?? [];
    alerts.set(alert.alert, { ...alert, records: [...known, { owner, subject }] });
  }
  return [...alerts.values()];
}
