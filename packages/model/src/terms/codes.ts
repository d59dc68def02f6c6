// Codes of the field that terms, grading and colours are all written in.

/** Purposes of processing, after Article 18(2) of Regulation (EU) 2016/794. */
export const purposes = {
  'cross-check': 'Cross-checking to find links between investigations',
  'strategic-analysis': 'Strategic or thematic analysis',
  'operational-analysis': 'Operational analysis in a named project',
  exchange: 'Facilitating the exchange of information',
} as const;

/** Data-subject categories, after Annex II of Regulation (EU) 2016/794. Minor is a flag on any of them. */
export const subjectCategories = {
  suspect: 'Suspect',
  convicted: 'Convicted person',
  'potential-offender': 'Potential future offender',
  contact: 'Contact or associate',
  victim: 'Victim',
  witness: 'Witness',
  informant: 'Informant',
} as const;

export type Purpose = keyof typeof purposes;
export type SubjectCategory = keyof typeof subjectCategories;

/** Handling codes of Europol's information exchange; they combine. H3 carries its own words in `restriction`. */
export const handlingCodes = {
  H0: 'May be used to prevent and combat crime',
  H1: 'Not to be disclosed in judicial proceedings without the permission of the provider',
  H2: 'Not to be disseminated without the permission of the provider',
  H3: 'Other restrictions, in words',
} as const;

/** Evaluation of the source, after Article 29 of Regulation (EU) 2016/794, from the best to the weakest. */
export const sourceGrades = {
  A: 'No doubt as to authenticity, trustworthiness and competence',
  B: 'Reliable in most instances',
  C: 'Unreliable in most instances',
  X: 'Reliability cannot be assessed',
} as const;

/** Evaluation of the information, from the best to the weakest. */
export const informationGrades = {
  '1': 'Accuracy not in doubt',
  '2': 'Known personally to the source, not to the official passing it on',
  '3': 'Not known personally to the source but corroborated',
  '4': 'Not known personally to the source and not corroborated',
} as const;

export type HandlingCode = keyof typeof handlingCodes;
export type SourceGrade = keyof typeof sourceGrades;
export type InformationGrade = keyof typeof informationGrades;
