import { z } from 'zod';
import { problemCodes } from '../problem.ts';
import { day, instant, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'No control characters');

/** Who takes part in the hub, as it is registered. */
export const partnerShape = z
  .strictObject({
    id: slug,
    title: words(200),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .describe('ISO 3166-1 alpha-2; null: an international body'),
    contact: words(200).describe('Whom to ask: a desk, not a person'),
  })
  .meta({ id: 'NewPartner', description: 'Who is to take part in the hub' });

const partner = z
  .object({
    id: slug,
    title: z.string(),
    country: z.string().nullable(),
    contact: z.string().describe('Whom to ask: a desk, not a person'),
  })
  .meta({ id: 'Partner', description: 'Who takes part in the hub' });

export const listPartners = defineRoute({
  id: 'listPartners',
  noun: 'partners',
  method: 'GET',
  path: '/partners',
  action: 'partner.manage',
  summary: 'Who takes part in the hub',
  query: pageQuery,
  response: pageOf(partner),
});

export const registerPartner = defineRoute({
  id: 'registerPartner',
  noun: 'partners',
  method: 'POST',
  path: '/partners',
  action: 'partner.manage',
  summary: 'Register a partner',
  body: partnerShape,
  response: partner,
  status: 201,
  refusals: ['already-there'],
});

const whole = z.number().int();
const hours = z.number().nullable();
const days = whole.nullable();

export const readReturn = defineRoute({
  id: 'readReturn',
  noun: 'partners',
  method: 'GET',
  path: '/partners/{partner}/return',
  action: 'hit.read',
  summary: 'What a partner gave, how good that was, what it brought, and what it owes',
  description: 'Counts only. A partner’s people get that of their own partner.',
  parameters: z.strictObject({ partner: slug }),
  query: z.strictObject({
    since: day.optional().describe('The first day of receipt that counts'),
    until: day.optional().describe('The last day of receipt that counts'),
  }),
  response: z.object({
    partner: slug,
    title: z.string(),
    since: day.nullable(),
    until: day.nullable(),
    at: instant,
    given: z.object({
      contributions: whole,
      unread: whole.describe('Not read, or set aside until they get another mapping'),
      bytes: whole,
      lastReceivedAt: instant.nullable(),
      rows: whole.describe('`stated` + `refused`'),
      stated: whole,
      refused: whole,
      quarantined: whole.describe('Persons whom nobody has put in a category yet'),
    }),
    problems: z.array(
      z.object({
        code: z.enum(Object.keys(problemCodes) as [keyof typeof problemCodes]),
        problems: whole,
        refused: whole.describe('Rows of which nothing was stated'),
      }),
    ),
    completeness: z
      .array(z.object({ type: z.string(), property: z.string(), subjects: whole, given: whole }))
      .describe('Of so many things of a type, so many have the property'),
    timeliness: z
      .object({ rows: whole, medianDays: days, ninetiethDays: days })
      .describe('From the last day that a row speaks of to its receipt; `rows`: those that speak of a day'),
    grades: z.array(z.object({ source: z.string(), information: z.string(), statements: whole })),
    hits: z
      .object({ told: whole, requested: whole, answered: whole, withdrawn: whole, others: whole })
      .describe('Hits that it was told of in that time, as they stand now'),
    answers: z
      .object({
        requests: whole,
        answered: whole,
        medianHours: hours,
        ninetiethHours: hours,
        medianHoursFromTold: hours,
        open: whole,
        oldestOpenHours: hours,
      })
      .nullable()
      .describe('What others ask of it; null where nobody ever did'),
  }),
  refusals: ['not-found'],
});

export const partnerRoutes = [listPartners, registerPartner, readReturn];
export { partner as registeredPartner };
