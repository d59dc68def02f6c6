import { z } from 'zod';
import { largestResult, type ResultKindId, resultKinds } from '../results.ts';
import { day, hexId, instant, personId, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const kind = z.enum(Object.keys(resultKinds) as [ResultKindId]).meta({
  id: 'ResultKind',
  description: Object.entries(resultKinds)
    .map(([id, { definition, unit }]) => `\`${id}\`: ${definition} (${unit})`)
    .join('. '),
});

/** What a partner reports. */
export const newResult = z.strictObject({
  partner: slug.describe('Whose operation it was'),
  kind,
  count: z.int().min(0).max(largestResult).describe('In the unit of the kind'),
  day: day.describe('When it came about; not in the future'),
});

const result = z
  .object({ id: hexId, partner: slug, kind, count: z.int(), day, by: personId, at: instant })
  .meta({ id: 'Result', description: 'What came of it, as a partner reported it' });

export const listResults = defineRoute({
  id: 'listResults',
  noun: 'results',
  method: 'GET',
  path: '/results',
  action: 'result.record',
  summary: 'What was reported, the latest day first: one’s own partner’s, or all at the hub',
  query: pageQuery.extend({
    partner: slug.optional(),
    kind: kind.optional(),
    since: day.optional(),
    until: day.optional().describe('Itself included'),
  }),
  response: pageOf(result),
  refusals: ['not-found'],
});

export const recordResult = defineRoute({
  id: 'recordResult',
  noun: 'results',
  method: 'POST',
  path: '/results',
  action: 'result.record',
  summary: 'Report what came of an operation',
  description: 'Numbers only, and no names. What was reported stays as it was reported.',
  body: newResult,
  response: result,
  status: 201,
  refusals: ['not-found'],
});

export const resultRoutes = [listResults, recordResult];
