import { z } from 'zod';
import { defineRoute } from './route.ts';

const share = z.number().min(0).max(1);
const bits = z.number().describe('In bits');

const level = z.object({
  level: z.number().int(),
  title: z.string(),
  m: share.nullable().describe('The share of pairs of one thing that show it'),
  u: share.nullable().describe('The share of pairs taken at random that show it'),
  weight: bits.nullable().describe('log2(m / u), bounded'),
  byFrequency: z.boolean().describe('Whether a rare shared value weighs more than a common one'),
});

const rule = z.object({
  rule: z.string(),
  title: z.string(),
  pairs: z.number().int().describe('That no earlier rule brought'),
  skippedKeys: z.number().int().describe('Keys that too many share'),
  skippedPairs: z.number().int(),
  atStake: share.describe('About this share of the subjects has a key that was skipped'),
});

const calibrationBin = z.object({
  from: bits,
  to: bits,
  range: z.string().describe('The first and the last bin are open'),
  pairs: z.number().int(),
  expected: share.describe('The share of pairs of one thing, by the model'),
  linked: z.number().int(),
  judged: z
    .object({
      same: z.number().int(),
      all: z.number().int(),
      share,
      interval: z.tuple([share, share]).describe('95 %, after Wilson'),
    })
    .nullable()
    .describe('What people found'),
});

const linkageModel = z
  .object({
    type: z.string(),
    subjects: z.number().int(),
    prior: bits.nullable().describe('Log odds, in bits, that two taken at random are one'),
    threshold: z.object({
      bits,
      probability: share,
      expectedPrecision: share.nullable(),
      expectedRecall: share.nullable().describe('Of the pairs of one thing that were kept'),
    }),
    comparisons: z.array(
      z.object({ id: z.string(), title: z.string(), fixed: z.boolean(), levels: z.array(level) }),
    ),
    interactions: z.array(
      z.object({ id: z.string(), title: z.string(), weight: bits, conflict: z.boolean() }),
    ),
    rules: z.array(rule),
    cut: z
      .number()
      .int()
      .describe('Pairs that would have linked and that the guard of the clusters left apart'),
    training: z.object({
      blockPairs: z.number().int(),
      randomPairs: z.number().int(),
      steps: z.array(z.object({ change: z.number(), logLikelihood: z.number() })),
    }),
    calibration: z.array(calibrationBin),
  })
  .meta({ id: 'LinkageModel', description: 'How likeness is weighed for one type, and what that rests on' });

export const readModel = defineRoute({
  id: 'readModel',
  noun: 'models',
  method: 'GET',
  path: '/models/{type}',
  action: 'view.read',
  summary: 'What the model of a type learnt, and how',
  description: 'Learnt from what the caller may read, and from nothing else.',
  parameters: z.strictObject({ type: z.string().regex(/^[a-z-]{1,64}$/) }),
  response: linkageModel,
  refusals: ['no-snapshot', 'not-found'],
});

export const modelRoutes = [readModel];
