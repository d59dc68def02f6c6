import type { LegalProfile } from './legal-profile.ts';

const annexA = ['suspect', 'convicted', 'potential-offender'] as const;
const annexB = [...annexA, 'contact', 'victim', 'witness', 'informant'] as const;
const protectedOnes = ['victim', 'witness', 'informant'] as const;

/** Regulation (EU) 2016/794 as amended by Regulation (EU) 2022/991. */
export const euEuropol: LegalProfile = {
  id: 'eu-europol',
  title: 'European Union: Europol Regulation',
  law: 'Regulation (EU) 2016/794 as amended by Regulation (EU) 2022/991',
  purposes: {
    'cross-check': {
      categories: annexA,
      needNecessity: [],
      minors: 'never',
      uncategorised: false,
      source: 'Article 18(2)(a), Annex II.A, Article 30(3)',
    },
    'strategic-analysis': {
      categories: annexB,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: false,
      source: 'Article 18(2)(b), Annex II.B; protected persons under pseudonyms only, Article 30(1)',
    },
    'operational-analysis': {
      categories: annexB,
      needNecessity: protectedOnes,
      minors: 'necessity',
      uncategorised: false,
      source: 'Article 18(2)(c) and (3), Article 30(1)',
    },
    exchange: {
      categories: annexB,
      needNecessity: protectedOnes,
      minors: 'necessity',
      uncategorised: false,
      source: 'Article 18(2)(d), Article 30(1)',
    },
    categorisation: {
      categories: annexB,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: true,
      source: 'Article 18(6a)',
    },
    oversight: {
      categories: annexB,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: true,
      source: 'Articles 41 and 41a',
    },
  },
  clocks: [],
  refusedProperties: [],
  demands: [],
};
