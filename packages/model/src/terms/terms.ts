import { z } from 'zod';

/** Handling codes of Europol's information exchange; they combine. H3 carries its own words in `restriction`. */
export const handlingCodes = {
  H0: 'May be used to prevent and combat crime',
  H1: 'Not to be disclosed in judicial proceedings without the permission of the provider',
  H2: 'Not to be disseminated without the permission of the provider',
  H3: 'Other restrictions, in words',
} as const;

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

export const sourceGrades = {
  A: 'No doubt as to authenticity, trustworthiness and competence',
  B: 'Reliable in most instances',
  C: 'Unreliable in most instances',
  X: 'Reliability cannot be assessed',
} as const;

export const informationGrades = {
  '1': 'Accuracy not in doubt',
  '2': 'Known personally to the source, not to the official passing it on',
  '3': 'Not known personally to the source but corroborated',
  '4': 'Not known personally to the source and not corroborated',
} as const;

export type HandlingCode = keyof typeof handlingCodes;
export type Purpose = keyof typeof purposes;
export type SubjectCategory = keyof typeof subjectCategories;
export type SourceGrade = keyof typeof sourceGrades;
export type InformationGrade = keyof typeof informationGrades;

function keysOf<K extends string>(record: Readonly<Record<K, string>>): [K, ...K[]] {
  return Object.keys(record) as [K, ...K[]];
}

/** What a partner lays down with a contribution. The YAML given to `clew contribute --terms`. */
export const termsSchema = z
  .strictObject({
    purposes: z
      .array(z.enum(keysOf(purposes)))
      .min(1)
      .default(['cross-check', 'strategic-analysis']),
    project: z.string().min(1).optional().describe('The project that operational analysis is limited to'),
    handling: z
      .array(z.enum(keysOf(handlingCodes)))
      .min(1)
      .default(['H0']),
    restriction: z.string().optional().describe('The words of H3'),
    source: z.enum(keysOf(sourceGrades)).default('X'),
    information: z.enum(keysOf(informationGrades)).default('4'),
    category: z
      .enum(keysOf(subjectCategories))
      .optional()
      .describe('The category of every person in the file whose row does not say'),
    expires: z.iso.date().optional(),
    suspicion: z
      .strictObject({
        basis: z
          .string()
          .trim()
          .min(1)
          .describe('The facts that give rise to it, or where they are recorded'),
        reference: z.string().trim().min(1).optional().describe('The number of the file or warrant'),
      })
      .readonly()
      .optional()
      .describe('The reasonable suspicion that everybody named as a criminal subject is under'),
    contact: z
      .string()
      .min(1)
      .optional()
      .describe('Whom to ask about this contribution: a desk, not a person'),
  })
  .readonly();

export type Terms = z.output<typeof termsSchema>;

/** The JSON Schema (draft 2020-12) of terms files. */
export function termsJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(termsSchema, { io: 'input' });
}
