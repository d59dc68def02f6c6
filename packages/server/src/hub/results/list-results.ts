import { type ResultQuery, results } from '@clew/ledger/results.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { noPartner } from './record-result.ts';

/** What was reported: at a partner its own, at the hub those of the partner named or of all. */
export async function listResults(
  hub: Hub,
  caller: Caller,
  query: ResultQuery & { readonly limit: number },
): ReturnType<typeof results> {
  const { partner: own } = caller.actor;
  const partner = query.partner ?? own ?? undefined;
  await hub.gate.pass(
    caller,
    'result.record',
    partner === undefined ? wholeHub : { kind: 'partner', id: own ?? partner },
  );
  // Another partner is answered as one that is not there.
  if (own !== null && partner !== own) throw noPartner();
  return results(hub.ledger, { ...query, partner });
}
