// In: findings.*, graph.*, resolution.cluster, statements.*, contribution.*, the kept tables.
// Out: products.notification, products.held_back, products.alert, products.indicator. Invariant: no owner's content reaches another
// owner, and no small count of people reaches anybody.
import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { mountTable } from '../lake/store.ts';
import { raiseAlerts } from './alerts/raise-alerts.ts';
import { writeIndicators } from './indicators/write-indicators.ts';
import { notify } from './notifications/notify.ts';
import { indicatorTable, notificationTable } from './tables.ts';

export interface Produced {
  readonly notifications: number;
  /** Named figures measured, not cells. */
  readonly indicators: number;
}

export async function produce(
  lake: Lake,
  options: { readonly folder: string; readonly indicators: boolean },
  watch?: Watch,
): Promise<Produced> {
  watch?.onProgress?.({ step: 'notify', done: 0, total: 0, unit: 'notifications' });
  await notify(lake, options);
  await raiseAlerts(lake, options);
  if (options.indicators) await writeIndicators(lake, options, watch);
  else await mountTable(lake, indicatorTable, []);
  return lake.row<{ notifications: number; indicators: number }>(sql`
    select (select count(*) from ${notificationTable}) as notifications,
      (select count(distinct indicator) from ${indicatorTable}) as indicators`);
}
