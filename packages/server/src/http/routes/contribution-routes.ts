import type { ProblemPlace } from '@clew/engine/statements/list-problems.ts';
import type { ContributionCursor } from '@clew/ledger/contributions.ts';
import { findPartner } from '@clew/ledger/partners.ts';
import {
  announceUpload,
  changeTerms as changeTermsRoute,
  listContributions,
  listTerms as listTermsRoute,
  putMapping,
  readContribution,
  readProblems,
  readRecords,
  readTerms as readTermsRoute,
  readUpload,
  sendUpload,
} from '@clew/model/contract/contributions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { checkTerms, contributeFile } from '../../hub/contributions/contribute-file.ts';
import { mapContribution } from '../../hub/contributions/map-contribution.ts';
import { pageContributions as contributionsFor } from '../../hub/contributions/page-contributions.ts';
import { readContribution as contributionOf } from '../../hub/contributions/read-contribution.ts';
import { readProblems as problemsOf } from '../../hub/contributions/read-problems.ts';
import { readRecords as recordsOf } from '../../hub/contributions/read-records.ts';
import { changeTerms } from '../../hub/terms/change-terms.ts';
import { type ListedTerms, listTerms } from '../../hub/terms/list-terms.ts';
import { type ReadTerms, readTerms } from '../../hub/terms/read-terms.ts';
import { type Wired, wire } from '../asked.ts';
import { pageOfList } from '../page-of-list.ts';
import { streamedBody } from '../streamed-body.ts';

export const contributionRoutes: readonly Wired[] = [
  wire(announceUpload, async ({ hub, caller, body, uploads }) => {
    const resource = { kind: 'contribution', id: 'new', owner: body.partner } as const;
    await hub.gate.pass(caller, 'contribution.hand-in', resource);
    const partner = await findPartner(hub.ledger, body.partner);
    if (partner === undefined) {
      throw new Refusal('not-found', 'There is no such partner.', 'An administrator registers partners.');
    }
    checkTerms(hub, body.terms);
    const { fileName, terms, mapping } = body;
    const { person } = caller.actor;
    return { id: uploads.announce({ person, partner, fileName, terms, mapping }) };
  }),
  wire(sendUpload, ({ hub, caller, parameters, raw, limits, uploads }) =>
    uploads.receive(caller.actor.person, parameters.upload, async (announced) => {
      const length = Number(raw.headers.get('content-length') ?? Number.NaN);
      const taken = await contributeFile(hub, caller, {
        ...announced,
        content: streamedBody(raw, limits),
        size: Number.isSafeInteger(length) ? length : null,
        watch: {},
      });
      return { contribution: taken.contribution, outcome: taken.outcome, mapping: taken.mapping };
    }),
  ),
  wire(readUpload, async ({ hub, caller, parameters, uploads }) => {
    const { announced, state, contribution } = uploads.find(caller.actor.person, parameters.upload);
    await hub.gate.pass(caller, 'contribution.hand-in', { kind: 'partner', id: announced.partner.id });
    return { id: parameters.upload, state, contribution };
  }),
  wire(listContributions, async ({ hub, caller, page }) => {
    const { limit, after, next } = page();
    const from = after === null ? undefined : (JSON.parse(after) as ContributionCursor);
    const found = await contributionsFor(hub, caller, { after: from, limit });
    return { items: found.items, next: next(found.next === null ? null : JSON.stringify(found.next)) };
  }),
  wire(readContribution, async ({ hub, caller, parameters }) => {
    const { mapping, ...rest } = await contributionOf(hub, caller, parameters);
    return { ...rest, mapping: JSON.parse(JSON.stringify(mapping)) as never };
  }),
  wire(readRecords, async ({ hub, caller, parameters, page }) => {
    const { limit, after, next } = page();
    const from = after === null ? undefined : Number(after);
    const found = await recordsOf(hub, caller, { ...parameters, after: from, limit });
    return { items: found.records, next: next(found.next === null ? null : String(found.next)) };
  }),
  wire(readProblems, async ({ hub, caller, parameters, page }) => {
    const { limit, after, next } = page();
    const from = after === null ? undefined : (JSON.parse(after) as ProblemPlace);
    const found = await problemsOf(hub, caller, { ...parameters, after: from, limit });
    const { counts, problems, rows } = found;
    const end = found.next === null ? null : JSON.stringify(found.next);
    return { rows: counts, counts: problems, items: rows, next: next(end) };
  }),
  wire(putMapping, async ({ hub, caller, parameters, body }) => {
    await mapContribution(hub, caller, { ...parameters, mapping: body });
    return undefined;
  }),
  wire(readTermsRoute, async ({ hub, caller, parameters }) =>
    shownTerms(await readTerms(hub, caller, parameters)),
  ),
  wire(listTermsRoute, async ({ hub, caller, page }) => {
    const keyOf = ({ partner, words }: ListedTerms) => JSON.stringify([partner, words]);
    return pageOfList(page(), await listTerms(hub, caller), keyOf);
  }),
  wire(changeTermsRoute, async ({ hub, caller, parameters, body }) => {
    const { contribution, changed, effect, told } = await changeTerms(hub, caller, {
      ...parameters,
      change: body,
    });
    return { contribution, changed, effect, told };
  }),
];

/** Terms as plain JSON: what is not stated is left out. */
function shownTerms({ contribution, owner, terms, history }: ReadTerms) {
  const plain = (given: object) => JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
  return {
    contribution,
    owner,
    terms: plain(terms),
    history: history.map((version) => ({ ...version, terms: plain(version.terms) })),
  };
}
