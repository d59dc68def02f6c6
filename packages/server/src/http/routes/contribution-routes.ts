import { findPartner } from '@clew/ledger/partners.ts';
import {
  announceUpload,
  changeTerms as changeTermsRoute,
  listContributions,
  putMapping,
  readProblems,
  readTerms as readTermsRoute,
  readUpload,
  sendUpload,
} from '@clew/model/contract/contributions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { checkTerms, contributeFile } from '../../hub/contributions/contribute-file.ts';
import { listContributions as contributionsFor } from '../../hub/contributions/list-contributions.ts';
import { mapContribution } from '../../hub/contributions/map-contribution.ts';
import { readProblems as problemsOf } from '../../hub/contributions/read-problems.ts';
import { changeTerms } from '../../hub/terms/change-terms.ts';
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
    const all = await contributionsFor(hub, caller);
    return pageOfList(page(), all, ({ id }) => id);
  }),
  wire(readProblems, async ({ hub, caller, parameters, page }) => {
    const asked = page();
    // The list is read in one order from its beginning; what was seen before is left out here.
    const offset = asked.after === null ? 0 : Number(asked.after);
    const limit = offset + asked.limit + 1;
    const { counts, problems, rows } = await problemsOf(hub, caller, { ...parameters, limit });
    const items = rows.slice(offset, offset + asked.limit);
    const next = rows.length > offset + asked.limit ? String(offset + asked.limit) : null;
    return { rows: counts, counts: problems, items, next: asked.next(next) };
  }),
  wire(putMapping, async ({ hub, caller, parameters, body }) => {
    await mapContribution(hub, caller, { ...parameters, mapping: body });
    return undefined;
  }),
  wire(readTermsRoute, async ({ hub, caller, parameters }) =>
    shownTerms(await readTerms(hub, caller, parameters)),
  ),
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
