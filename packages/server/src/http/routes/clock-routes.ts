import type { NoticeCursor } from '@clew/ledger/notices.ts';
import {
  decideClock,
  eraseContribution,
  listClocks,
  listErasures,
  listNotices,
  readNotice,
} from '@clew/model/contract/clocks.ts';
import { decideClock as decide } from '../../hub/retention/decide-clock.ts';
import { eraseContribution as erase } from '../../hub/retention/erase-contribution.ts';
import { listClocks as clocksOf } from '../../hub/retention/list-clocks.ts';
import { listErasures as erasuresOf } from '../../hub/retention/list-erasures.ts';
import { readNotice as markRead, listNotices as noticesOf } from '../../hub/retention/list-notices.ts';
import { type Wired, wire } from '../asked.ts';
import { pageOfList } from '../page-of-list.ts';

export const clockRoutes: readonly Wired[] = [
  wire(listNotices, async ({ hub, caller, query, page }) => {
    const { limit, after, next } = page();
    const found = await noticesOf(hub, caller, {
      unread: query.unread === 'true',
      after: after === null ? undefined : (JSON.parse(after) as NoticeCursor),
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: next(last === undefined ? null : JSON.stringify({ at: last.at, id: last.id })) };
  }),
  wire(readNotice, async ({ hub, caller, parameters }) => {
    await markRead(hub, caller, parameters.notice);
    return undefined;
  }),
  wire(listClocks, async ({ hub, caller, query, page }) => {
    const all = await clocksOf(hub, caller, { within: query.within });
    return pageOfList(page(), all, ({ contribution, clock }) => `${contribution} ${clock}`);
  }),
  wire(decideClock, ({ hub, caller, parameters, body }) => decide(hub, caller, { ...parameters, ...body })),
  wire(eraseContribution, ({ hub, caller, parameters, body }) =>
    erase(hub, caller, { ...parameters, ...body }),
  ),
  wire(listErasures, async ({ hub, caller, page }) =>
    pageOfList(page(), await erasuresOf(hub, caller), ({ contribution }) => contribution),
  ),
];
