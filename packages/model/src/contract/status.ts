import { z } from 'zod';
import { contributionShape } from './contributions.ts';
import { hexId, instant } from './ids.ts';
import { registeredPartner } from './partners.ts';
import { defineRoute } from './route.ts';

const snapshotId = z.string().regex(/^[0-9a-f]{12}$/);

export const readStatus = defineRoute({
  id: 'readStatus',
  noun: 'status',
  method: 'GET',
  path: '/status',
  action: 'hub.status',
  summary: 'What the hub holds and what is published, for who runs it',
  response: z.object({
    title: z.string(),
    profile: z.string().describe('The legal profile'),
    partners: z.array(registeredPartner),
    held: z.number().int().describe('How many contributions there are'),
    lost: z.number().int().describe('How many stored files are gone though nobody erased them'),
    waiting: z.number().int().describe('How many of them the next run takes up'),
    releases: z.number().int().describe('How many products have left the hub'),
    contributions: z.array(
      contributionShape.extend({
        takenIn: z.boolean().describe('Whether it is read'),
        published: z.boolean().describe('Whether it takes part in what is published'),
      }),
    ),
    judgements: z.number().int(),
    judgementsSince: z.number().int().describe('Judgements that the next run takes up'),
    snapshot: z.object({ id: snapshotId, publishedAt: instant, whole: z.boolean() }).nullable(),
  }),
});

export const startRun = defineRoute({
  id: 'startRun',
  noun: 'runs',
  method: 'POST',
  path: '/runs',
  action: 'hub.run',
  summary: 'Compute and publish',
  description:
    'Answers when it is published: send it with an Idempotency-Key and ask again with the same key if the connection is lost.',
  body: z.strictObject({
    again: z.boolean().default(false).describe('Compute even when nothing has changed'),
  }),
  response: z.object({
    snapshot: snapshotId,
    computed: z.boolean().describe('False when this snapshot was there already'),
    setAside: z.array(hexId).describe('Contributions that take no part, because they cannot be read'),
  }),
  status: 201,
  refusals: ['no-snapshot', 'disk-full', 'out-of-memory', 'cancelled', 'damaged'],
});

export const listRuns = defineRoute({
  id: 'listRuns',
  noun: 'runs',
  method: 'GET',
  path: '/runs',
  action: 'hub.status',
  summary: 'The run whose result is published now; none before the first',
  response: z.object({
    items: z.array(
      z.object({
        snapshot: snapshotId,
        publishedAt: instant,
        engine: z.string().describe('The version that computed it'),
        contributions: z.number().int().describe('How many took part'),
        judgements: z.number().int().describe('How many it obeyed'),
        whole: z.boolean().describe('Whether its files are there; else run again'),
      }),
    ),
  }),
});

export const statusRoutes = [readStatus, startRun, listRuns];
