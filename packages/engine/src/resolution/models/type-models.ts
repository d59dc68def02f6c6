import type { TypeModel } from '../model.ts';
import { addressModel } from './address.ts';
import { documentModel } from './document.ts';
import { organizationModel } from './organization.ts';
import { paymentModel } from './payment.ts';
import { personModel } from './person.ts';
import { vehicleModel } from './vehicle.ts';

/** The types that evidence decides on. One model each, the same for all data. */
export const typeModels: readonly TypeModel[] = [
  personModel,
  organizationModel,
  vehicleModel,
  documentModel,
  addressModel,
  paymentModel,
];
