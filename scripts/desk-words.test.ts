// What the engine says by a code, the desk must have words for: neither package may import the other.

import { expect, test } from 'vitest';
import { contactReason } from '../packages/engine/src/findings/contacts/contact-reason.ts';
import { stages } from '../packages/engine/src/findings/contacts/wordings.ts';
import { contactWithMinors } from '../packages/engine/src/findings/detectors/contact-with-minors.ts';
import { sharedFacilitators } from '../packages/engine/src/findings/detectors/shared-facilitators.ts';
import { wagesToControllers } from '../packages/engine/src/findings/detectors/wages-to-controllers.ts';
import { detectors } from '../packages/engine/src/findings/detectors.ts';
import {
  type FacilitatorFigures,
  facilitatorReason,
} from '../packages/engine/src/findings/facilitators/facilitator-reason.ts';
import { branchSeriesLead } from '../packages/engine/src/findings/money/branch-series.ts';
import { funnelLead } from '../packages/engine/src/findings/money/funnels.ts';
import type { Lead } from '../packages/engine/src/findings/money/lead.ts';
import { linkedSendersLead } from '../packages/engine/src/findings/money/linked-senders.ts';
import { nettingLead } from '../packages/engine/src/findings/money/netting.ts';
import { recruitmentFeeLead } from '../packages/engine/src/findings/money/recruitment-fees.ts';
import { moneyRules, wageRule } from '../packages/engine/src/findings/money/rules.ts';
import { sharedPayAccountLead } from '../packages/engine/src/findings/money/shared-pay-accounts.ts';
import { reasonOf } from '../packages/engine/src/findings/money/tell-leads.ts';
import { thresholdLead } from '../packages/engine/src/findings/money/thresholds.ts';
import { paidBackLead, passedOnLead } from '../packages/engine/src/findings/repayments/repayment-leads.ts';
import { levelCode } from '../packages/engine/src/resolution/model.ts';
import { typeModels } from '../packages/engine/src/resolution/models/type-models.ts';
import { profiles } from '../packages/model/src/terms/profiles/profiles.ts';
import { expectOtherwise, expectSaid, words } from './desk-said.ts';

const missing = (ids: readonly string[]) => ids.filter((id) => !Object.hasOwn(words, id));

test('what speaks for and against a pair can be said in every language of the desk', () => {
  const comparisons = typeModels.flatMap((model) => model.comparisons);
  const levels = comparisons.flatMap(({ levels: each }) => each.map(({ title }) => levelCode(title)));
  const together = typeModels.flatMap(({ interactions }) => interactions.map(({ id }) => id));
  expect(missing([...new Set(levels)].map((code) => `evidence.${code}`))).toEqual([]);
  expect(missing([...new Set(together)].map((id) => `interaction.${id}`))).toEqual([]);
  const titles = comparisons.filter(
    ({ id }) => missing([`comparison.${id}`]).length + missing([`property.${id}`]).length === 2,
  );
  expect(titles.map(({ id }) => id)).toEqual([]);
});

const figures: FacilitatorFigures = {
  ...{ what: 'this phone', cases: null, people: 9, members: 6, networks: 2, involved: 4 },
  ...{ areas: ['thb-sexual', 'document-fraud'], usual: 0.2, chance: 0.0001, chanceCorrected: 0.01 },
  ...{ tested: 1200, protected: 1, both: 1 },
  disruption: {
    networks: new Map([
      ['1', { reached: 4, unserved: 3, others: 0 }],
      ['2', { reached: 2, unserved: 0, others: 1 }],
    ]),
    pairsApart: 1,
  },
};

test.each([
  ['a thing of networks', figures],
  ['a thing of crime areas', { ...figures, networks: 1, chance: 1e-12 }],
  ['a person', { ...figures, cases: 5, chance: 1e-12 }],
  ['a person, by chance', { ...figures, cases: 5, protected: 0, both: 0 }],
])('why %s is a lead can be said in every language of the desk', (_what, given) => {
  const { sentences, said, otherwise } = facilitatorReason(given, sharedFacilitators);
  expect(said).toHaveLength(sentences.length);
  for (const { code, values } of said ?? []) expectSaid(code, values);
  expectOtherwise(sharedFacilitators.id, otherwise);
});

test('what a detector asks to mind before anything is done is said in every language of the desk', () => {
  const asked = detectors.flatMap(({ id, cautions = [] }) =>
    cautions.map((words, index) => ({ id: `caution.${id}.${index + 1}`, words })),
  );
  expect(asked.length).toBeGreaterThan(0);
  const said = asked.map(({ id }) => ({ id, words: words[id] }));
  expect(said).toEqual(asked);
});

test.each([0.001, 1e-12])(
  'why contacts with minors are a lead, at a chance of %d, can be said in every language',
  (chance) => {
    const asked = {
      age: 3,
      school: 3,
      home: 0,
      photo: 1,
      alone: 3,
      secrecy: 2,
      move: 3,
      offer: 0,
      meeting: 1,
    };
    const counts = {
      opened: 4,
      others: 2,
      staged: 3,
      channels: ['chatter'],
      expected: 0.1,
      days: 9,
      tested: 40,
    };
    const { otherwise } = contactWithMinors;
    const { said, sentences } = contactReason(
      { ...counts, asked, chance, chanceCorrected: chance },
      otherwise,
    );
    expect(said).toHaveLength(sentences.length);
    for (const { code, values } of said ?? []) expectSaid(code, values);
    expectOtherwise(contactWithMinors.id, otherwise);
    expect(missing(stages.map((stage) => `stage.${stage}`))).toEqual([]);
  },
);

test('a chance that is as good as none is told as a bound', () => {
  const { said } = facilitatorReason({ ...figures, chance: 0, chanceCorrected: 0 }, sharedFacilitators);
  const valuesOf = (code: string) => said?.find((each) => each.code === code)?.values;
  expect(valuesOf('facilitator.chance')).toEqual({ times: 1_000_000_000, least: 'yes' });
  expect(valuesOf('facilitator.tested')).toEqual({ tested: 1200, share: 0.001 });
});

/** What any rule on payments counts. */
const payments = {
  ...{
    employer: 1n,
    controller: 2n,
    agency: 3n,
    account: 4n,
    taker: 5n,
    payer: 6n,
    payments: [7n],
    behind: [7n],
  },
  ...{ workers: 4, passed: 8, came: 4000, went: 3000, days: 2, expected: 0.01, chance: 0.0001 },
  ...{ first: '2025-01-01', last: '2025-02-01', first_came: '2025-01-01', last_came: '2025-02-01' },
  ...{
    first_went: '2025-01-02',
    last_went: '2025-02-02',
    times: 8,
    paid: 9,
    total: 900,
    pay: 1000,
    amount: 900,
  },
  ...{ names: 5, rate: 0.02, followed: 6, places: 4, drawn: 6, drawnPlaces: 1 },
  ...{ stretches: 2, threes: 20, close: 0.00001, linked: 4, senders: 5, combinations: 9 },
  ...{ everybody: 900, having: 4, threshold: 3000, near: 14, below: 14, payers: 6, payees: 6 },
  ...{ matched: 8, between: 10 },
};
const leads: readonly (readonly [string, Lead])[] = [
  passedOnLead(payments),
  passedOnLead({ ...payments, came: null, chance: 0 }),
  paidBackLead(payments),
  recruitmentFeeLead(payments),
  sharedPayAccountLead({ ...payments, payments: 10 }),
  funnelLead(payments),
  branchSeriesLead(payments),
  linkedSendersLead(payments),
  thresholdLead(payments),
  nettingLead(payments),
].map((lead) => [lead.kind, lead]);

test.each(leads)('why %s is a lead can be said in every language of the desk', (kind, lead) => {
  const rule = moneyRules.find(({ id }) => id === kind) ?? wageRule;
  const { sentences, said = [], otherwise } = reasonOf(lead, { tested: 9, chanceCorrected: 0.01, rule });
  expect(said).toHaveLength(sentences.length);
  said.forEach(({ code, values }, index) => {
    expectSaid(code, values);
    if (Object.keys(values).length === 0) expect(words[`reason.${code}`]).toBe(sentences[index]);
  });
  const detector = kind === wageRule.id ? wagesToControllers.id : kind;
  expectOtherwise(detector, otherwise);
});

test('every detector and every kind of its leads has a name', () => {
  const ids = detectors.flatMap(({ id, kinds }) => [
    `detector.${id}`,
    ...Object.keys(kinds).map((kind) => `finding.${kind}`),
  ]);
  expect(missing(ids)).toEqual([]);
});

test('what the law asks for can be said in every language of the desk', () => {
  const clocks = Object.values(profiles).flatMap((profile) => profile.clocks.map(({ id }) => id));
  expect(clocks.length).toBeGreaterThan(0);
  expect(missing([...new Set(clocks)].map((id) => `clock.title.${id}`))).toEqual([]);
});
