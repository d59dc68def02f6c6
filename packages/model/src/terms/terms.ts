import { z } from 'zod';
import {
  type HandlingCode,
  handlingCodes,
  informationGrades,
  purposes,
  sourceGrades,
  subjectCategories,
} from './codes.ts';
import { doubtOf, gradeFrom, gradingSchemes, isGrading } from './grading.ts';
import { handlingFrom, redWords, trafficLightFrom, trafficLights } from './traffic-light.ts';

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(record) as [K, ...K[]];
}

const termsInput = z.strictObject({
  purposes: z
    .array(z.enum(keysOf(purposes)))
    .min(1)
    .default(['cross-check', 'strategic-analysis']),
  project: z.string().min(1).optional().describe('The project that operational analysis is limited to'),
  handling: z
    .array(z.enum(keysOf(handlingCodes)))
    .min(1)
    .optional()
    .describe('H0 unless told; those that `tlp` and `grading` come to are added'),
  tlp: z
    .string()
    .transform((text, context) => {
      const light = trafficLightFrom(text);
      if (light !== undefined) return light;
      context.addIssue({ code: 'custom', message: `There are: ${Object.keys(trafficLights).join(', ')}` });
      return z.NEVER;
    })
    .optional()
    .describe('The colour of the Traffic Light Protocol 2.0 that the provider gave'),
  restriction: z.string().max(2000).optional().describe('The words of H3'),
  source: z.enum(keysOf(sourceGrades)).optional().describe('X unless told, or as `grading` comes to'),
  information: z
    .enum(keysOf(informationGrades))
    .optional()
    .describe('4 unless told, or as `grading` comes to'),
  grading: z
    .strictObject({
      scheme: z.enum(keysOf(gradingSchemes)),
      value: z.string().describe('For example 2C in 3x5x2, B2 in admiralty, B31 in 5x5x5'),
    })
    .refine(isGrading, { message: 'This is no grade of that scheme', path: ['value'] })
    .readonly()
    .optional()
    .describe('The evaluation as the provider wrote it, where that was not the 4×4'),
  lost: z
    .array(z.string())
    .optional()
    .describe('What converting `grading` and `tlp` lost: written by the hub, whatever is given'),
  origin: z
    .string()
    .regex(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/, 'A reference with a number in it, without spaces')
    .optional()
    .describe("The provider's reference of the source, never a name: the same source, the same reference"),
  category: z
    .enum(keysOf(subjectCategories))
    .optional()
    .describe('The category of every person in the file whose row does not say'),
  expires: z.iso.date().optional(),
  suspicion: z
    .strictObject({
      basis: z.string().trim().min(1).describe('The facts that give rise to it, or where they are recorded'),
      reference: z.string().trim().min(1).optional().describe('The number of the file or warrant'),
    })
    .readonly()
    .optional()
    .describe('The reasonable suspicion that everybody named as a criminal subject is under'),
  contact: z.string().min(1).optional().describe('Whom to ask about this contribution: a desk, not a person'),
});

/**
 * What a partner lays down with a contribution. The YAML given to `clew contribute --terms`. Reading terms that were
 * read before gives the same terms.
 */
export const termsSchema = termsInput.transform((given, context) => completed(given, context)).readonly();

const untold: readonly HandlingCode[] = ['H0'];

type TermsInput = z.output<typeof termsInput>;

export type Terms = z.output<typeof termsSchema>;

/** Evaluation and handling codes as the hub works with them: those given, and what the partner's own schemes come to. */
function completed(given: TermsInput, context: z.RefinementCtx<TermsInput>) {
  const { lost: _, handling, source, information, ...terms } = given;
  const grade = given.grading === undefined ? undefined : gradeFrom(given.grading);
  const light = given.tlp === undefined ? undefined : handlingFrom(given.tlp);
  for (const part of ['source', 'information'] as const) {
    if (grade === undefined || given[part] === undefined || given[part] === grade.value[part]) continue;
    const message = `The grading comes to ${grade.value[part]}: leave one of the two out`;
    context.addIssue({ code: 'custom', message, path: [part], input: given });
  }
  const codes: readonly HandlingCode[] = [
    ...(handling ?? []),
    ...(grade?.value.handling ?? []),
    ...(light?.value ?? []),
  ];
  const lost = [...(grade?.lost ?? []), ...(light?.lost ?? [])];
  return {
    ...terms,
    handling: codes.length === 0 ? untold : [...new Set(codes)],
    source: source ?? grade?.value.source ?? ('X' as const),
    information: information ?? grade?.value.information ?? ('4' as const),
    ...(lost.length === 0 ? {} : { lost }),
  };
}

/** What terms lack to hold together, in a sentence; null when nothing. */
export function termsGap(terms: Terms): string | null {
  const inWords = terms.restriction !== undefined || terms.tlp === 'RED';
  if (terms.handling.includes('H3') && !inWords) {
    return 'The handling code H3 needs its words in "restriction".';
  }
  if (terms.purposes.includes('operational-analysis') && terms.project === undefined) {
    return 'The purpose operational-analysis needs a "project".';
  }
  return null;
}

/** The restrictions in words that terms amount to: those of H3, of TLP:RED, and doubts about the information. */
export function restrictionsOf(terms: Terms): readonly string[] {
  const doubt = terms.grading === undefined ? null : doubtOf(terms.grading);
  return [
    ...(terms.restriction === undefined ? [] : [terms.restriction]),
    ...(terms.tlp === 'RED' ? [redWords] : []),
    ...(doubt === null ? [] : [doubt]),
  ];
}

/** The JSON Schema (draft 2020-12) of terms files. */
export function termsJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(termsSchema, { io: 'input' });
}
