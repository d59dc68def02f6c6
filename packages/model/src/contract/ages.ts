import { z } from 'zod';
import { entityId, slug } from './ids.ts';
import { defineRoute } from './route.ts';

const count = z.number().int();
const day = z.string().nullable();
const ageOutcome = z
  .enum(['child', 'presumed-child', 'adult', 'unknown'])
  .describe('An age that may be a child’s is taken for one');
const ageGroup = z.enum(['child', 'open', 'adult']);

export const readEntityAge = defineRoute({
  id: 'readEntityAge',
  noun: 'entities',
  method: 'GET',
  path: '/entities/{entity}/age',
  action: 'view.read',
  summary: 'What was recorded of a person’s age, by whom, and what it comes to',
  description:
    'Evidence raises protection and never lowers it. Of a protected person neither a date of birth nor an age is told.',
  parameters: z.strictObject({ entity: entityId }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Pieces of evidence at most'),
  }),
  response: z
    .object({
      id: entityId,
      caption: z.string().describe('A pseudonym for a protected person'),
      protected: z.boolean(),
      first: ageOutcome.describe('When first recorded'),
      last: ageOutcome.describe('When last recorded'),
      firstSeen: day,
      lastSeen: day,
      conflict: z.boolean().describe('Whether pieces of evidence cannot be true together'),
      flagged: z.boolean().describe('Whether a record by itself says that it is a minor’s'),
      raised: z.boolean().describe('Whether only all records together do'),
      total: count,
      rows: z.array(
        z.object({
          source: z.enum(['birth', 'document', 'assessed', 'age', 'profile', 'flag']),
          original: z.string().nullable().describe('As it was written; not told of a protected person'),
          on: z.string().describe('The day of the record; empty where it is not known'),
          partner: slug,
          grade: z.string(),
          records: count,
          first: ageGroup,
          last: ageGroup,
          against: count.describe('How many of the others cannot be true together with it'),
        }),
      ),
    })
    .meta({ id: 'PersonAge', description: 'Evidence of an age, never a verdict' }),
  refusals: ['no-snapshot', 'not-found'],
});

export const ageRoutes = [readEntityAge];
