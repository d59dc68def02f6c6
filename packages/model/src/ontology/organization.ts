import type { EntityType } from './entity-type.ts';
import { headers } from './headers.ts';

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
      headers: headers(
        'company|company name|organisation|organization|organisation name|organization name|name org|primary name org|business|business name|firm|firm name|firma|firmenname|unternehmen|betrieb|societe|entreprise|raison sociale|nom de l entreprise|companie|societate|denumire firma|firma nume|bedrijf|bedrijfsnaam|naam bedrijf|onderneming|kompaniya|nazva pidpriemstva|pidpriemstvo|druzhestvo|ime na firma|empresa|nombre de la empresa|azienda|ditta|nazwa firmy|przedsiebiorstwo|legal name',
      ),
    },
    alias: {
      title: 'Other name',
      kind: 'name',
      headers: headers(
        'trading name|trade name|secondary name org|other company name|doing business as|dba|handelsnaam|handelsname|nom commercial|denumire comerciala|nombre comercial',
      ),
    },
    registrationNumber: {
      title: 'Registration number',
      kind: 'code',
      headers: headers(
        'registration number|registration no|company number|company registration|vat|vat number|lei|lei number|handelsregister|handelsregisternummer|hrb|siren|siret|numero d enregistrement|cui|cod fiscal|numar de inregistrare|kvk|kvk nummer|edrpou|bulstat|eik|cif|nipc|partita iva|krs|regon',
      ),
    },
    country: {
      title: 'Country',
      kind: 'country',
      headers: headers(
        'country of registration|jurisdiction|sitzland|pays d immatriculation|tara de inregistrare',
      ),
    },
    sector: {
      title: 'Sector',
      kind: 'text',
      headers: headers(
        'sector|branche|industry|branch|secteur|sektor|domeniu|sector of activity|activity|actividad',
      ),
    },
    phone: {
      title: 'Phone',
      kind: 'phone',
      range: 'phone',
      link: 'uses',
      headers: headers('company phone|business phone|firmentelefon'),
    },
    email: {
      title: 'E-mail',
      kind: 'email',
      range: 'email',
      link: 'uses',
      headers: headers('company email|business email'),
    },
    website: {
      title: 'Web site',
      kind: 'url',
      headers: headers('website|web site|url|homepage|web|internet|site web|webseite'),
    },
    address: {
      title: 'Address',
      kind: 'address',
      range: 'address',
      link: 'located at',
      headers: headers(
        'company address|business address|registered address|firmenanschrift|firmenadresse|bedrijfsadres|adresse de l entreprise|adresa firmei|vestigingsadres|domicilio social|sede legale|adres firmy',
      ),
    },
    account: {
      title: 'Account',
      kind: 'iban',
      range: 'account',
      link: 'holds',
      headers: headers('company account|firmenkonto'),
    },
    director: { title: 'Director', kind: 'ref', range: 'person', link: 'directed by', headers: [] },
    case: { title: 'Case', kind: 'ref', range: 'case', link: 'in case', headers: [] },
    note: { title: 'Note', kind: 'text', headers: [] },
  },
};
