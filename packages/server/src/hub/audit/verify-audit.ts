import type { Checkpoint, Countersignature } from '@clew/ledger/audit/checkpoints.ts';
import { type VerifiedAudit, verifyAudit as verifyLog } from '@clew/ledger/audit/verify.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

export interface AuditToVerify {
  /** Checkpoints and countersignatures that were kept elsewhere: the log must still contain them. */
  readonly against?: readonly (Checkpoint | Countersignature)[] | undefined;
  readonly watch?: Watch | undefined;
}

/** Proves the audit log unbroken or names its first break: see `broken` of the result. */
export async function verifyAudit(
  hub: Hub,
  caller: Caller,
  given: AuditToVerify = {},
): Promise<VerifiedAudit> {
  await hub.gate.pass(caller, 'audit.verify', wholeHub);
  return verifyLog(hub.ledger, {
    hubPublicKey: hub.signing.publicKey,
    against: given.against,
    onProgress: (done, total) => {
      given.watch?.onProgress?.({ step: 'verifying', done, total, unit: 'entries' });
      if (hub.signal?.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was changed.');
    },
  });
}
