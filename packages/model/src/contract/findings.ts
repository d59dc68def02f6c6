import { z } from 'zod';
import { finding } from './entities.ts';
import { entityId, hexId, reason } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

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
  }),
  response: pageOf(finding),
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
  body: z.strictObject({ verdict: z.enum(['confirmed', 'dismissed', 'unsure']), reason }),
  status: 204,
  refusals: ['no-snapshot', 'not-found'],
});

const place = z.object({ partner: z.string(), contribution: hexId, file: z.string(), row: z.number().int() });

const pair = z
  .object({
    type: z.string(),
    a: entityId,
    b: entityId,
    weight: z.number().describe('In bits: each bit doubles the odds that the two are the same'),
    probability: z.number(),
    prior: z.number().nullable().describe('Where the weights begin'),
    linked: z.boolean(),
    judged: z.string().nullable().describe('What a person decided'),
    parts: z.array(
      z.object({ comparison: z.string(), level: z.number().int(), weight: z.number(), words: z.string() }),
    ),
    places: z.tuple([place.nullable(), place.nullable()]).describe('Where each of the two was stated'),
  })
  .meta({ id: 'Pair', description: 'Two records that were compared, and what speaks for and against' });

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

export const findingRoutes = [listFindings, reviewFinding, explainPair, judgePair];
