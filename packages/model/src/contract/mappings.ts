import { z } from 'zod';
import { problemCodes } from '../problem.ts';
import { mappingShape as mapping } from './contributions.ts';
import { slug } from './ids.ts';
import { defineRoute } from './route.ts';

const cells = z
  .array(z.object({ column: z.string(), value: z.string() }))
  .describe('Cells that hold nothing are left out');

/** Looks at the beginning of a file before it is handed in. */
export const proposeMapping = defineRoute({
  id: 'proposeMapping',
  noun: 'uploads',
  method: 'POST',
  path: '/mappings/proposal',
  action: 'contribution.hand-in',
  summary: 'See how a file would be read, before it is handed in',
  description:
    'Send the beginning of the file (of an XLSX all of it), 64 MiB at most. Nothing of it is kept: it is encrypted while it is looked at, and gone with the answer.',
  query: z.strictObject({
    partner: slug,
    ending: z
      .string()
      .regex(/^[a-z0-9]{1,10}$/)
      .optional()
      .describe('How the name of the file ends, without the dot'),
  }),
  bytes: true,
  response: z.object({
    reader: z.string(),
    encoding: z.string().nullable(),
    separator: z.string().nullable(),
    sheet: z.string().nullable(),
    mapping: z.record(z.string(), z.json()).describe('As in a mapping file'),
    columns: z.array(
      z.object({
        column: z.string(),
        subject: z.string().nullable().describe('Null where the column is left out; `row`: it dates the row'),
        property: z.string().nullable(),
        confidence: z.number().describe('0 to 1'),
        reason: z.string(),
      }),
    ),
    rows: z.array(z.object({ cells })).describe('The first, 50 at most; long cells are cut'),
  }),
  refusals: [
    'not-found',
    'file-empty',
    'file-unreadable',
    'file-unknown-format',
    'file-too-large',
    'disk-full',
  ],
});

/** Tries a mapping on rows that the client has. */
export const tryMapping = defineRoute({
  id: 'tryMapping',
  noun: 'uploads',
  method: 'POST',
  path: '/mappings/trial',
  action: 'contribution.hand-in',
  summary: 'See what a mapping would complain of in a few rows',
  description: 'Nothing of it is kept.',
  body: z.strictObject({
    partner: slug,
    reader: z.string(),
    mapping,
    columns: z.array(z.string()).max(16_384),
    rows: z.array(z.strictObject({ cells })).max(50),
  }),
  response: z.object({
    problems: z.array(
      z.object({
        row: z.number().int().describe('Among those sent, counted from 1'),
        field: z.string().nullable().describe('The column; null when the whole row would state nothing'),
        code: z.enum(Object.keys(problemCodes) as [keyof typeof problemCodes]),
      }),
    ),
  }),
  refusals: ['mapping-invalid'],
});

export const mappingRoutes = [proposeMapping, tryMapping];
