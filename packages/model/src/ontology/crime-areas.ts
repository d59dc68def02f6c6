/**
 * Crime areas of a case. Forms of exploitation follow Directive (EU) 2024/1712; the related offences are those
 * that the annual reports of the field name beside smuggling and trafficking.
 */
export const crimeAreas = {
  'migrant-smuggling': 'Migrant smuggling',
  'thb-sexual': 'Trafficking: sexual exploitation',
  'thb-labour': 'Trafficking: labour exploitation',
  'thb-begging': 'Trafficking: forced begging',
  'thb-criminality': 'Trafficking: forced criminality',
  'thb-servitude': 'Trafficking: servitude or slavery',
  'thb-marriage': 'Trafficking: forced marriage',
  'thb-adoption': 'Trafficking: illegal adoption',
  'thb-surrogacy': 'Trafficking: exploitation of surrogacy',
  'thb-organs': 'Trafficking: organ removal',
  'document-fraud': 'Document fraud',
  'benefit-fraud': 'Benefit fraud',
  'economic-fraud': 'Economic fraud',
  'employment-law': 'Infringement of employment law',
  'money-laundering': 'Money laundering',
  corruption: 'Corruption',
} as const;

export type CrimeArea = keyof typeof crimeAreas;
