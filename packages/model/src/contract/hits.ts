import { z } from 'zod';
import { entityId, hexId, instant, reason, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const answer = z.enum(['share', 'share-part', 'refuse', 'need-more']);
const states = ['told', 'requested', 'answered', 'withdrawn'] as const;
const property = z.string().regex(/^[a-zA-Z]{1,64}$/);

const hit = z
  .object({
    id: hexId,
    side: z
      .enum(['told', 'asked'])
      .describe('`told`: was told of it and may ask; `asked`: owns what was asked for'),
    kind: z.string().describe('For example: the same phone'),
    type: z.string(),
    other: slug,
    otherTitle: z.string(),
    contact: z.string().describe('Whom to ask'),
    own: z.array(entityId).describe('The side’s own records'),
    contribution: hexId.nullable(),
    file: z.string().nullable(),
    row: z.number().int().nullable(),
    toldAt: instant,
    state: z.enum(states),
    answer: answer.nullable(),
    since: instant,
    seen: z.boolean(),
    shared: z.boolean().describe('Whether something may be read on it'),
  })
  .meta({ id: 'Hit', description: 'That somebody else holds the same: of what kind, and whom to ask' });

const parameters = z.strictObject({ hit: hexId });

export const listHits = defineRoute({
  id: 'listHits',
  noun: 'hits',
  method: 'GET',
  path: '/hits',
  action: 'hit.read',
  summary: 'The hits of one partner, the newest first',
  query: pageQuery.extend({
    partner: slug.optional().describe('One’s own unless told; the hub’s own people name one'),
    side: z.enum(['told', 'asked']).default('told'),
    type: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
    other: slug.optional(),
    state: z.enum(states).optional().describe('All but withdrawn ones unless told'),
  }),
  response: pageOf(hit),
  refusals: ['not-found'],
});

export const countHits = defineRoute({
  id: 'countHits',
  noun: 'hits',
  method: 'GET',
  path: '/hit-counts',
  action: 'hit.read',
  summary: 'Hits that stand, by partner and other partner: one’s own, or at the hub everybody’s',
  query: z.strictObject({
    type: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
  }),
  response: z.object({
    items: z.array(
      z.object({ recipient: slug, other: slug, otherTitle: z.string(), hits: z.number().int() }),
    ),
  }),
});

const hours = z.number().nullable();

export const listAnswerTimes = defineRoute({
  id: 'listAnswerTimes',
  noun: 'hits',
  method: 'GET',
  path: '/answer-times',
  action: 'hit.read',
  summary: 'How long owners take to answer: one’s own partner, or at the hub everybody',
  response: z.object({
    items: z.array(
      z.object({
        owner: slug,
        requests: z.number().int(),
        answered: z.number().int(),
        medianHours: hours,
        ninetiethHours: hours,
        medianHoursFromTold: hours,
        open: z.number().int(),
        oldestOpenHours: hours,
      }),
    ),
  }),
});

export const readHit = defineRoute({
  id: 'readHit',
  noun: 'hits',
  method: 'GET',
  path: '/hits/{hit}',
  action: 'hit.read',
  summary: 'A hit with what was asked and answered',
  parameters,
  response: z.object({
    hit,
    steps: z.array(
      z.object({
        event: z.enum(['requested', 'answered', 'withdrawn', 'returned']),
        partner: slug.nullable().describe('Null where the hub did it'),
        by: z.string().nullable().describe('The person, on one’s own side only'),
        answer: answer.nullable(),
        reason: z.string().nullable(),
        at: instant,
      }),
    ),
    consent: z
      .object({ properties: z.array(z.string()).nullable().describe('Null: all of them'), since: instant })
      .nullable(),
  }),
  refusals: ['not-found'],
});

export const requestContent = defineRoute({
  id: 'requestContent',
  noun: 'hits',
  method: 'POST',
  path: '/hits/{hit}/requests',
  action: 'hit.request',
  summary: 'Ask the other owner for the content behind a hit',
  parameters,
  body: z.strictObject({ reason }),
  refusals: ['not-found', 'already-done'],
});

export const answerHit = defineRoute({
  id: 'answerHit',
  noun: 'hits',
  method: 'POST',
  path: '/hits/{hit}/answers',
  action: 'hit.answer',
  summary: 'Answer, as the owner, what is shared',
  description:
    'The last answer counts. Refusing and asking back need a reason; sharing in part needs properties.',
  parameters,
  body: z.strictObject({
    answer,
    reason: reason.optional(),
    properties: z.array(property).max(200).optional(),
  }),
  refusals: ['not-found', 'already-done'],
});

export const endConsent = defineRoute({
  id: 'endConsent',
  noun: 'hits',
  method: 'DELETE',
  path: '/hits/{hit}/consent',
  action: 'hit.answer',
  summary: 'Share no longer what is behind a hit',
  parameters,
  refusals: ['not-found', 'already-done'],
});

export const readShared = defineRoute({
  id: 'readShared',
  noun: 'hits',
  method: 'GET',
  path: '/hits/{hit}/shared',
  action: 'shared.read',
  summary: 'Read what the owner shared, as it stands now',
  parameters,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(1000) }),
  response: z.object({
    hit: hexId,
    owner: slug,
    recipient: slug,
    properties: z.array(z.string()).nullable().describe('Null: all of them'),
    statements: z.array(
      z.object({
        subject: entityId,
        property: z.string(),
        value: z.string(),
        original: z.string(),
        firstSeen: z.string().nullable(),
        lastSeen: z.string().nullable(),
        contribution: hexId,
        row: z.number().int(),
        grade: z.string(),
        handling: z.array(z.string()),
        restrictions: z.array(z.string()),
        expires: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: ['not-found'],
});

export const hitRoutes = [
  listHits,
  readHit,
  requestContent,
  answerHit,
  endConsent,
  readShared,
  countHits,
  listAnswerTimes,
];
