// In: the alerts of the hub's own run. Out: notices to the owners of the statements, each about its own record, and
// to the data protection officer and the supervisors. Invariant: nobody else learns of an alert; each is told once.

import type { Lake } from '@clew/engine/lake/lake.ts';
import { listAlerts } from '@clew/engine/products/alerts/list-alerts.ts';
import { addNotice, type NoticeTo } from '@clew/ledger/notices.ts';
import { idText } from '@clew/model/ids.ts';
import type { Hub } from '../hub.ts';

const overseers: readonly NoticeTo[] = [{ role: 'data-protection-officer' }, { role: 'supervisor' }];

/** Tells of the alerts in the hub's snapshot, which is mounted in `lake`. A second time changes nothing. */
export async function tellAlerts(hub: Pick<Hub, 'ledger'>, lake: Lake, at: string): Promise<void> {
  const alerts = await listAlerts(lake);
  if (alerts.length === 0) return;
  await hub.ledger.transaction(async (database) => {
    for (const { alert, kind, records } of alerts) {
      const occasion = idText('alert', alert);
      const tell = (to: NoticeTo, subject: bigint) =>
        addNotice(database, { to, kind, about: idText('person', subject), at, occasion });
      for (const { owner, subject } of records) await tell({ partner: owner }, subject);
      const [first] = records;
      if (first !== undefined) for (const to of overseers) await tell(to, first.subject);
    }
  });
}
