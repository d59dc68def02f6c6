import { handlingCodes } from '../codes.ts';
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
  handling: handlingCodes,
  clocks: [
    {
      id: 'categorise',
      title: 'Put every person in a category',
      source: 'Article 18(6a); EDPS decision of 3 January 2022 (six months)',
      concerns: { uncategorised: true },
      from: 'receipt',
      period: 'P6M',
      extension: { period: 'P12M', longest: 'P3Y' },
      otherwise: 'erase',
      decisions: ['extend'],
    },
    {
      id: 'inform-protected',
      title: 'Tell the data protection officer of protected persons and minors',
      source: 'Article 30(1) and (2a)',
      concerns: { categories: protectedOnes, minors: true },
      from: 'receipt',
      period: 'P0D',
      otherwise: 'notice',
      decisions: [],
    },
    {
      id: 'review',
      title: 'Review whether it is still needed',
      source: 'Article 31(2)',
      from: 'receipt',
      period: 'P3Y',
      again: 'P3Y',
      otherwise: 'erase',
      decisions: ['keep'],
    },
    {
      id: 'inform-supervisor',
      title:
        'Tell the European Data Protection Supervisor of protected persons and minors kept over five years',
      source: 'Article 31(3)',
      concerns: { categories: protectedOnes, minors: true },
      from: 'receipt',
      period: 'P5Y',
      otherwise: 'notice',
      decisions: ['noticed'],
    },
    {
      id: 'owner-expiry',
      title: 'Erase on the day that the owner laid down',
      source: 'Article 31(4) and Article 19(2)',
      from: 'expiry',
      period: 'P0D',
      otherwise: 'erase',
      decisions: [],
    },
  ],
  erasure: {
    owner: 'Article 19(2) and Article 31(4)',
    supervisor: 'Article 43(3)(e)',
    'data-subject': 'Article 37; Regulation (EU) 2018/1725, Article 82',
    'not-needed': 'Article 31(1)',
    unlawful: 'Regulation (EU) 2018/1725, Article 82(2)',
  },
  refusedProperties: [],
  demands: [],
};
