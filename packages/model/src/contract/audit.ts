import { z } from 'zod';
import { actions } from '../access/actions.ts';
import { instant, personId, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const number = z.int().positive();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
/** As it was signed: with milliseconds. */
const signedAt = z.iso.datetime({ precision: 3 });
const word = z.string().min(1).max(300);

const entry = z
  .object({
    number: number.describe('Without gaps, from 1'),
    at: instant,
    person: z.string(),
    via: z.enum(['terminal', 'session', 'token', 'hub']),
    action: z.string(),
    what: z.string().describe('What it was done to, as ids; never content'),
    purpose: z.string().nullable(),
    project: z.string().nullable(),
    label: z.string().nullable(),
    outcome: z.string().describe('`allowed`, `refused`, or a code of the action'),
    hash: hash.describe('SHA-256 over this entry and the hash of the one before'),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, for which purpose, and how it ended' });

/** A point of the audit log, signed by the hub. */
export const checkpointShape = z
  .strictObject({
    clew: z.literal(1),
    kind: z.literal('audit-checkpoint'),
    hub: publicKey.describe('The public key of the hub: Ed25519, base64url'),
    number,
    hash,
    at: signedAt,
    signature,
  })
  .meta({ id: 'AuditCheckpoint', description: 'A point of the audit log, signed by the hub' });

/** A checkpoint that somebody outside the hub signed. */
export const countersignatureShape = z
  .strictObject({
    clew: z.literal(1),
    kind: z.literal('audit-countersignature'),
    checkpoint: checkpointShape,
    by: z.string().trim().min(1).max(100).describe('An office, not a person'),
    publicKey,
    at: signedAt,
    signature,
  })
  .meta({ id: 'AuditCountersignature', description: 'A checkpoint that somebody outside the hub signed' });

export const listAudit = defineRoute({
  id: 'listAudit',
  noun: 'audit',
  method: 'GET',
  path: '/audit',
  action: 'audit.read',
  summary: 'The audit log, the newest entry first',
  description: 'Reading it is logged too.',
  query: pageQuery.extend({
    person: personId.optional(),
    action: z.enum(Object.keys(actions) as [keyof typeof actions]).optional(),
    what: word.optional().describe('As the entry has it'),
    outcome: word.optional(),
    project: slug.optional(),
    since: instant.optional(),
    until: instant.optional().describe('Itself not included'),
  }),
  response: pageOf(entry),
});

export const verifyAudit = defineRoute({
  id: 'verifyAudit',
  noun: 'audit',
  method: 'POST',
  path: '/audit/verifications',
  action: 'audit.verify',
  summary: 'Prove the audit log unbroken, or name its first break',
  body: z.strictObject({
    against: z
      .array(z.union([checkpointShape, countersignatureShape]))
      .max(100)
      .default([])
      .describe('What was kept elsewhere: the log must still contain it'),
  }),
  response: z.object({
    entries: z.number().int().describe('Found in order before the first break, or in all'),
    hash: hash.describe('Of the last of these'),
    checkpoints: z.number().int(),
    countersignatures: z.number().int(),
    signedUpTo: z.number().int().describe('The last entry that a checkpoint covers; 0 without one'),
    broken: z
      .object({
        number: z.number().int(),
        kind: z.enum([
          'changed',
          'missing',
          'inserted',
          'reordered',
          'truncated',
          'rewritten',
          'checkpoint',
          'countersignature',
        ]),
      })
      .nullable()
      .describe('Null: unbroken'),
  }),
  refusals: ['cancelled'],
});

export const makeCheckpoint = defineRoute({
  id: 'makeCheckpoint',
  noun: 'audit',
  method: 'POST',
  path: '/audit/checkpoints',
  action: 'audit.verify',
  summary: 'Sign the end of the audit log',
  description: 'The answer says nothing of what was done: keep it elsewhere, and have it countersigned.',
  response: checkpointShape,
  status: 201,
  refusals: ['not-found'],
});

export const addCountersignature = defineRoute({
  id: 'addCountersignature',
  noun: 'audit',
  method: 'POST',
  path: '/audit/countersignatures',
  action: 'audit.verify',
  summary: 'Keep what somebody outside the hub signed beside its checkpoint',
  body: countersignatureShape,
  status: 204,
  refusals: ['not-found'],
});

export const auditRoutes = [listAudit, verifyAudit, makeCheckpoint, addCountersignature];
