import {
  listReviewPairs,
  measureAgreement,
  previewJudgement,
  readMerges,
  readReviewPair,
} from '@clew/model/contract/review.ts';
import { idText } from '@clew/model/ids.ts';
import { readMerges as mergesOf } from '../../hub/entities/read-merges.ts';
import { listReviewPairs as list, type ReviewPosition } from '../../hub/review/list-review-pairs.ts';
import { measureAgreement as agreement } from '../../hub/review/measure-agreement.ts';
import { previewJudgement as preview } from '../../hub/review/preview-judgement.ts';
import { readReviewPair as read } from '../../hub/review/read-review-pair.ts';
import { type Wired, wire } from '../asked.ts';
import { numberOf } from '../number-of.ts';
import { pageOfView } from '../page-of-list.ts';

export const reviewRoutes: readonly Wired[] = [
  wire(listReviewPairs, ({ hub, caller, query, page }) => {
    const asked = page();
    return pageOfView(asked, async (at) => {
      const after = at === null ? undefined : (JSON.parse(at) as ReviewPosition);
      const { view, items, next } = await list(hub, caller, { limit: asked.limit, type: query.type, after });
      return { view, items: items.map(named), next: next === null ? null : JSON.stringify(next) };
    });
  }),
  wire(readReviewPair, async ({ hub, caller, parameters }) =>
    named(await read(hub, caller, { a: numberOf(parameters.a), b: numberOf(parameters.b) })),
  ),
  wire(previewJudgement, async ({ hub, caller, parameters, query }) => {
    const pair = { a: numberOf(parameters.a), b: numberOf(parameters.b) };
    const { type, before, after, hits, ...rest } = await preview(hub, caller, { ...pair, ...query });
    const groups = (given: typeof before) =>
      given.map(({ id, records }) => ({ id: idText(type, id), records }));
    return {
      ...rest,
      before: groups(before),
      after: groups(after),
      hits: hits.map((hit) => ({ ...hit, entity: idText(hit.type, hit.entity) })),
    };
  }),
  wire(readMerges, async ({ hub, caller, parameters }) => {
    const { type, records, judgements } = await mergesOf(hub, caller, { id: numberOf(parameters.entity) });
    return {
      records: records.map(({ subject, to, ...record }) => ({
        ...record,
        subject: idText(type, subject),
        to: to === null ? null : idText(type, to),
      })),
      judgements: judgements.map((judgement) => named({ ...judgement, type })),
    };
  }),
  wire(measureAgreement, ({ hub, caller }) => agreement(hub, caller)),
];

/** With ids as people see them. */
function named<T extends { readonly a: bigint; readonly b: bigint; readonly type: string }>(pair: T) {
  return { ...pair, a: idText(pair.type, pair.a), b: idText(pair.type, pair.b) };
}
