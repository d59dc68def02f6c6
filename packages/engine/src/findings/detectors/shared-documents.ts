import type { Detector } from '../detector.ts';
import { gatherBearings } from '../documents/bearings.ts';
import { type IsApart, isReissued, mayBeInOnePassport } from '../documents/different-people.ts';
import { testBearings } from '../documents/several-bearers.ts';
import { tellSharedNumbers } from '../documents/shared-numbers.ts';
import { family, inTurn } from '../families.ts';

/** Two who may not both have a right to it: neither a parent's passport with a child in it nor a number given out anew. */
const areDifferent: IsApart = (one, other, all) =>
  !mayBeInOnePassport(one, other, all) && !isReissued(one, other);

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
  detect: inTurn('shared documents', [
    family({
      look: (lake) => testBearings(lake, ['number'], areDifferent),
      tell: (lake, found, { tested }) =>
        tellSharedNumbers(lake, found, { tested, otherwise: sharedDocuments.otherwise }),
    }),
  ]),
};
