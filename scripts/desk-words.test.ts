// What the engine says by a code, the desk must have words for: neither package may import the other.

import { expect, test } from 'vitest';
import english from '../packages/desk/src/words/messages/en.json' with { type: 'json' };
import { breederDocuments } from '../packages/engine/src/findings/detectors/breeder-documents.ts';
import { documentSeries } from '../packages/engine/src/findings/detectors/document-series.ts';
import { documentSuppliers } from '../packages/engine/src/findings/detectors/document-suppliers.ts';
import { sharedDocuments } from '../packages/engine/src/findings/detectors/shared-documents.ts';
import { sharedFacilitators } from '../packages/engine/src/findings/detectors/shared-facilitators.ts';
import { detectors } from '../packages/engine/src/findings/detectors.ts';
import { groundTold } from '../packages/engine/src/findings/documents/breeder-grounds.ts';
import { seriesTold } from '../packages/engine/src/findings/documents/document-series.ts';
import { breederTold } from '../packages/engine/src/findings/documents/one-ground.ts';
import { numberTold } from '../packages/engine/src/findings/documents/shared-numbers.ts';
import { supplierTold } from '../packages/engine/src/findings/documents/supplier-customers.ts';
import {
  type FacilitatorFigures,
  facilitatorReason,
} from '../packages/engine/src/findings/facilitators/facilitator-reason.ts';
import type { Told } from '../packages/engine/src/findings/told.ts';
import { levelCode } from '../packages/engine/src/resolution/model.ts';
import { typeModels } from '../packages/engine/src/resolution/models/type-models.ts';
import { profiles } from '../packages/model/src/terms/profiles/profiles.ts';

const missing = (ids: readonly string[]) => ids.filter((id) => !Object.hasOwn(english, id));

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

/** Every value that the message asks for is given: it is formatted with them. */
function expectSaid(code: string, values: Readonly<Record<string, unknown>>): void {
  const message = (english as Readonly<Record<string, string>>)[`reason.${code}`] ?? '';
  const asked = [...message.matchAll(/\{(\w+)\b(?=[,}])/g)].map(([, id]) => id ?? '');
  expect(asked.length, code).toBeGreaterThan(0);
  expect(Object.keys(values), code).toEqual(expect.arrayContaining(asked));
}

test.each([
  ['a thing of networks', figures],
  ['a thing of crime areas', { ...figures, networks: 1, chance: 1e-12 }],
  ['a person', { ...figures, cases: 5, chance: 1e-12 }],
  ['a person, by chance', { ...figures, cases: 5, protected: 0, both: 0 }],
])('why %s is a lead can be said in every language of the desk', (_what, given) => {
  const { sentences, said, otherwise } = facilitatorReason(given, sharedFacilitators);
  expect(said).toHaveLength(sentences.length);
  for (const { code, values } of said ?? []) expectSaid(code, values);
  const words = otherwise.map((_sentence, index) => `otherwise.shared-facilitators.${index + 1}`);
  expect(words.map((id) => (english as Readonly<Record<string, string>>)[id])).toEqual(otherwise);
});

test('what a detector asks to mind before anything is done is said in every language of the desk', () => {
  const asked = detectors.flatMap(({ id, cautions = [] }) =>
    cautions.map((words, index) => ({ id: `caution.${id}.${index + 1}`, words })),
  );
  expect(asked.length).toBeGreaterThan(0);
  const said = asked.map(({ id }) => ({ id, words: (english as Readonly<Record<string, string>>)[id] }));
  expect(said).toEqual(asked);
});

const papers = {
  ...{ chance: 0.0001, chanceCorrected: 0.01, tested: 1200, protected: 1, hidden: 1, others: 2 },
  ...{ people: 5, members: 4, networks: 2, involved: 4, forged: 3, rows: 7, files: 2, returns: 1, atOnce: 1 },
  ...{ areas: ['thb-sexual', 'document-fraud'], marks: 2, runs: 1, grounds: 1, usual: 0.2, cases: null },
};
const group = { ...papers, type: 'address', provider: 1n, documents: 6 };

test.each<[string, readonly Told[]]>([
  ['documents in a series', seriesTold({ ...papers, documents: [1n, 2n, 3n], span: 4 }, 1200)],
  ['a document in several hands', numberTold(papers)],
  ['a breeder document', breederTold({ ...papers, sort: 'basis', documents: 4 })],
  ['a photograph', breederTold({ ...papers, sort: 'photograph', documents: 4 })],
  ['an address of networks', groundTold(group)],
  ['a sponsor of networks', groundTold({ ...group, type: 'sponsor' })],
  ['a supplier', supplierTold({ ...group, chance: 1e-12 })],
])('why %s is a lead can be said in every language of the desk', (_what, told) => {
  for (const { code, values } of told) expectSaid(code, values);
});

test.each([documentSeries, sharedDocuments, breederDocuments, documentSuppliers])(
  'what else could explain it can be said of $id',
  ({ id, otherwise }) => {
    const words = otherwise.map((_sentence, index) => `otherwise.${id}.${index + 1}`);
    expect(words.map((word) => (english as Readonly<Record<string, string>>)[word])).toEqual(otherwise);
  },
);

test('a chance that is as good as none is told as a bound', () => {
  const { said } = facilitatorReason({ ...figures, chance: 0, chanceCorrected: 0 }, sharedFacilitators);
  const valuesOf = (code: string) => said?.find((each) => each.code === code)?.values;
  expect(valuesOf('facilitator.chanceLeast')).toEqual({ times: 1_000_000_000 });
  expect(valuesOf('facilitator.tested')).toEqual({ tested: 1200, share: 0.001 });
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
