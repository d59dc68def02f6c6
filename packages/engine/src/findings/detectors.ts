import type { Detector } from './detector.ts';
import { advertCampaigns } from './detectors/advert-campaigns.ts';
import { breederDocuments } from './detectors/breeder-documents.ts';
import { circuits } from './detectors/circuits.ts';
import { documentSeries } from './detectors/document-series.ts';
import { documentSuppliers } from './detectors/document-suppliers.ts';
import { sharedDocuments } from './detectors/shared-documents.ts';
import { sharedFacilitators } from './detectors/shared-facilitators.ts';
import { wagesToControllers } from './detectors/wages-to-controllers.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = [
  sharedFacilitators,
  advertCampaigns,
  circuits,
  wagesToControllers,
  documentSeries,
  sharedDocuments,
  breederDocuments,
  documentSuppliers,
];
