import type { Detector } from './detector.ts';
import { advertCampaigns } from './detectors/advert-campaigns.ts';
import { arrestResponses } from './detectors/arrest-responses.ts';
import { breederDocuments } from './detectors/breeder-documents.ts';
import { circuits } from './detectors/circuits.ts';
import { contactWithMinors } from './detectors/contact-with-minors.ts';
import { coordinationFromAfar } from './detectors/coordination-from-afar.ts';
import { documentSeries } from './detectors/document-series.ts';
import { documentSuppliers } from './detectors/document-suppliers.ts';
import { funnelAccounts } from './detectors/funnel-accounts.ts';
import { netting } from './detectors/netting.ts';
import { payDeductions } from './detectors/pay-deductions.ts';
import { severalHandsets } from './detectors/several-handsets.ts';
import { sharedDocuments } from './detectors/shared-documents.ts';
import { sharedFacilitators } from './detectors/shared-facilitators.ts';
import { wagesToControllers } from './detectors/wages-to-controllers.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = [
  sharedFacilitators,
  advertCampaigns,
  circuits,
  contactWithMinors,
  wagesToControllers,
  payDeductions,
  funnelAccounts,
  netting,
  documentSeries,
  sharedDocuments,
  breederDocuments,
  documentSuppliers,
  coordinationFromAfar,
  arrestResponses,
  severalHandsets,
];
