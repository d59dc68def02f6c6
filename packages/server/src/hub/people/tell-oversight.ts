import type { Database } from '@clew/ledger/database.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import type { NoticeKind } from '@clew/model/notices.ts';

/** Who manages people could give themselves a second face: whoever oversees the hub is told of each such act. */
export async function tellOversight(
  database: Database,
  told: { readonly kind: NoticeKind; readonly about: string; readonly at: string },
): Promise<void> {
  await addNotice(database, { to: { role: 'data-protection-officer' }, ...told });
}
