import type { HitCursor } from '@clew/ledger/hits.ts';
import {
  answerHit,
  countHits,
  endConsent,
  listAnswerTimes,
  listHits,
  readHit,
  readShared,
  requestContent,
} from '@clew/model/contract/hits.ts';
import { answerHit as answer } from '../../hub/hits/answer-hit.ts';
import { endConsent as end } from '../../hub/hits/end-consent.ts';
import { listAnswerTimes as timesOf } from '../../hub/hits/list-answer-times.ts';
import { countHits as countsOf, listHits as hitsOf } from '../../hub/hits/list-hits.ts';
import type { ListedHit } from '../../hub/hits/listed-hit.ts';
import { readHit as hitOf } from '../../hub/hits/read-hit.ts';
import { readShared as sharedOf } from '../../hub/hits/read-shared.ts';
import { requestContent as request } from '../../hub/hits/request-content.ts';
import { type Wired, wire } from '../asked.ts';

export const hitRoutes: readonly Wired[] = [
  wire(listHits, async ({ hub, caller, query, page }) => {
    const { partner, side, type, other, state } = query;
    const { limit, after, next } = page();
    const found = await hitsOf(hub, caller, {
      ...{ partner, side, type, other, limit },
      states: state === undefined ? undefined : [state],
      after: after === null ? undefined : (JSON.parse(after) as HitCursor),
    });
    const end = found.next === null ? null : JSON.stringify(found.next);
    return { items: found.items.map(shown), next: next(end) };
  }),
  wire(readHit, async ({ hub, caller, parameters }) => {
    const { hit, steps, consent } = await hitOf(hub, caller, parameters);
    return { hit: shown(hit), steps, consent };
  }),
  wire(requestContent, async ({ hub, caller, parameters, body }) => {
    await request(hub, caller, { ...parameters, ...body });
    return undefined;
  }),
  wire(answerHit, async ({ hub, caller, parameters, body }) => {
    await answer(hub, caller, { ...parameters, ...body });
    return undefined;
  }),
  wire(endConsent, async ({ hub, caller, parameters }) => {
    await end(hub, caller, parameters);
    return undefined;
  }),
  wire(readShared, ({ hub, caller, parameters, query }) =>
    sharedOf(hub, caller, { ...parameters, ...query }),
  ),
  wire(countHits, async ({ hub, caller, query }) => ({ items: await countsOf(hub, caller, query) })),
  wire(listAnswerTimes, async ({ hub, caller }) => ({ items: await timesOf(hub, caller) })),
];

function shown(hit: ListedHit) {
  return { ...hit, own: hit.own.map((id) => `record-${id}`) };
}
