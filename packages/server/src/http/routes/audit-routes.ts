import { addCountersignature, listAudit, makeCheckpoint, verifyAudit } from '@clew/model/contract/audit.ts';
import { addCountersignature as countersigned } from '../../hub/audit/add-countersignature.ts';
import { makeCheckpoint as sign } from '../../hub/audit/make-checkpoint.ts';
import { readAudit } from '../../hub/audit/read-audit.ts';
import { verifyAudit as verify } from '../../hub/audit/verify-audit.ts';
import { type Wired, wire } from '../asked.ts';

export const auditRoutes: readonly Wired[] = [
  wire(listAudit, async ({ hub, caller, query, page }) => {
    const { limit, after, next } = page();
    const { cursor: _, ...filters } = query;
    const before = after === null ? undefined : Number(after);
    const found = await readAudit(hub, caller, { ...filters, limit, before, newestFirst: true });
    return { items: found.entries, next: next(found.next === null ? null : String(found.next)) };
  }),
  wire(verifyAudit, ({ hub, caller, body }) => verify(hub, caller, body)),
  wire(makeCheckpoint, ({ hub, caller }) => sign(hub, caller)),
  wire(addCountersignature, async ({ hub, caller, body }) => {
    await countersigned(hub, caller, body);
    return undefined;
  }),
];
