import { gatherArrests, testArrests } from '../calls/arrests.ts';
import { tellArrests } from '../calls/arrests-told.ts';
import { gatherCalls } from '../calls/gather-calls.ts';
import { lawfulGround } from '../calls/lawful.ts';
import type { Detector } from '../detector.ts';
import { family, inTurn } from '../families.ts';

export const arrestResponses: Detector = {
  id: 'arrest-responses',
  title: 'Call pattern after an arrest',
  explain:
    'The calls of those around somebody who was arrested, which change on the very day: they fall silent, or speak more. ' +
    'Who reacts knew of it, and who takes over is often among them. The fortnight before is compared with the fortnight after, ' +
    'beside the calls of all who are around no arrest, so that a holiday or a season that all share is no change; calls with the ' +
    'arrested do not count. The day must be one on which a single change can have been. Chance is measured by asking the same of ' +
    'every other day between the first call of these people and their last, and of other people on that day; the less unlikely of ' +
    'the two counts. ' +
    lawfulGround,
  otherwise: [
    'Family and friends who hear of an arrest speak more, or less, without any part in a crime.',
    'A holiday, a harvest or a move that only these people share and that fell on the same day.',
    'The order under which the metadata was supplied began or ended about that day.',
    'Numbers that were seized with the arrested.',
  ],
  kinds: { 'fell-silent': 'Silent after an arrest', 'called-more': 'More calls after an arrest' },
  research: [
    'Duijn, Kashirin, Sloot: The relative ineffectiveness of criminal network disruption, Sci. Rep. 4, 4238 (2014)',
    'Morselli, Petit: Law-enforcement disruption of a drug importation network, Global Crime 8, 109 (2007)',
    'Siegmund: Confidence sets in change-point problems, Int. Stat. Rev. 56, 31 (1988)',
    'Devlin, Roeder: Genomic control for association studies, Biometrics 55, 997 (1999)',
    'Phipson, Smyth: Permutation P-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9, 39 (2010)',
    'Court of Justice of the EU, C-793/19 SpaceNet (2022), and Directive (EU) 2016/680, Art. 8, on traffic data and its use',
  ],
  standing: 'untested',
  looksAt: ['communication'],
  gathers: [gatherCalls, gatherArrests],
  detect: inTurn('calls after arrests', [
    family({
      look: testArrests,
      tell: (lake, found, { tested }) =>
        tellArrests(lake, found, { tested, otherwise: arrestResponses.otherwise }),
    }),
  ]),
};
