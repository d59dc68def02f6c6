import type { TypeModel } from '../model.ts';
import { addressModel } from './address.ts';
import { documentModel } from './document.ts';
import { organizationModel } from './organization.ts';
import { paymentModel } from './payment.ts';
import { personModel } from './person.ts';
import { vehicleModel } from './vehicle.ts';

/** The types that evidence decides on in a hub. One model each, the same for all data. */
export const typeModels: readonly TypeModel[] = [
  personModel,
  organizationModel,
  vehicleModel,
  documentModel,
  addressModel,
];

/** Those, and what is decided on where two files are linked and nothing else. */
export const linkModels: readonly TypeModel[] = [...typeModels, paymentModel];
