import type { Partner } from '@clew/model/contribution.ts';
import type { Terms } from '@clew/model/terms/terms.ts';

/** A partner of the world with the terms under which it hands in its files. All of them are invented. */
export interface WorldPartner extends Partner {
  readonly country: string;
  readonly terms: Partial<Terms>;
}

const shared: Partial<Terms> = { purposes: ['cross-check', 'strategic-analysis'], handling: ['H0'] };

export const worldPartners: readonly WorldPartner[] = [
  partner('de-police', 'Landeskriminalamt Nordmark', 'DE', {
    handling: ['H1'],
    source: 'A',
    information: '2',
  }),
  partner('ro-police', 'Poliția Județului Valea Mare', 'RO', { source: 'B', information: '2' }),
  partner('fr-police', 'Office central du littoral', 'FR', {
    handling: ['H1', 'H2'],
    source: 'A',
    information: '2',
  }),
  partner('ua-police', 'Поліція Степової області', 'UA', { source: 'B', information: '3' }),
  partner('border-guard', 'Lagoon Coast Border Guard', 'HR', { source: 'A', information: '1' }),
  partner('labour-inspectorate', 'Arbeidsinspectie Polderland', 'NL', { source: 'A', information: '2' }),
  partner('ngo-hotline', 'Open Line against Exploitation', 'GB', {
    handling: ['H2', 'H3'],
    restriction: 'Callers are not to be contacted without the hotline.',
    source: 'X',
    information: '4',
  }),
  partner('fiu', 'Financial Intelligence Unit of the Low Hills', 'BE', {
    handling: ['H2'],
    source: 'A',
    information: '2',
    category: 'suspect',
  }),
  partner('document-examiners', 'Document Examination Centre Danube', 'AT', {
    source: 'A',
    information: '1',
  }),
  partner('advert-monitoring', 'Advert Watch', 'IE', { source: 'X', information: '4' }),
  partner('disclosure-desk', 'Telecommunications Disclosure Desk', 'LU', {
    handling: ['H1', 'H3'],
    restriction:
      'Supplied under court orders for the cases named in them; to be deleted when the orders lapse.',
    source: 'A',
    information: '1',
  }),
  partner('child-line', 'Safe Line for Children', 'SE', {
    handling: ['H2', 'H3'],
    restriction: 'Children and their families are approached through the hotline only.',
    source: 'B',
    information: '2',
  }),
  partner('us-task-force', 'Joint Task Force Harbor', 'US', {
    handling: ['H1'],
    source: 'B',
    information: '2',
  }),
  partner('records-desk', 'Cross-Border Records Desk', 'BG', {
    source: 'B',
    information: '3',
    category: 'suspect',
  }),
  partner('road-police', 'Policía de Carreteras del Sur', 'ES', { source: 'A', information: '2' }),
];

function partner(id: string, title: string, country: string, terms: Partial<Terms>): WorldPartner {
  const contact = `${id}@desk.example`;
  return { id, title, country, contact, terms: { ...shared, ...terms, contact } };
}
