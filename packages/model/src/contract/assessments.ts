import { z } from 'zod';
import { outcomes, standings } from '../exploitation/assess.ts';
import { dimensions, forms, indicators, weights } from '../exploitation/indicators.ts';
import { keys } from './entities.ts';
import { entityId, slug } from './ids.ts';
import { defineRoute } from './route.ts';

const count = z.number().int();
const owners = z.array(slug);

const recordedIndicator = z.enum(keys(indicators));
const lacking = z.object({ strong: count, medium: count, weak: count });

const assessment = z.object({
  form: z.enum(keys(forms)).describe('Which list of the survey'),
  age: z.enum(['adult', 'child']).describe('Which table of weights: a child needs no means'),
  outcome: z.enum(keys(outcomes)).describe('Where it is not settled, what it may come to at most'),
  isSettled: z.boolean().describe('Whether the outcome holds whatever the unchecked weights are'),
  dimensions: z.array(
    z.object({
      dimension: z.enum(keys(dimensions)),
      standing: z
        .enum(keys(standings))
        .describe('`to-check`: it hangs on weights that were not checked against the published list'),
      by: z.array(z.object({ indicator: recordedIndicator, weight: z.enum(keys(weights)) })),
      lacking: lacking
        .nullable()
        .describe(
          'The fewest further indicators, of at least this strength, that would meet it; null where none are left',
        ),
      missing: z.array(recordedIndicator).describe('What the list has besides, the strongest first'),
    }),
  ),
});

export const assessCase = defineRoute({
  id: 'assessCase',
  noun: 'entities',
  method: 'GET',
  path: '/entities/{entity}/assessment',
  action: 'view.read',
  summary: 'What the recorded indicators of trafficking come to for the people of a case',
  description:
    'By the operational indicators of ILO and European Commission and their rule of combination. Indicators screen; a person determines.',
  parameters: z.strictObject({ entity: entityId }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('People at most'),
    offset: z.coerce
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .default(0)
      .describe('People left out at the beginning'),
  }),
  response: z
    .object({
      id: entityId,
      people: count.describe('Of whom records of the case speak'),
      recorded: count.describe('Those of whom an indicator is recorded'),
      outcomes: z.partialRecord(z.enum(keys(outcomes)), count),
      toCheck: z
        .partialRecord(z.enum(keys(outcomes)), count)
        .describe('What people may come to at most once unchecked weights are checked'),
      rows: z.array(
        z.object({
          id: entityId,
          caption: z.string().describe('A pseudonym for a protected person'),
          protected: z.boolean(),
          recorded: z.array(z.object({ indicator: recordedIndicator, records: count, owners })),
          assessments: z
            .array(assessment)
            .describe(
              'By each form that case or facts speak of; where the age is not known, as an adult and as a child',
            ),
        }),
      ),
    })
    .meta({ id: 'CaseAssessment', description: 'Indicators by person, never a verdict and never a score' }),
  refusals: ['no-snapshot', 'not-found'],
});

export const assessmentRoutes = [assessCase];
