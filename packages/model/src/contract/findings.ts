import { z } from 'zod';
import { type CrimeArea, crimeAreas } from '../ontology/crime-areas.ts';
import { finding } from './entities.ts';
import { evidence } from './evidence.ts';
import { entityId, hexId, instant, personId, reason } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const verdict = z.enum(['confirmed', 'dismissed', 'unsure']);

const reviews = z
  .array(
    z.object({
      verdict,
      by: personId.nullable().describe('Null where the reviewer works elsewhere'),
      at: instant,
    }),
  )
  .describe('What reviewers said of it, the last one last');

export const listFindings = defineRoute({
  id: 'listFindings',
  noun: 'findings',
  method: 'GET',
  path: '/findings',
  action: 'view.read',
  summary: 'Findings, the least likely by chance first',
  query: pageQuery.extend({
    detector: z
      .string()
      .regex(/^[a-z-]{1,64}$/)
      .optional(),
    area: z
      .enum(Object.keys(crimeAreas) as [CrimeArea])
      .optional()
      .describe('A crime area of its people'),
    chance: z.coerce.number().min(0).max(1).optional().describe('Its corrected chance is this at most'),
    standing: z.enum(['validated', 'untested', 'contradicted']).optional(),
    state: z
      .enum(['open', 'confirmed', 'dismissed', 'unsure'])
      .optional()
      .describe('By the last review; `open`: without one'),
  }),
  response: pageOf(finding.extend({ reviews })),
  refusals: ['no-snapshot'],
});

export const reviewFinding = defineRoute({
  id: 'reviewFinding',
  noun: 'findings',
  method: 'POST',
  path: '/findings/{finding}/reviews',
  action: 'finding.review',
  summary: 'Say what one thinks of a finding',
  description: 'Kept for good; the last word counts. It is kept at the statements behind the finding.',
  parameters: z.strictObject({ finding: hexId }),
  body: z.strictObject({ verdict, reason }),
  status: 204,
  refusals: ['no-snapshot', 'not-found'],
});

export const readFindingEvidence = defineRoute({
  id: 'readFindingEvidence',
  noun: 'findings',
  method: 'GET',
  path: '/findings/{finding}/evidence',
  action: 'view.read',
  summary: 'The statements behind a finding, by whom they are of',
  parameters: z.strictObject({ finding: hexId }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(300) }),
  response: evidence,
  refusals: ['no-snapshot', 'not-found'],
});

const place = z.object({ partner: z.string(), contribution: hexId, file: z.string(), row: z.number().int() });

const said = z.array(z.string());
const bothSay = z.tuple([said, said]).describe('What each of the two says, as it was written');

const evidencePart = z.object({
  comparison: z.string(),
  level: z.number().int().nullable().describe('Null: what follows from several comparisons together'),
  weight: z.number().describe('In bits'),
  likelier: z
    .number()
    .describe('How many times likelier this is for the same thing than for two; below 1 it speaks for two'),
  words: z.string(),
  common: z
    .object({
      what: z.string().describe('What the two share: this name, this phone'),
      oneIn: z.number().int().nullable().describe('About one in so many has it, to two digits'),
      fewerThan: z.number().int().nullable().describe('Instead: fewer than so many have it'),
      of: z.number().int().describe('How many were looked at'),
      words: z.string(),
    })
    .nullable()
    .describe('How common the shared value is in what you may read, where that moved the weight'),
  says: bothSay.nullable(),
});

const pair = z
  .object({
    type: z.string(),
    a: entityId,
    b: entityId,
    weight: z.number().describe('In bits: each bit doubles the odds that the two are the same'),
    probability: z.number(),
    prior: z.number().nullable().describe('Where the weights begin'),
    threshold: z.number().describe('From how many bits on a pair of this type links'),
    linked: z.boolean(),
    judged: z.string().nullable().describe('What a person decided'),
    parts: z.array(evidencePart),
    oneSided: z
      .array(z.object({ comparison: z.string(), title: z.string(), says: bothSay }))
      .describe('What only one of the two tells of: it weighs nothing'),
    withheld: z.boolean().describe('What they say is not told: one is a protected person'),
    places: z.tuple([place.nullable(), place.nullable()]).describe('Where each of the two was stated'),
  })
  .meta({ id: 'Pair', description: 'Two records that were compared, and what speaks for and against' });

const neverCompared = z.object({
  because: z
    .enum(['types', 'key', 'left-out', 'rules'])
    .describe(
      'They are of two types; their key alone decides; one takes no part in matching; or no blocking rule led to a pair that was kept',
    ),
  rules: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      outcome: z
        .enum(['shared', 'nearly', 'apart', 'missing'])
        .describe('Whether they share the key of the rule, nearly do, do not, or lack it'),
      alike: z.array(z.string()),
      missing: z.array(z.enum(['a', 'b'])).describe('Who lacks it'),
    }),
  ),
  weight: z.number().nullable().describe('About what they would have weighed, in bits'),
  floor: z.number().describe('Pairs below are not kept'),
});

export const explainPair = defineRoute({
  id: 'explainPair',
  noun: 'pairs',
  method: 'GET',
  path: '/pairs/{a}/{b}',
  action: 'view.read',
  summary: 'Why two were taken for the same, or were not',
  parameters: z.strictObject({ a: entityId, b: entityId }),
  response: z.object({
    type: z.string(),
    sameEntity: z.boolean(),
    chain: z
      .array(pair)
      .describe('The pairs that lead from one to the other; empty when they were never compared'),
    neverCompared: neverCompared.nullable().describe('Why there is no pair of just these two'),
  }),
  refusals: ['no-snapshot', 'not-found'],
});

export const judgePair = defineRoute({
  id: 'judgePair',
  noun: 'pairs',
  method: 'POST',
  path: '/judgements',
  action: 'pair.judge',
  summary: 'Decide whether two records are the same',
  description: 'Kept for good; the last word counts, from the next run on.',
  body: z.strictObject({
    a: entityId,
    b: entityId,
    verdict: z.enum(['same', 'different', 'unsure']),
    reason,
  }),
  status: 204,
  refusals: ['no-snapshot', 'not-found'],
});

export const findingRoutes = [listFindings, readFindingEvidence, reviewFinding, explainPair, judgePair];
