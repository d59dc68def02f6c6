import { type BreakGlass, breakGlasses } from '@clew/ledger/break-glass.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** The caller's own requests for access beyond the rules, or (`all`) everybody's, for who answers them. */
export async function listBreakGlass(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { all }: { readonly all: boolean },
): Promise<readonly BreakGlass[]> {
  await hub.gate.pass(caller, all ? 'break-glass.answer' : 'break-glass.ask', wholeHub);
  const every = await breakGlasses(hub.ledger);
  return all ? every : every.filter(({ person }) => person === caller.actor.person);
}
