import type { EntityType } from './entity-type.ts';

export const vehicle: EntityType = {
  id: 'vehicle',
  title: 'Vehicle',
  plural: 'Vehicles',
  identification: 'by-evidence',
  key: 'plate',
  caption: ['plate', 'vin'],
  properties: {
    plate: {
      title: 'Plate',
      kind: 'plate',
      headers: ['plate', 'registration', 'kennzeichen', 'immatriculation'],
    },
    vin: { title: 'Chassis number', kind: 'vin', headers: ['vin', 'chassis number'] },
    country: { title: 'Country of registration', kind: 'country', headers: ['plate country'] },
    make: { title: 'Make', kind: 'text', headers: ['make', 'brand', 'marke'] },
    model: { title: 'Model', kind: 'text', headers: ['model'] },
    colour: { title: 'Colour', kind: 'text', headers: ['colour', 'color', 'farbe'] },
    owner: { title: 'Owner', kind: 'ref', range: 'person', link: 'owned by', headers: [] },
    operator: { title: 'Operator', kind: 'ref', range: 'organization', link: 'operated by', headers: [] },
  },
};

export const document: EntityType = {
  id: 'document',
  title: 'Document',
  plural: 'Documents',
  identification: 'by-evidence',
  key: 'number',
  caption: ['number'],
  properties: {
    number: { title: 'Number', kind: 'document-number', headers: ['document number', 'number'] },
    documentKind: { title: 'Kind', kind: 'code', headers: ['document type', 'document kind'] },
    country: { title: 'Issuing country', kind: 'country', headers: ['issuing country', 'issuer'] },
    expires: { title: 'Expires', kind: 'date', headers: ['expiry date'] },
    issued: { title: 'Issued', kind: 'date', headers: ['date of issue'] },
    examined: { title: 'Examined', kind: 'date', headers: ['examination date'] },
    fraud: { title: 'Kind of fraud', kind: 'code', headers: ['fraud type', 'forgery'] },
    source: {
      title: 'Source',
      kind: 'code',
      range: 'source',
      link: 'produced by',
      headers: ['print source', 'workshop'],
    },
    holderName: { title: 'Name in the document', kind: 'name', headers: ['holder name', 'bearer'] },
    holderBirthDate: { title: 'Date of birth in the document', kind: 'date', headers: [] },
    holder: { title: 'Holder', kind: 'ref', range: 'person', link: 'carried by', headers: [] },
    case: { title: 'Case', kind: 'ref', range: 'case', link: 'in case', headers: [] },
  },
};

/** A document source: one workshop or printer, told by examiners from the marks it leaves. */
export const source: EntityType = {
  id: 'source',
  title: 'Document source',
  plural: 'Document sources',
  identification: 'by-key',
  key: 'code',
  caption: ['code'],
  properties: { code: { title: 'Code', kind: 'code', headers: ['print source'] } },
};

export const address: EntityType = {
  id: 'address',
  title: 'Address',
  plural: 'Addresses',
  identification: 'by-evidence',
  key: 'full',
  caption: ['full'],
  properties: {
    full: { title: 'Full address', kind: 'address', headers: ['address'] },
    street: { title: 'Street', kind: 'text', headers: ['street', 'strasse', 'rue'] },
    postcode: { title: 'Postcode', kind: 'code', headers: ['postcode', 'zip', 'plz'] },
    city: { title: 'City', kind: 'place', headers: ['city', 'ville', 'ort', 'oras'] },
    region: { title: 'State or region', kind: 'text', headers: ['state', 'region'] },
    country: { title: 'Country', kind: 'country', headers: ['country', 'land', 'pays'] },
  },
};
