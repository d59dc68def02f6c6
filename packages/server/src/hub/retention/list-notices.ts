import {
  markRead,
  type Notice,
  type NoticeQuery,
  type NoticeReader,
  noticesFor,
} from '@clew/ledger/notices.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** The notices to the caller, newest first. */
export async function listNotices(hub: Hub, caller: Caller, query: NoticeQuery): Promise<readonly Notice[]> {
  await hub.gate.pass(caller, 'notice.read', wholeHub);
  return noticesFor(hub.ledger, readerOf(caller), query);
}

/** Keeps that the caller has read a notice. */
export async function readNotice(hub: Hub, caller: Caller, id: string): Promise<void> {
  await hub.gate.pass(caller, 'notice.read', wholeHub);
  const at = new Date().toISOString();
  const found = await hub.ledger.transaction((database) => markRead(database, readerOf(caller), { id, at }));
  if (!found) throw new Refusal('not-found', 'There is no such notice.', 'Notices: clew notices');
}

/** Notices to a role are for the hub's own people: what is erased at one partner is not for another's officer. */
function readerOf({ actor }: Caller): NoticeReader {
  const { person, partner, roles } = actor;
  return { person, partner, roles: partner === null ? roles : [] };
}
