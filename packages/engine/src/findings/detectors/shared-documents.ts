import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import type { Detected, Detector } from '../detector.ts';
import { gatherBearings } from '../documents/bearings.ts';
import { isReissued, mayBeInOnePassport } from '../documents/different-people.ts';
import { testBearings } from '../documents/several-bearers.ts';
import { tellSharedNumbers } from '../documents/shared-numbers.ts';
import { keepUnlikelyCounts } from '../keep-unlikely.ts';

export const sharedDocuments: Detector = {
  id: 'shared-documents',
  title: 'One document, several bearers',
  explain:
    'A document number of one issuing country with which people are on file whom names and dates of birth show to be ' +
    'different: a genuine document lent to people who look alike, or copies of one. Not counted as further ' +
    'bearers: who may be the same person, a parent and children, who has it by a slip of the keyboard, and who had ' +
    'it after it had ended for the other. Chance is that of slips and of numbers given twice.',
  otherwise: [
    'One person under two names and dates of birth, one of them invented.',
    'A row of a file that was filled in with the number of the row above.',
    'A number of two countries, where the files do not say which country issued it.',
    'A collective passport or a family’s travel document, in which several people rightly are.',
  ],
  kinds: { bearers: 'One document, several bearers' },
  research: [
    'Frontex: Risk Analysis for 2022/2023, on document fraud at the external borders',
    'ICAO Doc 9303: Machine Readable Travel Documents, part 3 (2021), on numbers and validity',
    'Barchard, Pace: Preventing human error: the impact of data entry methods on data accuracy and statistical results, Comput. Hum. Behav. 27, 1834 (2011)',
    'Döhler, Durand, Roquain: New FDR bounds for discrete and heterogeneous tests, Electron. J. Stat. 12, 1867 (2018)',
  ],
  standing: 'untested',
  looksAt: ['document'],
  gathers: [gatherBearings],
  detect,
};

async function detect(lake: Lake, watch: Watch): Promise<Detected> {
  const tell = (done: number) =>
    watch.onProgress?.({ step: 'shared documents', done, total: 2, unit: 'steps' });
  tell(0);
  const { tested, shared, alike } = await testBearings(
    lake,
    ['number'],
    (one, other, all) => !mayBeInOnePassport(one, other, all) && !isReissued(one, other),
  );
  tell(1);
  const { otherwise } = sharedDocuments;
  const findings = await tellSharedNumbers(lake, keepUnlikelyCounts(shared, alike), { tested, otherwise });
  tell(2);
  return { tested, findings };
}
