import { endToken, findToken, type Token, tokens } from '@clew/ledger/tokens.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** Ends a token before its time; from then on it opens nothing. */
export async function endTokenNow(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<void> {
  await hub.gate.pass(caller, 'person.manage', wholeHub);
  if ((await findToken(hub.ledger, id)) === undefined) {
    throw new Refusal('not-found', 'There is no such token.', 'Look with clew token list.');
  }
  const at = new Date().toISOString();
  await hub.ledger.transaction((database) => endToken(database, { id, by: caller.actor.person, at }));
}

/** A token as people may see it: without the hash of its secret. */
export type ListedToken = Omit<Token, 'hash'>;

/** Every token ever issued, the newest first. */
export async function listTokens(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
): Promise<readonly ListedToken[]> {
  await hub.gate.pass(caller, 'person.manage', wholeHub);
  return (await tokens(hub.ledger)).map(({ hash: _, ...shown }) => shown);
}
