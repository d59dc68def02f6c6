import { z } from 'zod';
import { entityId, hexId, instant, personId, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const verdict = z.enum(['same', 'different', 'unsure']);

const others = z
  .array(
    z.object({
      verdict,
      by: personId.nullable().describe('Null where the reviewer works elsewhere'),
      at: instant,
    }),
  )
  .describe('What was said of the pair; empty when the caller is asked for a second opinion');

const reviewPair = z
  .object({
    a: entityId,
    b: entityId,
    type: z.string(),
    ask: z
      .enum(['decision', 'second-opinion'])
      .describe('`second-opinion`: another reviewer has judged it; that verdict is not told here'),
    weight: z.number().nullable().describe('In bits; null where the two were not compared'),
    probability: z.number().nullable(),
    together: z.boolean().nullable().describe('Whether the two are one now; null for a second opinion'),
    stake: z
      .object({
        wrong: z.number().describe('The probability that what holds now is wrong'),
        pairs: z.number().int().describe('Pairs of records that would come together or apart'),
        hits: z.number().int().describe('Pairs of owners that would be told of each other, or no longer'),
        bridge: z.boolean().describe('Nothing but this pair holds the two sides together'),
        more: z.number().int().describe('Other pairs that ask the same'),
        value: z.number().describe('What the order goes by: wrong × (pairs + 10 × hits)'),
      })
      .nullable()
      .describe('What an answer would change; null for a second opinion'),
    names: z
      .tuple([z.string().nullable(), z.string().nullable()])
      .describe('What the two are called; null for a protected person'),
    others,
  })
  .meta({ id: 'ReviewPair', description: 'Two records that a reviewer is asked about' });

export const listReviewPairs = defineRoute({
  id: 'listReviewPairs',
  noun: 'review',
  method: 'GET',
  path: '/review/pairs',
  action: 'pair.judge',
  summary: 'Pairs to judge, those first whose decision is expected to change most',
  description: 'Judge them by POST /judgements. Each tenth is a second opinion, as long as any is due.',
  query: pageQuery.extend({
    type: z
      .string()
      .regex(/^[a-z-]{1,64}$/)
      .optional(),
  }),
  response: pageOf(reviewPair),
  refusals: ['no-snapshot'],
});

const place = z.object({ partner: z.string(), contribution: hexId, file: z.string(), row: z.number().int() });

export const readReviewPair = defineRoute({
  id: 'readReviewPair',
  noun: 'review',
  method: 'GET',
  path: '/review/pairs/{a}/{b}',
  action: 'pair.judge',
  summary: 'Two records side by side, with what speaks for and against',
  parameters: z.strictObject({ a: entityId, b: entityId }),
  response: z.object({
    a: entityId,
    b: entityId,
    type: z.string(),
    places: z.tuple([z.array(place), z.array(place)]).describe('Where each of the two was stated'),
    properties: z.array(
      z.object({
        property: z.string(),
        title: z.string(),
        a: z.array(z.string()),
        b: z.array(z.string()),
        same: z.boolean().describe('Whether both have a value in common, however it is written'),
      }),
    ),
    compared: z
      .object({
        weight: z.number(),
        probability: z.number(),
        prior: z.number().nullable(),
        parts: z.array(
          z.object({
            comparison: z.string(),
            level: z.number().int().nullable(),
            code: z.string().nullable().describe('The words of the level as a code; null without a level'),
            weight: z.number(),
            words: z.string().describe('In English'),
          }),
        ),
      })
      .nullable(),
    others,
  }),
  refusals: ['no-snapshot', 'not-found'],
});

const group = z.object({
  id: entityId.describe('The smallest of its records'),
  records: z.number().int(),
});

export const previewJudgement = defineRoute({
  id: 'previewJudgement',
  noun: 'review',
  method: 'GET',
  path: '/review/pairs/{a}/{b}/preview',
  action: 'pair.judge',
  summary: 'What a decision on a pair would change, before it is made',
  description:
    'Reckoned on what the caller may see, by the clustering and the query that tell hits; nothing is written. Hits that hang on what the caller may not see are not told.',
  parameters: z.strictObject({ a: entityId, b: entityId }),
  query: z.strictObject({ verdict }),
  response: z.object({
    verdict,
    before: z.array(group).describe('The groups of records that would change, and those of the two'),
    after: z.array(group),
    joined: z.number().int().describe('Pairs of records that would come together'),
    parted: z.number().int().describe('Pairs of records that would come apart'),
    raised: z.number().int(),
    withdrawn: z.number().int(),
    hits: z
      .array(
        z.object({
          effect: z.enum(['raised', 'withdrawn']),
          recipient: slug,
          recipientTitle: z.string(),
          other: slug,
          otherTitle: z.string(),
          kind: z.string(),
          type: z.string(),
          entity: entityId,
          caption: z.string(),
        }),
      )
      .describe('The first 100 that would be told, or no longer hold'),
  }),
  refusals: ['no-snapshot', 'not-found'],
});

export const readMerges = defineRoute({
  id: 'readMerges',
  noun: 'entities',
  method: 'GET',
  path: '/entities/{entity}/merges',
  action: 'view.read',
  summary: 'How the records of one person or thing became one, and what people said of them',
  parameters: z.strictObject({ entity: entityId }),
  response: z.object({
    records: z
      .array(
        z.object({
          subject: entityId,
          at: z.string().describe('When the first file with it came'),
          partner: z.string(),
          file: z.string(),
          row: z.number().int(),
          to: entityId.nullable().describe('The earlier record that the strongest link leads to'),
          probability: z.number().nullable(),
          judged: z.boolean().describe('Whether a person said so'),
        }),
      )
      .describe('In the order in which they came, the first 200'),
    judgements: z
      .array(z.object({ a: entityId, b: entityId, verdict, by: personId.nullable(), at: instant }))
      .describe('In the order in which they were made'),
  }),
  refusals: ['no-snapshot', 'not-found'],
});

const coefficient = {
  value: z.number().nullable().describe('1: perfect, 0: as by chance; null: nothing can be said'),
  low: z.number().nullable().describe('95 of 100 resamples lie between low and high'),
  high: z.number().nullable(),
};

export const measureAgreement = defineRoute({
  id: 'measureAgreement',
  noun: 'review',
  method: 'GET',
  path: '/review/agreement',
  action: 'hub.score',
  summary: 'How far reviewers agree beyond chance',
  description: 'Over the pairs that were drawn for a second opinion, by the first two opinions on each.',
  response: z.object({
    judged: z.number().int().describe('Pairs that anybody has judged'),
    drawn: z.number().int().describe('Of those, drawn for a second opinion'),
    oneIn: z.number().int().describe('One judged pair in so many is drawn'),
    waiting: z.number().int().describe('Drawn, and seen by one reviewer so far'),
    units: z.number().int().describe('Pairs that two have judged'),
    raters: z.number().int(),
    same: z.number().nullable().describe('The share on which both said the same'),
    alpha: z.object(coefficient).describe('Krippendorff’s alpha over all reviewers'),
    kappas: z
      .array(
        z.object({
          one: personId,
          other: personId,
          units: z.number().int(),
          same: z.number(),
          ...coefficient,
        }),
      )
      .describe('Cohen’s kappa of each two reviewers'),
  }),
});

export const reviewRoutes = [listReviewPairs, readReviewPair, previewJudgement, readMerges, measureAgreement];
