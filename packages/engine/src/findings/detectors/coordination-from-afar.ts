import { gatherPresence, testFromAfar } from '../calls/from-afar.ts';
import { tellFromAfar } from '../calls/from-afar-told.ts';
import { gatherCalls } from '../calls/gather-calls.ts';
import { lawfulGround } from '../calls/lawful.ts';
import type { Detector } from '../detector.ts';
import { family, inTurn } from '../families.ts';

export const coordinationFromAfar: Detector = {
  id: 'coordination-from-afar',
  title: 'Coordination from afar',
  explain:
    'Somebody with whom at least half of the members of a network speak, three or more, who holds members together that do ' +
    'not speak with one another, and who was never where the network is although it is known where they were. ' +
    'Only calls before the first arrest in the network count: afterwards lawyers and relatives speak with all of them. ' +
    'Chance is measured twice, and the less unlikely counts: by finding as many contacts through contacts, so that whoever is near ' +
    'in one town, family or trade is as likely as they make one another, and by having them at the places of the network as ' +
    'often as its members. ' +
    lawfulGround,
  otherwise: [
    'A relative of several members, or somebody at home whom all of them call.',
    'A taxi office, a shop, a moneychanger or a helpdesk of whose customers only these are on file.',
    'A lawyer, a doctor, a counsellor or a journalist, whose calls the law protects: have the calls deleted.',
    'Somebody who was there without a phone, or with another one.',
  ],
  kinds: { coordinator: 'Central in calls, never at the places' },
  research: [
    'Everett, Borgatti: Ego network betweenness, Soc. Networks 27, 31 (2005)',
    'Morselli: Assessing vulnerable and strategic positions in a criminal network, J. Contemp. Crim. Justice 26, 382 (2010)',
    'Natarajan: Understanding the structure of a large heroin distribution network, J. Quant. Criminol. 22, 171 (2006)',
    'Kossinets, Watts: Empirical analysis of an evolving social network, Science 311, 88 (2006)',
    'Kumpula, Onnela, Saramäki, Kaski, Kertész: Emergence of communities in weighted networks, Phys. Rev. Lett. 99, 228701 (2007)',
    'Chen, Dempster, Liu: Weighted finite population sampling to maximize entropy, Biometrika 81, 457 (1994)',
    'Court of Justice of the EU, C-793/19 SpaceNet (2022), and Directive (EU) 2016/680, Art. 8, on traffic data and its use',
  ],
  standing: 'untested',
  looksAt: ['communication'],
  gathers: [gatherCalls, gatherPresence],
  detect: inTurn('coordination from afar', [
    family({
      look: testFromAfar,
      tell: (lake, found, { tested }) =>
        tellFromAfar(lake, found, { tested, otherwise: coordinationFromAfar.otherwise }),
    }),
  ]),
};
