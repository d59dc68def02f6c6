import type { Detector } from '../detector.ts';
import { gatherBearings } from '../documents/bearings.ts';
import { tellGrounds, testGrounds } from '../documents/breeder-grounds.ts';
import { areUnrelated } from '../documents/different-people.ts';
import { tellBreeders } from '../documents/one-ground.ts';
import { testBearings } from '../documents/several-bearers.ts';
import { gatherUses } from '../facilitators/uses.ts';
import { family, inTurn } from '../families.ts';

export const breederDocuments: Detector = {
  id: 'breeder-documents',
  title: 'Breeder documents',
  explain:
    'Identity documents of different people that rest on one birth certificate or registry extract, or bear one ' +
    'photograph by an examiner’s reference, and no family name in common: chance is that of slips and of numbers given ' +
    'twice. And documents of one address or one sponsor, where those who carry them are of different networks ' +
    'more than chance explains: a reception centre or a large employer, with people of no network, does not stand out.',
  otherwise: [
    'One extract that rightly tells of several people: of a home, an adoption, a naturalisation of a group.',
    'Registers that number by year and town, where the town was left out.',
    'One person who changed name, and dates that were corrected.',
    'An address or a sponsor that many have who came together, with nothing wrong in it.',
  ],
  kinds: {
    basis: 'Documents of several people on one breeder document',
    photograph: 'One photograph in documents of several people',
    address: 'Documents of several networks on one address',
    sponsor: 'Documents of several networks on one sponsor',
  },
  research: [
    'ORIGINS: Recommendations for reliable breeder documents restoring e-passport confidence, EU FP7 607663 (2017)',
    'ICAO: Guide on Evidence of Identity (2018), on breeder documents',
    'ICAO Doc 9303: Machine Readable Travel Documents, part 3 (2021), on numbers and validity',
    'Saracco, Di Clemente, Gabrielli, Squartini: Randomizing bipartite networks, Sci. Rep. 5, 10595 (2015)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
    'Döhler, Durand, Roquain: New FDR bounds for discrete and heterogeneous tests, Electron. J. Stat. 12, 1867 (2018)',
  ],
  standing: 'untested',
  looksAt: ['document'],
  gathers: [gatherUses, gatherBearings],
  // What belongs to one person, and what several may have, are tested in different ways.
  detect: inTurn('breeder documents', [
    family({
      look: (lake) => testBearings(lake, ['basis', 'photograph'], areUnrelated),
      tell: (lake, found, { tested }) =>
        tellBreeders(lake, found, { tested, otherwise: breederDocuments.otherwise }),
    }),
    family({
      look: testGrounds,
      tell: (lake, found, { tested }) =>
        tellGrounds(lake, found, { tested, otherwise: breederDocuments.otherwise }),
    }),
  ]),
};
