import type { LegalProfile } from './legal-profile.ts';

const subjects = ['suspect', 'convicted', 'potential-offender'] as const;
/** Identifying information on others is labelled as such and never a ground of suspicion: 63 FR 71752 (1998). */
const others = ['contact', 'victim', 'witness', 'informant'] as const;
const everybody = [...subjects, ...others] as const;
const protectedOnes = ['victim', 'witness', 'informant'] as const;

/** 28 CFR Part 23, the standard for criminal intelligence systems that several jurisdictions share. */
export const us28cfr23: LegalProfile = {
  id: 'us-28cfr23',
  title: 'United States: criminal intelligence systems',
  law: '28 CFR Part 23 (58 FR 48452) with the policy clarification of 1998 (63 FR 71752)',
  purposes: {
    'cross-check': {
      categories: subjects,
      needNecessity: [],
      minors: 'never',
      uncategorised: false,
      source: '28 CFR 23.20(a) and (e): criminal subjects, for those with a right and a need to know',
    },
    'strategic-analysis': {
      categories: everybody,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: false,
      source: '28 CFR 23.20(f)(1); persons who are not criminal subjects under pseudonyms, 63 FR 71752',
    },
    'operational-analysis': {
      categories: everybody,
      needNecessity: protectedOnes,
      minors: 'necessity',
      uncategorised: false,
      source: '28 CFR 23.20(e): a need to know in a named investigation; 63 FR 71752 for those not suspected',
    },
    exchange: {
      categories: everybody,
      needNecessity: protectedOnes,
      minors: 'necessity',
      uncategorised: false,
      source: '28 CFR 23.20(e) and (f)(1)',
    },
    categorisation: {
      categories: everybody,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: true,
      source: '28 CFR 23.20(a) and (g): what is submitted is checked before it is entered',
    },
    oversight: {
      categories: everybody,
      needNecessity: [],
      minors: 'allowed',
      uncategorised: true,
      source: '28 CFR 23.20(g) and 23.40: audit and inspection',
    },
  },
  handling: {
    H0: 'For law enforcement with a right and a need to know (23.20(e))',
    H1: 'Not for use in court without the permission of the submitting agency',
    H2: 'Not to be passed on without the permission of the submitting agency (23.20(f), (g))',
    H3: 'Other restrictions of the submitting agency, in words (23.20(g))',
  },
  clocks: [
    {
      id: 'categorise',
      title: 'Tell criminal subjects from others',
      source:
        '28 CFR 23.20(a); one year for temporary files after the LEIU Criminal Intelligence File Guidelines',
      concerns: { uncategorised: true },
      from: 'receipt',
      period: 'P1Y',
      otherwise: 'erase',
      decisions: [],
    },
    {
      id: 'validate',
      title: 'Validate that it still meets the criteria of submission, or purge it',
      source: '28 CFR 23.20(h)',
      from: 'receipt',
      period: 'P5Y',
      again: 'P5Y',
      otherwise: 'erase',
      decisions: ['validated'],
    },
    {
      id: 'owner-expiry',
      title: 'Purge on the day that the submitting agency laid down',
      source: '28 CFR 23.20(h): the retention period of the submission',
      from: 'expiry',
      period: 'P0D',
      otherwise: 'erase',
      decisions: [],
    },
  ],
  erasure: {
    owner: '28 CFR 23.20(h)',
    supervisor: '28 CFR 23.40',
    'data-subject': '28 CFR 23.20(h): misleading, obsolete or otherwise unreliable',
    'not-needed': '28 CFR 23.20(h)',
    unlawful: '28 CFR 23.20(a), (b) and (d)',
  },
  // The ontology has no property for views, beliefs or associations; free text about a person or a firm can hold them.
  refusedProperties: ['person.note', 'organization.note'],
  demands: [
    { kind: 'reasonable-suspicion', source: '28 CFR 23.20(a) and (c)' },
    { kind: 'category', source: '28 CFR 23.20(a); 63 FR 71752' },
  ],
};
