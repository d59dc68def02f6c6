import { tellCampaigns } from '../campaigns/campaign-evidence.ts';
import { testSpread } from '../campaigns/test-spread.ts';
import type { Detector } from '../detector.ts';
import { family, inTurn } from '../families.ts';

export const advertCampaigns: Detector = {
  id: 'advert-campaigns',
  title: 'Advert campaigns',
  explain:
    'Adverts and recruitment posts of one origin that appear in more places than those of others. Adverts are of one ' +
    'origin when they name the same contact point, in whatever disguise, or when two origins write the same words and ' +
    'it is unlikely that somebody else would. Contact points that stand under everybody’s adverts, and wordings that ' +
    'are passed around, bind nothing. The texts are supplied by partners; none is collected.',
  otherwise: [
    'A person who works freely and travels, or an agency that advertises for many such persons.',
    'A number that was given to somebody else in the meantime, or put into an advert to harm its holder.',
    'A wording that was copied from one advertiser by another.',
    'The same advert handed in by two partners.',
  ],
  kinds: { 'one-origin': 'Adverts of one origin in many places' },
  research: [
    'Lee and others: InfoShield, generalizable information-theoretic human-trafficking detection, ICDE (2021)',
    'Ibanez, Suthers: Detection of domestic human trafficking indicators and movement trends using content available on open internet sources, HICSS (2014)',
    'Solomon and others: indicators of trafficking in online adverts, National Institute of Justice (2024): the same number in many places is a way of linking, no proof; “new in town” speaks against trafficking',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['advert'],
  gathers: [],
  detect: inTurn('advert campaigns', [
    family({
      look: testSpread,
      tell: (lake, found, { tested, rate }) =>
        tellCampaigns(lake, found, { tested, rate, otherwise: advertCampaigns.otherwise }),
    }),
  ]),
};
