import { type AuditQuery, type AuditRow, auditEntries } from '@clew/ledger/audit/chain.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

export interface AuditPage {
  readonly entries: readonly AuditRow[];
  /** Give it as `before` (newest first) or `from` to read on; null at the end. */
  readonly next: number | null;
}

/** Entries of the audit log that fit. That they were read is in the log too, so the newest is this reading itself. */
export async function readAudit(hub: Hub, caller: Caller, query: AuditQuery): Promise<AuditPage> {
  await hub.gate.pass(caller, 'audit.read', wholeHub);
  const found = await auditEntries(hub.ledger, { ...query, limit: query.limit + 1 });
  const entries = found.slice(0, query.limit);
  const last = entries.at(-1)?.number;
  if (found.length <= query.limit || last === undefined) return { entries, next: null };
  return { entries, next: query.newestFirst === true ? last : last + 1 };
}
