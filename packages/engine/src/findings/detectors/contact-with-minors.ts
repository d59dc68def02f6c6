import { tellContacts } from '../contacts/contact-evidence.ts';
import { testContacts } from '../contacts/contact-test.ts';
import { conversationsIn, gatherMessages } from '../contacts/conversations.ts';
import type { Detector } from '../detector.ts';
import { family, inTurn } from '../families.ts';

export const contactWithMinors: Detector = {
  id: 'contact-with-minors',
  title: 'One adult, many minors',
  explain:
    'An account of an adult that writes first to at least three accounts of minors and asks each for three things or more, ' +
    'in whatever order: a detail (age, school, home, a picture), and whether the child is alone or that nobody be told; or ' +
    'leads to another channel, an offer or a meeting. What a message asks for is told by wordings in five languages; what ' +
    'the minors write is not read. Chance is measured by drawing what the messages ask for as accounts of other adults ask ' +
    'who write to as many minors, while every account keeps whom it writes to and how much. An account that passes for a child’s is not found.',
  otherwise: [
    'Work with children: outreach, counselling or youth work, where asking whether a child is alone and safe is the task.',
    'A trainer, teacher or club that writes one text to all, with a team’s channel and a meeting point.',
    'A relative, or somebody hardly older than those written to.',
    'An account that several people use, or that somebody else took over.',
    'A report that holds only what was thought suspicious: what else the account writes is not on file.',
  ],
  kinds: { contacts: 'Contacts with minors in stages' },
  research: [
    'O’Connell: A typology of cybersexploitation and on-line grooming practices (2003), on the stages',
    'Black, Wollis, Woodworth, Hancock: A linguistic analysis of grooming strategies, Child Abuse & Neglect 44, 140 (2015): the stages are there, their order is not; so no order is asked for',
    'Whittle, Hamilton-Giachritsis, Beech, Collings: A review of online grooming, Aggression and Violent Behavior 18, 62 (2013)',
    'Lorenzo-Dus, Izura, Pérez-Tattam: Understanding grooming discourse, Discourse, Context and Media 12, 40 (2016)',
    'Kontostathis and others: Comparison of rule-based to human analysis of chat logs, on wordings by rules',
    'Lanzarote Committee: Opinion on Article 23 of the Lanzarote Convention, T-ES(2015)04; Directive 2011/93/EU, Article 6',
    'Döhler, Durand, Roquain: New FDR bounds for discrete and heterogeneous tests, Electron. J. Stat. 12, 1867 (2018)',
  ],
  standing: 'untested',
  looksAt: ['communication'],
  gathers: [gatherMessages],
  detect: inTurn('contact with minors', [
    family({
      look: (lake) => testContacts(conversationsIn(lake)),
      tell: (lake, found, { tested }) =>
        tellContacts(lake, found, { tested, otherwise: contactWithMinors.otherwise }),
    }),
  ]),
};
