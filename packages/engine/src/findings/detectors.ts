import type { Detector } from './detector.ts';
import { advertCampaigns } from './detectors/advert-campaigns.ts';
import { circuits } from './detectors/circuits.ts';
import { sharedFacilitators } from './detectors/shared-facilitators.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = [sharedFacilitators, advertCampaigns, circuits];
