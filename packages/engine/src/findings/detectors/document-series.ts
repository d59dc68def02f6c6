import type { Detector } from '../detector.ts';
import { tellSeries, testSeries } from '../documents/document-series.ts';
import { family, inTurn } from '../families.ts';

export const documentSeries: Detector = {
  id: 'document-series',
  title: 'Document series',
  explain:
    'Three documents or more whose numbers follow one another, where examiners found two of them false, or whose ' +
    'bearers belong to different networks: the work of one supplier, and a bridge between cases. ' +
    'Chance is measured by spreading the numbers of a form evenly. Consecutive genuine documents within one network ' +
    'are not reported: families and groups get theirs at one counter.',
  otherwise: [
    'Genuine documents that were issued one after the other: to a family, a group, a consulate’s day.',
    'Stolen blanks of one box that were sold on by different people.',
    'A number that was mistyped, or a file of numbers that were made up to fill a form.',
  ],
  kinds: { series: 'Forged documents with consecutive numbers', bridge: 'Document series between networks' },
  research: [
    'Europol: Serious and Organised Crime Threat Assessment (2017), on document fraud as an engine of organised crime',
    'Morelato and others: Forensic intelligence from false documents, profiling series and their sources, Forensic Sci. Int. 227 (2013)',
    'Naus: The distribution of the size of the maximum cluster of points on a line, J. Am. Stat. Assoc. 60, 532 (1965)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['document'],
  gathers: [],
  detect: inTurn('document series', [
    family({
      look: testSeries,
      tell: (lake, found, { tested }) =>
        tellSeries(lake, found, { tested, otherwise: documentSeries.otherwise }),
    }),
  ]),
};
