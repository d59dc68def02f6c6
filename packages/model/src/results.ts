/** What a result counts. */
export interface ResultKind {
  readonly title: string;
  /** One count means this and nothing else, in every year: measures whose meaning moves make no series. */
  readonly definition: string;
  readonly unit: 'people' | 'cases' | 'things' | 'euros';
}

/**
 * What partners report after operations: the measures of the result tables of EMPACT (Council conclusions on the
 * European Multidisciplinary Platform Against Criminal Threats; general factsheets since 2022), each with one meaning.
 */
export const resultKinds = {
  'investigations-opened': {
    title: 'Investigations opened',
    definition: 'Criminal investigations that were begun',
    unit: 'cases',
  },
  'suspects-identified': {
    title: 'Suspects identified',
    definition: 'People suspected for the first time, arrested or not',
    unit: 'people',
  },
  arrests: {
    title: 'Arrests',
    definition: 'People arrested for a criminal offence; not administrative detention',
    unit: 'people',
  },
  convictions: { title: 'Convictions', definition: 'People convicted by a final judgment', unit: 'people' },
  'victims-identified': {
    title: 'Victims identified',
    definition: 'People whom the competent authority recognised as victims of trafficking in human beings',
    unit: 'people',
  },
  'possible-victims': {
    title: 'Possible victims',
    definition: 'People with signs of being victims of trafficking, not recognised so far',
    unit: 'people',
  },
  'victims-safeguarded': {
    title: 'Victims safeguarded',
    definition: 'People brought to safety or under the care of a support organisation',
    unit: 'people',
  },
  'people-smuggled': {
    title: 'Smuggled people found',
    definition: 'People found while being smuggled across a border or after',
    unit: 'people',
  },
  searches: {
    title: 'Searches',
    definition: 'Premises and vehicles searched under a warrant',
    unit: 'cases',
  },
  'documents-seized': {
    title: 'Documents seized',
    definition: 'Forged, stolen or misused documents taken away',
    unit: 'things',
  },
  'vehicles-seized': {
    title: 'Vehicles seized',
    definition: 'Cars, lorries, boats and other means of transport taken away',
    unit: 'things',
  },
  'funds-seized': { title: 'Funds seized', definition: 'Cash and valuables taken away', unit: 'euros' },
  'funds-frozen': {
    title: 'Funds frozen',
    definition: 'Assets that nobody may dispose of by order of an authority',
    unit: 'euros',
  },
  'groups-dismantled': {
    title: 'Groups dismantled',
    definition: 'Criminal groups whose leading members were arrested or charged',
    unit: 'cases',
  },
} as const satisfies Readonly<Record<string, ResultKind>>;

export type ResultKindId = keyof typeof resultKinds;

/** Whole numbers up to this fit the ledger. */
export const largestResult = 2_000_000_000;
