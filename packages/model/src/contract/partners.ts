import { z } from 'zod';
import { slug } from './ids.ts';
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

export const partnerRoutes = [listPartners, registerPartner];
export { partner as registeredPartner };
