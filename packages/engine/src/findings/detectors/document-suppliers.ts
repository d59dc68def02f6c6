import type { Detector } from '../detector.ts';
import { gatherBearings } from '../documents/bearings.ts';
import { tellSuppliers } from '../documents/supplier-customers.ts';
import { testSuppliers } from '../documents/suppliers.ts';
import { gatherUses } from '../facilitators/uses.ts';
import { family, inTurn } from '../families.ts';

export const documentSuppliers: Detector = {
  id: 'document-suppliers',
  title: 'Customers of one document supplier',
  explain:
    'Documents that one supplier made or got, told by a printer’s marks, a run of false numbers, one photograph or one ' +
    'breeder document, and the people who carry them: where they are of several networks, and whether these are in ' +
    'different crime areas. Chance is measured as for shared facilitators: all links spread at random while everybody ' +
    'keeps as many as they have.',
  otherwise: [
    'A supplier who sells to anybody, of whose customers only these are on file.',
    'Two workshops whose marks are alike, or an examiner’s word for marks that cannot be told apart.',
    'Stolen blanks or genuine documents that went through several hands before they were used.',
    'Networks that are one: the files that would bind them are not here.',
  ],
  kinds: {
    customers: 'Customers of one supplier across crime areas',
    'of-networks': 'Customers of one supplier in several networks',
  },
  research: [
    'Europol: Serious and Organised Crime Threat Assessment (2017), on document fraud as an engine of organised crime',
    'Morelato and others: Forensic intelligence from false documents, profiling series and their sources, Forensic Sci. Int. 227 (2013)',
    'Saracco, Di Clemente, Gabrielli, Squartini: Randomizing bipartite networks, Sci. Rep. 5, 10595 (2015)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['document'],
  gathers: [gatherUses, gatherBearings],
  detect: inTurn('document suppliers', [
    family({
      look: testSuppliers,
      tell: (lake, found, { tested, bindings }) =>
        tellSuppliers(lake, found, { tested, bindings, otherwise: documentSuppliers.otherwise }),
    }),
  ]),
};
