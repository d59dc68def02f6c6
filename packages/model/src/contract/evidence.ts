import { z } from 'zod';
import { entityId } from './ids.ts';
import { defineRoute } from './route.ts';

/** Statements, and of whom each is. */
export const evidence = z.object({
  total: z.number().int(),
  items: z.array(
    z.object({
      id: entityId,
      type: z.string(),
      caption: z.string(),
      property: z.string(),
      value: z.string().describe('As it was written; of a reference, what the other is called'),
      other: entityId.nullable().describe('The other end of a reference'),
      partner: z.string(),
      file: z.string(),
      row: z.number().int(),
      firstSeen: z.string().nullable(),
      lastSeen: z.string().nullable(),
      grade: z.string(),
    }),
  ),
});

export const readLinkEvidence = defineRoute({
  id: 'readLinkEvidence',
  noun: 'entities',
  method: 'GET',
  path: '/entities/{entity}/links/{other}/statements',
  action: 'view.read',
  summary: 'The statements behind all links between two things, by whom they are of',
  parameters: z.strictObject({ entity: entityId, other: entityId }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  response: evidence,
  refusals: ['no-snapshot', 'not-found'],
});

export const evidenceRoutes = [readLinkEvidence];
