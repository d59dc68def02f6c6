import type { Detector } from './detector.ts';
import { advertCampaigns } from './detectors/advert-campaigns.ts';
import { circuits } from './detectors/circuits.ts';
import { documentSeries } from './detectors/document-series.ts';
import { funnelAccounts } from './detectors/funnel-accounts.ts';
import { netting } from './detectors/netting.ts';
import { payDeductions } from './detectors/pay-deductions.ts';
import { sharedFacilitators } from './detectors/shared-facilitators.ts';
import { wagesToControllers } from './detectors/wages-to-controllers.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = [
  sharedFacilitators,
  advertCampaigns,
  circuits,
  wagesToControllers,
  payDeductions,
  funnelAccounts,
  netting,
  documentSeries,
];
