import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { erasureGrounds } from '../terms/erasure.ts';
import { clockDecisions } from '../terms/profiles/legal-profile.ts';
import { hexId, instant, reason, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const keys = <K extends string>(codes: Readonly<Record<K, unknown>>) => Object.keys(codes) as [K, ...K[]];
const decision = z.enum(keys(clockDecisions));

const notice = z
  .object({
    id: hexId,
    to: z.union([z.object({ partner: slug }), z.object({ role: z.enum(keys(roles)) })]),
    kind: z.string(),
    about: z.string().describe('An id; a notice carries no content'),
    at: instant,
    read: z.boolean(),
  })
  .meta({ id: 'Notice', description: 'Something that a partner or the holders of a role must be told' });

export const listNotices = defineRoute({
  id: 'listNotices',
  noun: 'notices',
  method: 'GET',
  path: '/notices',
  action: 'notice.read',
  summary: 'The notices to oneself, the newest first',
  query: pageQuery.extend({ unread: z.enum(['true', 'false']).default('false') }),
  response: pageOf(notice),
});

export const readNotice = defineRoute({
  id: 'readNotice',
  noun: 'notices',
  method: 'PUT',
  path: '/notices/{notice}/read',
  action: 'notice.read',
  summary: 'Mark a notice as read',
  parameters: z.strictObject({ notice: hexId }),
  refusals: ['not-found'],
});

const clock = z
  .object({
    contribution: hexId,
    owner: slug,
    clock: z.string(),
    title: z.string(),
    source: z.string().describe('Article, section'),
    due: instant,
    isDue: z.boolean(),
    daysLeft: z.number().int(),
    otherwise: z.enum(['erase', 'notice']).describe('What nobody’s decision leads to'),
    decisions: z.array(decision),
    readable: z.boolean().describe('Whether the contribution could be read to tell whom it holds'),
  })
  .meta({ id: 'Clock', description: 'Something that the law makes due' });

export const listClocks = defineRoute({
  id: 'listClocks',
  noun: 'clocks',
  method: 'GET',
  path: '/clocks',
  action: 'clock.list',
  summary: 'What is due and will be, the next first',
  query: pageQuery.extend({
    within: z.coerce.number().int().min(0).max(36500).optional().describe('Days from now'),
  }),
  response: pageOf(clock),
});

export const decideClock = defineRoute({
  id: 'decideClock',
  noun: 'clocks',
  method: 'POST',
  path: '/contributions/{contribution}/clocks/{clock}/decisions',
  action: 'clock.decide',
  summary: 'Decide on what is or will be due',
  parameters: z.strictObject({ contribution: hexId, clock: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
  body: z.strictObject({ decision, reason }),
  response: z.object({ until: instant.nullable().describe('When it is due again; null: never') }),
  refusals: ['not-found', 'erased', 'terms-forbid'],
});

const certificate = z
  .object({
    contribution: hexId,
    owner: slug,
    receivedAt: instant,
    bytes: z.number().int(),
    sha256: z.string(),
    ground: z.enum(keys(erasureGrounds)),
    law: z.string(),
    reason: z.string(),
    orderedBy: z.string(),
    orderedAt: instant,
    completedAt: instant,
    keyDestroyed: z.literal(true),
    removed: z.object({
      object: z.string(),
      folders: z.array(
        z.object({
          folder: z.string(),
          files: z.number().int(),
          bytes: z.number().int(),
          sha256: z.string(),
        }),
      ),
    }),
    releases: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        snapshot: z.string().nullable(),
        recipients: z.array(z.string()),
        at: instant,
      }),
    ),
    told: z.array(z.object({ hit: hexId, partner: slug, what: z.enum(['hit', 'shared']), at: instant })),
    noticesTo: z.array(z.string()),
    tellOutside: z.array(z.string()),
  })
  .meta({
    id: 'ErasureCertificate',
    description: 'The proof that a contribution was erased; nothing of it is in it',
  });

export const eraseContribution = defineRoute({
  id: 'eraseContribution',
  noun: 'contributions',
  method: 'POST',
  path: '/contributions/{contribution}/erasure',
  action: 'contribution.erase',
  summary: 'Erase a contribution for good',
  description:
    'Its key is destroyed, what was computed from it is removed, and whoever got something of it is told.',
  parameters: z.strictObject({ contribution: hexId }),
  body: z.strictObject({
    ground: z.enum(keys(erasureGrounds)).exclude(['clock']),
    reason: reason.describe('Stays in the certificate: quote nothing of the content'),
  }),
  response: certificate,
  status: 201,
  refusals: ['not-found', 'erased'],
});

export const listErasures = defineRoute({
  id: 'listErasures',
  noun: 'contributions',
  method: 'GET',
  path: '/erasures',
  action: 'clock.list',
  summary: 'The certificates of what was erased: one’s own partner’s, or all of them at the hub',
  query: pageQuery,
  response: pageOf(certificate),
});

export const clockRoutes = [
  listNotices,
  readNotice,
  listClocks,
  decideClock,
  eraseContribution,
  listErasures,
];
