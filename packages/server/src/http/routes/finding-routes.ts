import {
  explainPair,
  judgePair,
  listFindings,
  readFindingEvidence,
  reviewFinding,
} from '@clew/model/contract/findings.ts';
import { idText } from '@clew/model/ids.ts';
import { listFindings as findingsOf } from '../../hub/findings/list-findings.ts';
import { readFindingEvidence as evidenceBehind } from '../../hub/findings/read-finding-evidence.ts';
import { reviewFinding as review } from '../../hub/findings/review-finding.ts';
import { explainPair as explain } from '../../hub/pairs/explain-pair.ts';
import { judgePair as judge } from '../../hub/pairs/judge-pair.ts';
import { type Wired, wire } from '../asked.ts';
import { evidenceShown, findingShown } from '../dossier-shown.ts';
import { numberOf } from '../number-of.ts';
import { pageOfView } from '../page-of-list.ts';

export const findingRoutes: readonly Wired[] = [
  wire(listFindings, ({ hub, caller, query, page }) => {
    const asked = page();
    return pageOfView(asked, async (at) => {
      const after = at === null ? undefined : numberOf(at);
      const { cursor: _cursor, limit: _limit, chance: mostChance, ...chosen } = query;
      const wanted = { ...chosen, mostChance, after, limit: asked.limit + 1 };
      const { view, findings } = await findingsOf(hub, caller, wanted);
      const items = findings.slice(0, asked.limit).map(findingShown);
      const last = findings.length > asked.limit ? items.at(-1)?.id : undefined;
      return { view, items, next: last ?? null };
    });
  }),
  wire(readFindingEvidence, async ({ hub, caller, parameters, query }) => {
    const asked = { finding: numberOf(parameters.finding), limit: query.limit };
    return evidenceShown(await evidenceBehind(hub, caller, asked));
  }),
  wire(reviewFinding, async ({ hub, caller, parameters, body }) => {
    await review(hub, caller, { finding: numberOf(parameters.finding), ...body });
    return undefined;
  }),
  wire(explainPair, async ({ hub, caller, parameters }) => {
    const asked = { a: numberOf(parameters.a), b: numberOf(parameters.b) };
    const { chain, ...explained } = await explain(hub, caller, asked);
    const pairs = chain.map((pair) => ({
      ...pair,
      a: idText(pair.type, pair.a),
      b: idText(pair.type, pair.b),
    }));
    return { ...explained, chain: pairs };
  }),
  wire(judgePair, async ({ hub, caller, body }) => {
    const { a, b, verdict, reason } = body;
    await judge(hub, caller, { a: numberOf(a), b: numberOf(b), verdict, reason });
    return undefined;
  }),
];
