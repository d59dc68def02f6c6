import type { EntityType } from './entity-type.ts';

export const organization: EntityType = {
  id: 'organization',
  title: 'Organisation',
  plural: 'Organisations',
  identification: 'by-evidence',
  caption: ['name'],
  properties: {
    name: {
      title: 'Name',
      kind: 'name',
      headers: ['company', 'company name', 'firma', 'employer', 'organisation'],
    },
    alias: { title: 'Other name', kind: 'name', headers: ['trading name'] },
    registrationNumber: {
      title: 'Registration number',
      kind: 'code',
      headers: ['registration number', 'vat'],
    },
    country: { title: 'Country', kind: 'country', headers: ['country of registration'] },
    sector: { title: 'Sector', kind: 'text', headers: ['sector', 'branche', 'industry'] },
    phone: { title: 'Phone', kind: 'phone', range: 'phone', link: 'uses', headers: ['company phone'] },
    email: { title: 'E-mail', kind: 'email', range: 'email', link: 'uses', headers: ['company email'] },
    website: { title: 'Web site', kind: 'url', headers: ['website', 'url'] },
    address: {
      title: 'Address',
      kind: 'address',
      range: 'address',
      link: 'located at',
      headers: ['company address'],
    },
    account: {
      title: 'Account',
      kind: 'iban',
      range: 'account',
      link: 'holds',
      headers: ['company account'],
    },
    director: { title: 'Director', kind: 'ref', range: 'person', link: 'directed by', headers: [] },
    case: { title: 'Case', kind: 'ref', range: 'case', link: 'in case', headers: [] },
    note: { title: 'Note', kind: 'text', headers: [] },
  },
};
