// What the detectors of documents say by a code, the desk must have words for: neither package may import the other.

import { test } from 'vitest';
import { breederDocuments } from '../packages/engine/src/findings/detectors/breeder-documents.ts';
import { documentSeries } from '../packages/engine/src/findings/detectors/document-series.ts';
import { documentSuppliers } from '../packages/engine/src/findings/detectors/document-suppliers.ts';
import { sharedDocuments } from '../packages/engine/src/findings/detectors/shared-documents.ts';
import { groundTold } from '../packages/engine/src/findings/documents/breeder-grounds.ts';
import { seriesTold } from '../packages/engine/src/findings/documents/document-series.ts';
import { breederTold } from '../packages/engine/src/findings/documents/one-ground.ts';
import { numberTold } from '../packages/engine/src/findings/documents/shared-numbers.ts';
import { supplierTold } from '../packages/engine/src/findings/documents/supplier-customers.ts';
import type { Told } from '../packages/engine/src/findings/told.ts';
import { expectOtherwise, expectSaid } from './desk-said.ts';

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
    expectOtherwise(id, otherwise);
  },
);
