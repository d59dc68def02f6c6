import { gatherCalls } from '../calls/gather-calls.ts';
import { lawfulGround } from '../calls/lawful.ts';
import { gatherNumbers, testOneUser } from '../calls/one-user.ts';
import { tellOneUser } from '../calls/one-user-told.ts';
import type { Detector } from '../detector.ts';
import { family, inTurn } from '../families.ts';

export const severalHandsets: Detector = {
  id: 'several-handsets',
  title: 'Several numbers of one user',
  explain:
    'Two phone numbers that one person seems to use: carried together, in the same cell in every hour in which both call and ' +
    'never at two places, or one taking over when the other falls silent. Both have contacts in common and never speak ' +
    'with one another, as couples and families do. Chance is measured by letting each go where it usually is at such a time, so ' +
    'that colleagues and households are as expected, and by finding contacts through contacts, so that one circle of people has ' +
    'as many in common as it makes likely; tested are numbers with two contacts in common. ' +
    lawfulGround,
  otherwise: [
    'Two people who are always together and never need to call one another, such as a couple or a driver and a passenger.',
    'A number that was given to somebody else, or that the operator reassigned.',
    'A second number for work, or for another country: common, and no sign of a crime.',
    'A victim’s phone that is carried by whoever controls the victim.',
  ],
  kinds: { 'carried-together': 'Two numbers carried together', 'taken-over': 'A number that takes over' },
  research: [
    'Song, Qu, Blumm, Barabási: Limits of predictability in human mobility, Science 327, 1018 (2010)',
    'de Montjoye, Hidalgo, Verleysen, Blondel: Unique in the crowd, Sci. Rep. 3, 1376 (2013), on how few places tell a user',
    'Ferrara, De Meo, Catanese, Fiumara: Detecting criminal organizations in mobile phone networks, Expert Syst. Appl. 41 (2014)',
    'Kossinets, Watts: Empirical analysis of an evolving social network, Science 311, 88 (2006)',
    'Kumpula, Onnela, Saramäki, Kaski, Kertész: Emergence of communities in weighted networks, Phys. Rev. Lett. 99, 228701 (2007)',
    'Hoeffding: On the distribution of the number of successes in independent trials, Ann. Math. Stat. 27, 713 (1956)',
    'Court of Justice of the EU, C-793/19 SpaceNet (2022), and Directive (EU) 2016/680, Art. 8, on traffic data and its use',
  ],
  standing: 'untested',
  looksAt: ['communication'],
  gathers: [gatherCalls, gatherNumbers],
  detect: inTurn('numbers of one user', [
    family({
      look: testOneUser,
      tell: (lake, found, { tested }) =>
        tellOneUser(lake, found, { tested, otherwise: severalHandsets.otherwise }),
    }),
  ]),
};
