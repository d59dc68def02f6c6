import { evidenceOf } from '@clew/engine/findings/evidence-of.ts';
import { addReview } from '@clew/ledger/reviews.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Review } from '@clew/model/review.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';

/** Keeps what a person thinks of a finding: at its detector and the statements behind it, so that it outlives a rebuild. */
export async function reviewFinding(
  hub: Hub,
  caller: Caller,
  given: { readonly finding: bigint; readonly verdict: Review['verdict']; readonly reason: string },
): Promise<Review> {
  if (given.reason.trim() === '') {
    throw new Refusal('input-invalid', 'A review needs a reason.', 'Say why you think so.');
  }
  await hub.gate.pass(caller, 'finding.review', wholeHub);
  const view = await openView(hub, caller);
  const found = await view.read((lake) => evidenceOf(lake, given.finding));
  if (found === undefined) throw notInView();
  const review: Review = {
    detector: found.detector,
    evidence: found.evidence.map((id) => id.toString(16).padStart(16, '0')),
    verdict: given.verdict,
    by: caller.actor.person,
    reason: given.reason,
    at: new Date().toISOString(),
  };
  await hub.ledger.transaction((database) => addReview(database, review, found.contributions));
  return review;
}
