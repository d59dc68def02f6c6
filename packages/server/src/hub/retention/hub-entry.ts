import type { AuditEntry } from '@clew/ledger/audit/chain.ts';

/** An entry of the audit log for what the hub does by itself. */
export function hubEntry(done: Pick<AuditEntry, 'at' | 'action' | 'what'>): AuditEntry {
  return { ...done, person: 'hub', via: 'hub', purpose: null, project: null, label: null, outcome: 'done' };
}
