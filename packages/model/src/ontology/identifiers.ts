import type { EntityType } from './entity-type.ts';
import { headers } from './headers.ts';

export const phone: EntityType = {
  id: 'phone',
  title: 'Phone',
  plural: 'Phones',
  identification: 'by-key',
  key: 'number',
  caption: ['number'],
  properties: { number: { title: 'Number', kind: 'phone', headers: ['phone', 'msisdn'] } },
};

/** A mobile phone as a thing, whatever number is in it. */
export const handset: EntityType = {
  id: 'handset',
  title: 'Handset',
  plural: 'Handsets',
  identification: 'by-key',
  key: 'number',
  caption: ['number'],
  properties: { number: { title: 'IMEI', kind: 'imei', headers: ['imei'] } },
};

export const email: EntityType = {
  id: 'email',
  title: 'E-mail address',
  plural: 'E-mail addresses',
  identification: 'by-key',
  key: 'address',
  caption: ['address'],
  properties: { address: { title: 'Address', kind: 'email', headers: headers('email') } },
};

export const handle: EntityType = {
  id: 'handle',
  title: 'Online account',
  plural: 'Online accounts',
  identification: 'by-key',
  key: 'name',
  caption: ['name'],
  properties: { name: { title: 'Name', kind: 'handle', headers: headers('handle|username') } },
};

export const account: EntityType = {
  id: 'account',
  title: 'Account',
  plural: 'Accounts',
  identification: 'by-key',
  key: 'number',
  caption: ['number'],
  properties: {
    number: {
      title: 'Number',
      kind: 'iban',
      headers: headers('iban|account number|account|kontonummer|rekeningnummer'),
    },
    holder: { title: 'Holder', kind: 'ref', range: 'person', link: 'held by', standing: true, headers: [] },
    bank: {
      title: 'Bank',
      kind: 'text',
      headers: headers(
        'bank|bank name|bic|swift|bankname|kreditinstitut|banque|banca|banco|bank naam|institution',
      ),
    },
  },
};
