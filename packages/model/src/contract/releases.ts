import { z } from 'zod';
import { hexId, instant, personId, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const snapshot = z.string().regex(/^[0-9a-f]{12}$/);

const release = z
  .object({
    id: hexId,
    kind: z.string().describe('For example `annual`'),
    title: z.string(),
    at: instant,
    contributions: z.array(hexId).describe('What it rests on; to a partner, its own'),
    recipients: z
      .array(z.string())
      .describe('Who got it; to a partner that gave nothing to it, that partner alone'),
    by: personId.nullable().describe('Null to a partner'),
    snapshot: snapshot.nullable().describe('What its numbers can be asked of again; null to a partner'),
  })
  .meta({ id: 'Release', description: 'A product that left the hub' });

export const listReleases = defineRoute({
  id: 'listReleases',
  noun: 'releases',
  method: 'GET',
  path: '/releases',
  action: 'release.list',
  summary: 'What left the hub, the newest first',
  description: 'A partner sees what was released to it and what rests on its own contributions.',
  query: pageQuery,
  response: pageOf(release),
});

export const writeAnnualReport = defineRoute({
  id: 'writeAnnualReport',
  noun: 'releases',
  method: 'POST',
  path: '/reports/annual',
  action: 'report.write',
  summary: 'Write the annual report over what is published, and release it',
  body: z.strictObject({
    year: z.int().min(1900).max(2199),
    foreword: z.string().max(100_000).optional().describe('Without it a template to fill'),
    recipients: z.array(slug).max(1000).default([]).describe('Partners that it is released to'),
  }),
  response: z.object({ release: hexId, year: z.int(), snapshot }),
  status: 201,
  refusals: ['no-snapshot', 'not-found', 'disk-full', 'out-of-memory', 'cancelled', 'damaged'],
});

/** The two printings of a report. */
export const reportFormats = { html: 'text/html; charset=utf-8', pdf: 'application/pdf' } as const;

export const readReport = defineRoute({
  id: 'readReport',
  noun: 'releases',
  method: 'GET',
  path: '/releases/{release}/files/{format}',
  action: 'release.list',
  summary: 'The file of a released report',
  description: 'For those whom it was released to, and for who oversees and runs the hub.',
  parameters: z.strictObject({
    release: hexId,
    format: z.enum(Object.keys(reportFormats) as [keyof typeof reportFormats]),
  }),
  download: Object.values(reportFormats),
  refusals: ['not-found'],
});

export const releaseRoutes = [listReleases, writeAnnualReport, readReport];
