import { issuedNumber } from '../comparisons/number.ts';
import { sameCode } from '../comparisons/same-code.ts';
import type { TypeModel } from '../model.ts';

const plateSame = 'coalesce(plate, 0) = 2';

export const vehicleModel: TypeModel = {
  type: 'vehicle',
  features: {
    values: [
      { column: 'plates', properties: ['plate'], text: true, lookAlikes: true },
      { column: 'vins', properties: ['vin'], text: true, lookAlikes: true },
    ],
    codes: [
      { column: 'country', property: 'country' },
      { column: 'make', property: 'make' },
      { column: 'colour', property: 'colour' },
    ],
  },
  comparisons: [
    issuedNumber({ id: 'plate', title: 'Plate', column: 'plates' }, { m: 0.9, u: 1e-6, near: 0.06 }),
    issuedNumber({ id: 'vin', title: 'Chassis number', column: 'vins' }, { m: 0.94, u: 1e-6, near: 0.04 }),
    sameCode({ id: 'country', title: 'Country of registration', column: 'country' }, { m: 0.97, u: 0.15 }),
    sameCode({ id: 'make', title: 'Make', column: 'make' }, { m: 0.95, u: 0.08 }),
    sameCode({ id: 'colour', title: 'Colour', column: 'colour' }, { m: 0.85, u: 0.2 }),
  ],
  interactions: [
    {
      id: 'abroad',
      title: 'The same plate in two countries is two vehicles',
      when: `${plateSame} and country = 0 and coalesce(vin, 0) < 1`,
      weight: -20,
      conflict: true,
      explains: ['plate'],
    },
    {
      id: 'otherChassis',
      title: 'The same plate on two chassis',
      when: `${plateSame} and vin = 0`,
      weight: -8,
      conflict: true,
      explains: ['plate'],
    },
    {
      id: 'fleet',
      title: 'Neighbouring chassis numbers on other plates, as a fleet has them',
      when: 'vin = 1 and coalesce(plate, 0) = 0',
      weight: -14,
      conflict: false,
    },
  ],
  linkable: `${plateSame} or coalesce(vin, 0) >= 1`,
  nearness: 'country',
  rules: [
    {
      id: 'plate',
      title: 'the plate',
      uses: ['plate'],
      keys: (features) => `select n, unnest(plates) as key, country as refined from ${features}`,
    },
    {
      id: 'chassis',
      title: 'the chassis number',
      uses: ['vin'],
      keys: (features) => `select n, unnest(vins) as key, 0 as refined from ${features}`,
    },
  ],
};
