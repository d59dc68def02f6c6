import type { EntityType } from './entity-type.ts';

export const payment: EntityType = {
  id: 'payment',
  title: 'Payment',
  plural: 'Payments',
  identification: 'by-record',
  caption: ['amount', 'date'],
  properties: {
    date: { title: 'Date', kind: 'date', headers: ['payment date', 'value date'] },
    amount: { title: 'Amount', kind: 'money', headers: ['amount', 'betrag', 'montant'] },
    currency: { title: 'Currency', kind: 'code', headers: ['currency'] },
    purpose: { title: 'Purpose', kind: 'text', headers: ['purpose', 'memo'] },
    payer: {
      title: 'Payer account',
      kind: 'iban',
      range: 'account',
      link: 'paid from',
      headers: ['payer account'],
    },
    payee: {
      title: 'Payee account',
      kind: 'iban',
      range: 'account',
      link: 'paid to',
      headers: ['payee account'],
    },
  },
};

export const advert: EntityType = {
  id: 'advert',
  title: 'Advert',
  plural: 'Adverts',
  identification: 'by-record',
  caption: ['title', 'text'],
  properties: {
    title: { title: 'Title', kind: 'text', headers: ['advert title'] },
    text: { title: 'Text', kind: 'text', headers: ['text', 'body', 'advert text'] },
    date: { title: 'Posted', kind: 'date', headers: ['posted', 'posted at'] },
    place: { title: 'Place', kind: 'place', headers: ['city', 'location'] },
    country: { title: 'Country', kind: 'country', headers: ['country'] },
    site: { title: 'Site', kind: 'text', headers: ['site', 'platform'] },
    phone: { title: 'Phone', kind: 'phone', range: 'phone', link: 'names', headers: ['phone'] },
    handle: { title: 'Handle', kind: 'handle', range: 'handle', link: 'names', headers: ['contact handle'] },
  },
};

export const sighting: EntityType = {
  id: 'sighting',
  title: 'Sighting',
  plural: 'Sightings',
  identification: 'by-record',
  caption: ['place', 'date'],
  properties: {
    date: { title: 'Date', kind: 'date', headers: ['date', 'datum', 'seen on'] },
    place: { title: 'Place', kind: 'place', headers: ['place', 'border post'] },
    country: { title: 'Country', kind: 'country', headers: ['country'] },
    person: { title: 'Person', kind: 'ref', range: 'person', link: 'seen', headers: [] },
    vehicle: { title: 'Vehicle', kind: 'ref', range: 'vehicle', link: 'seen', headers: [] },
    note: { title: 'Note', kind: 'text', headers: [] },
  },
};

export const trip: EntityType = {
  id: 'trip',
  title: 'Trip',
  plural: 'Trips',
  identification: 'by-record',
  caption: ['origin', 'destination', 'date'],
  properties: {
    date: { title: 'Date', kind: 'date', headers: ['departure date'] },
    origin: { title: 'From', kind: 'place', headers: ['origin', 'from'] },
    destination: { title: 'To', kind: 'place', headers: ['destination', 'to'] },
    traveller: { title: 'Traveller', kind: 'ref', range: 'person', link: 'travelled', headers: [] },
    vehicle: { title: 'Vehicle', kind: 'ref', range: 'vehicle', link: 'travelled', headers: [] },
    carrier: { title: 'Carrier', kind: 'ref', range: 'organization', link: 'carried', headers: [] },
  },
};

export const caseFile: EntityType = {
  id: 'case',
  title: 'Case',
  plural: 'Cases',
  identification: 'by-record',
  key: 'number',
  caption: ['number'],
  properties: {
    number: {
      title: 'Case number',
      kind: 'code',
      headers: ['case number', 'file reference', 'aktenzeichen'],
    },
    crimeArea: { title: 'Crime area', kind: 'crime-area', headers: ['crime area', 'offence'] },
    exploitation: { title: 'Form of exploitation', kind: 'code', headers: ['exploitation'] },
    opened: { title: 'Opened', kind: 'date', headers: ['opened'] },
    closed: { title: 'Closed', kind: 'date', headers: ['closed'] },
    status: { title: 'Status', kind: 'code', headers: ['case status'] },
    country: { title: 'Country', kind: 'country', headers: ['case country'] },
  },
};
