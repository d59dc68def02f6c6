// In: a finding as the contract gives it. Out: the picture of its detector, loaded when the first of its kind is shown.
// Invariant: what a picture shows is said in words too, by the picture's own list or by the panel around it.

import { lazy } from 'react';
import type { Picture } from './picture.ts';

const moneyFlow = lazy(async () => ({ default: (await import('./money-flow.tsx')).MoneyFlow }));

/** Pictures by the detector's id. A detector that is not here has none. */
export const pictures: Readonly<Record<string, Picture>> = {
  'advert-campaigns': lazy(async () => ({
    default: (await import('./advert-campaign.tsx')).AdvertCampaign,
  })),
  'arrest-responses': lazy(async () => ({
    default: (await import('./counts-over-time.tsx')).CountsOverTime,
  })),
  'breeder-documents': lazy(async () => ({ default: (await import('./shared-papers.tsx')).SharedPapers })),
  circuits: lazy(async () => ({ default: (await import('./circuit-way.tsx')).CircuitWay })),
  'contact-with-minors': lazy(async () => ({
    default: (await import('./contact-stages.tsx')).ContactStages,
  })),
  'coordination-from-afar': lazy(async () => ({
    default: (await import('./side-by-side.tsx')).SideBySide,
  })),
  'document-series': lazy(async () => ({
    default: (await import('./document-numbers.tsx')).DocumentNumbers,
  })),
  'several-handsets': lazy(async () => ({ default: (await import('./side-by-side.tsx')).SideBySide })),
  'document-suppliers': lazy(async () => ({
    default: (await import('./between-networks.tsx')).BetweenNetworks,
  })),
  'shared-documents': lazy(async () => ({ default: (await import('./plain-table.tsx')).PlainTable })),
  'shared-facilitators': lazy(async () => ({
    default: (await import('./between-networks.tsx')).BetweenNetworks,
  })),
  'funnel-accounts': moneyFlow,
  netting: moneyFlow,
  'pay-deductions': moneyFlow,
  'wages-to-controllers': moneyFlow,
};
