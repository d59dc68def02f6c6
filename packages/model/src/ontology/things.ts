import type { EntityType } from './entity-type.ts';
import { headers } from './headers.ts';

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
      headers: headers(
        'plate|licence plate|license plate|registration|kennzeichen|immatriculation|kenteken|matricula',
      ),
    },
    vin: {
      title: 'Chassis number',
      kind: 'vin',
      headers: headers(
        'vin|chassis number|fahrgestellnummer|numero de chassis|serie sasiu|chassisnummer|bastidor|telaio|nomer kuzova|nomer na rama',
      ),
    },
    country: {
      title: 'Country of registration',
      kind: 'country',
      headers: headers(
        'plate country|vehicle country|country of vehicle|registration country|zulassungsland',
      ),
    },
    make: {
      title: 'Make',
      kind: 'text',
      headers: headers('make|brand|vehicle make|marke|marque|marca|merk|marka'),
    },
    model: {
      title: 'Model',
      kind: 'text',
      headers: headers('model|vehicle model|modell|modele|modelo|modello'),
    },
    colour: {
      title: 'Colour',
      kind: 'text',
      headers: headers(
        'colour|color|vehicle colour|farbe|couleur|culoare|kleur|kolir|tsvyat|cor|colore|kolor',
      ),
    },
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
    number: {
      title: 'Number',
      kind: 'document-number',
      headers: headers('document number|document no|number|nummer|numero|numar'),
    },
    documentKind: {
      title: 'Kind',
      kind: 'code',
      headers: headers(
        'document type|document kind|type of document|kind of document|dokumentenart|dokumenttyp|type de document|tip document|soort document|documentsoort|vid na dokumenta|tipo de documento',
      ),
    },
    country: {
      title: 'Issuing country',
      kind: 'country',
      headers: headers(
        'issuing country|issuer|issuing state|country of issue|document country|ausstellerland|ausstellungsland|pays emetteur|pays de delivrance|tara emitenta|land van afgifte|pais emisor',
      ),
    },
    expires: {
      title: 'Expires',
      kind: 'date',
      headers: headers(
        'expiry date|expires|expires on|date of expiry|valid until|gultig bis|ablaufdatum|date d expiration|data expirarii|vervaldatum|validno do|fecha de caducidad',
      ),
    },
    issued: {
      title: 'Issued',
      kind: 'date',
      headers: headers(
        'date of issue|issue date|issued|issued on|ausstellungsdatum|date de delivrance|data emiterii|datum van afgifte|data na izdavane|fecha de expedicion',
      ),
    },
    examined: {
      title: 'Examined',
      kind: 'date',
      headers: headers(
        'examination date|examined|examined on|date of examination|untersuchungsdatum|prufdatum|date d examen|data examinarii',
      ),
    },
    fraud: {
      title: 'Kind of fraud',
      kind: 'code',
      headers: headers(
        'fraud type|forgery|forgery type|kind of fraud|type of fraud|type of forgery|falschungsart|type de fraude|tip fals|soort vervalsing|result of examination',
      ),
    },
    source: {
      title: 'Source',
      kind: 'code',
      range: 'source',
      link: 'produced by',
      headers: headers(
        'print source|workshop|source code|forgery source|document source|druckquelle|falscherwerkstatt|atelier',
      ),
    },
    basis: {
      title: 'Issued on the strength of',
      kind: 'document-number',
      range: 'document',
      link: 'issued on',
      headers: headers(
        'issued on the strength of|breeder document|breeder document number|birth certificate|birth certificate number|civil registry extract|registry extract|geburtsurkunde|registerauszug|acte de naissance|extrait de registre|certificat de nastere|extras de registru|geboorteakte|akt za razhdane|partida de nacimiento|certificado de nacimiento',
      ),
    },
    photograph: {
      title: 'Photograph, by the examiner’s reference',
      kind: 'code',
      headers: headers(
        'photograph reference|photo reference|photograph code|lichtbildreferenz|lichtbildkennung|reference photo|reference de la photo|referinta foto|fotoreferentie|referencia de la foto',
      ),
    },
    address: {
      title: 'Address in the document',
      kind: 'address',
      range: 'address',
      link: 'issued for',
      headers: headers(
        'address in document|address on application|holder address|anschrift im dokument|adresse dans le document|adresa din document|direccion en el documento',
      ),
    },
    sponsor: {
      title: 'Sponsor, by reference',
      kind: 'code',
      headers: headers(
        'sponsor reference|sponsor|guarantor reference|guarantor|inviting party|verpflichtungsgeber|burge|garant|reference du garant|garantor|garante',
      ),
    },
    holderName: {
      title: 'Name in the document',
      kind: 'name',
      headers: headers('holder name|bearer|name of holder|name in document|inhaber|titulaire|titular|houder'),
    },
    holderBirthDate: {
      title: 'Date of birth in the document',
      kind: 'date',
      yearless: true,
      headers: headers('holder date of birth in document'),
    },
    holder: {
      title: 'Holder',
      kind: 'ref',
      range: 'person',
      link: 'carried by',
      standing: true,
      headers: [],
    },
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
  properties: { code: { title: 'Code', kind: 'code', headers: headers('print source') } },
};

export const address: EntityType = {
  id: 'address',
  title: 'Address',
  plural: 'Addresses',
  identification: 'by-evidence',
  key: 'full',
  caption: ['full'],
  properties: {
    full: { title: 'Full address', kind: 'address', headers: headers('address') },
    street: {
      title: 'Street',
      kind: 'text',
      headers: headers(
        'street|street name|street address|strasse|strasse und hausnummer|rue|voie|strada|straat|straatnaam|vulitsya|ulitsa|calle|rua|via|ulica',
      ),
    },
    postcode: {
      title: 'Postcode',
      kind: 'code',
      headers: headers(
        'postcode|post code|postal code|zip|zip code|addr postal code|plz|postleitzahl|code postal|cp|cod postal|postcode en plaats|poshtoviy indeks|indeks|poshtenski kod|codigo postal|cap|kod pocztowy',
      ),
    },
    city: {
      title: 'City',
      kind: 'place',
      headers: headers(
        'city|town|suburb|locality|municipality|addr city|ville|commune|ort|stadt|wohnort stadt|oras|localitate|plaats|stad|gemeente|misto|grad|gorod|naseleno myasto|ciudad|localidad|poblacion|cidade|localidade|citta|comune|miasto|miejscowosc',
      ),
    },
    region: {
      title: 'State or region',
      kind: 'text',
      headers: headers(
        'state|region|county|province|addr state|bundesland|departement|judet|provincie|oblast|provincia|provincia estado|wojewodztwo',
      ),
    },
    country: {
      title: 'Country',
      kind: 'country',
      headers: headers(
        'country|addr country|country of residence|land|pays|tara|krayina|darzhava|strana|pais|paese|kraj',
      ),
    },
  },
};
