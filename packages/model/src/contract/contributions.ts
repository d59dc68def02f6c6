import { z } from 'zod';
import { mappingSchema } from '../mapping.ts';
import { problemCodes } from '../problem.ts';
import { termsSchema } from '../terms/terms.ts';
import { hexId, instant, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { termsPartShape } from './terms-part.ts';

const mapping = mappingSchema.meta({ id: 'Mapping', description: 'How a file is read into statements' });
const terms = termsSchema.meta({ id: 'Terms', description: 'What the owner lays down' });

const contribution = z
  .object({
    id: hexId,
    partner: slug,
    fileName: z.string(),
    bytes: z.number().int(),
    receivedAt: instant,
    setAside: z
      .object({ code: z.string(), reason: z.string() })
      .nullable()
      .describe('Why it takes no part until it gets another mapping'),
  })
  .meta({ id: 'Contribution', description: 'A file that a partner handed in' });

const problem = z
  .object({
    row: z.number().int().describe('The data row, counted from 1'),
    field: z.string().nullable().describe('The column; null when the whole row is meant'),
    code: z.enum(Object.keys(problemCodes) as [keyof typeof problemCodes]),
    value: z.string().nullable(),
    refused: z.boolean().describe('True when nothing of the row was stated'),
  })
  .meta({ id: 'Problem', description: 'One thing that is wrong with the data of a contribution' });

const parameters = z.strictObject({ contribution: hexId });

const mappingSource = z.enum(['given', 'proposed', 'kept']);

/** Announces a file: who hands it in, on which terms. The bytes follow. */
export const announceUpload = defineRoute({
  id: 'announceUpload',
  noun: 'uploads',
  method: 'POST',
  path: '/uploads',
  action: 'contribution.hand-in',
  summary: 'Announce a file',
  description:
    'The first of two steps: who hands it in and on which terms. The bytes follow with `PUT /uploads/{upload}/content`. What was announced is forgotten after an hour and when the hub stops.',
  body: z.strictObject({
    partner: slug,
    fileName: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^/\\\p{Cc}]+$/u, 'A name without folders')
      .describe('Never part of an address'),
    terms: termsSchema,
    mapping: mappingSchema.optional().describe('Without it one is proposed'),
  }),
  response: z.object({ id: hexId }),
  status: 201,
  refusals: ['not-found', 'terms-invalid'],
});

export const sendUpload = defineRoute({
  id: 'sendUpload',
  noun: 'uploads',
  method: 'PUT',
  path: '/uploads/{upload}/content',
  action: 'contribution.hand-in',
  summary: 'Send the bytes of an announced file',
  description:
    'They are encrypted as they arrive and never held in memory. Cut off or too large, nothing of them is kept and the upload may be sent again. The answer comes when the file is kept and read.',
  parameters: z.strictObject({ upload: hexId }),
  bytes: true,
  response: z.object({
    contribution: hexId,
    outcome: z
      .enum(['accepted', 'unchanged', 'remapped'])
      .describe(
        '`unchanged`: the same file was here already; `remapped`: it was, and its mapping was corrected',
      ),
    mapping: mappingSource,
  }),
  status: 201,
  refusals: [
    'not-found',
    'already-done',
    'file-empty',
    'file-unreadable',
    'file-unknown-format',
    'file-too-large',
    'mapping-invalid',
    'terms-invalid',
    'disk-full',
    'out-of-memory',
    'cancelled',
  ],
});

export const readUpload = defineRoute({
  id: 'readUpload',
  noun: 'uploads',
  method: 'GET',
  path: '/uploads/{upload}',
  action: 'contribution.hand-in',
  summary: 'See what became of one’s own upload',
  parameters: z.strictObject({ upload: hexId }),
  response: z.object({
    id: hexId,
    state: z.enum(['waiting', 'receiving', 'kept']),
    contribution: hexId.nullable(),
  }),
  refusals: ['not-found'],
});

export const listContributions = defineRoute({
  id: 'listContributions',
  noun: 'contributions',
  method: 'GET',
  path: '/contributions',
  action: 'contribution.list',
  summary: 'The contributions that one may know of, the oldest first',
  query: pageQuery,
  response: pageOf(contribution),
});

export const readContribution = defineRoute({
  id: 'readContribution',
  noun: 'contributions',
  method: 'GET',
  path: '/contributions/{contribution}',
  action: 'contribution.read',
  summary: 'What came, how it is read, on which terms, and what came of it in numbers',
  parameters,
  response: contribution.extend({
    sha256: z.string(),
    mapping: z.record(z.string(), z.json()).describe('As in a mapping file'),
    terms: z.array(z.string()).describe('In English, part by part'),
    termsParts: z.array(termsPartShape).describe('The same parts to be said in another language'),
    counts: z
      .object({
        rows: z.number().int().describe('`stated` + `refused`'),
        stated: z.number().int(),
        refused: z.number().int(),
        problems: z.number().int(),
        quarantined: z.number().int().describe('Persons whom nobody has put in a category yet'),
      })
      .nullable()
      .describe('Null while it is not read, or cannot be'),
  }),
  refusals: ['not-found', 'erased'],
});

export const readRecords = defineRoute({
  id: 'readRecords',
  noun: 'contributions',
  method: 'GET',
  path: '/contributions/{contribution}/records',
  action: 'contribution.read',
  summary: 'The rows of a contribution as they came',
  parameters,
  query: pageQuery,
  response: pageOf(
    z.object({
      row: z.number().int().describe('The data row, counted from 1'),
      cells: z
        .array(z.object({ column: z.string(), value: z.string() }))
        .describe('Cells that hold nothing are left out'),
    }),
  ),
  refusals: ['not-found', 'erased'],
});

export const readProblems = defineRoute({
  id: 'readProblems',
  noun: 'contributions',
  method: 'GET',
  path: '/contributions/{contribution}/problems',
  action: 'contribution.read',
  summary: 'What came of the rows of a contribution, and what is wrong in them',
  parameters,
  query: pageQuery,
  response: pageOf(problem).extend({
    rows: z.object({ rows: z.number().int(), stated: z.number().int(), refused: z.number().int() }),
    counts: z
      .array(
        z.object({
          field: z.string().nullable(),
          code: z.string(),
          problems: z.number().int(),
          refused: z.number().int(),
        }),
      )
      .describe('By code and column, the most frequent first'),
  }),
  refusals: ['not-found', 'erased'],
});

export const putMapping = defineRoute({
  id: 'putMapping',
  noun: 'contributions',
  method: 'PUT',
  path: '/contributions/{contribution}/mapping',
  action: 'contribution.map',
  summary: 'Correct how a contribution is read',
  description: 'It is read anew at once; the next run takes it up. Earlier mappings stay.',
  parameters,
  body: mapping,
  refusals: ['not-found', 'erased', 'mapping-invalid', 'file-unreadable'],
});

const standing = z.record(z.string(), z.unknown()).describe('As in a terms file');
const effect = z.enum(['same', 'tighter', 'looser', 'both']);

export const readTerms = defineRoute({
  id: 'readTerms',
  noun: 'contributions',
  method: 'GET',
  path: '/contributions/{contribution}/terms',
  action: 'contribution.read',
  summary: 'The terms of a contribution: those that stand, and all before them',
  parameters,
  response: z.object({
    contribution: hexId,
    owner: slug,
    terms: standing,
    history: z.array(
      z.object({ terms: standing, by: z.string().nullable(), at: instant, effect: effect.nullable() }),
    ),
  }),
  refusals: ['not-found', 'erased'],
});

export const listTerms = defineRoute({
  id: 'listTerms',
  noun: 'contributions',
  method: 'GET',
  path: '/terms',
  action: 'contribution.list',
  summary: 'The terms that stand, in words, by partner: of contributions that one may read',
  query: pageQuery,
  response: pageOf(
    z.object({
      partner: slug,
      partnerTitle: z.string(),
      words: z.array(z.string()).describe('Part by part, in English'),
      parts: z.array(termsPartShape).describe('The same parts to be said in another language'),
      contributions: z.array(
        z.object({
          id: hexId,
          fileName: z.string(),
          receivedAt: instant,
          changes: z.number().int().describe('How often its terms were changed'),
        }),
      ),
    }),
  ),
});

export const changeTerms = defineRoute({
  id: 'changeTerms',
  noun: 'contributions',
  method: 'PUT',
  path: '/contributions/{contribution}/terms',
  action: 'contribution.restrict',
  summary: 'Change the terms of a contribution',
  description:
    'Parts that are not named stay; null takes a part away. Tighter terms bind at once, looser ones from the next run on.',
  parameters,
  body: z.record(z.string(), z.json()).describe('Parts of a terms file'),
  response: z.object({
    contribution: hexId,
    changed: z.boolean(),
    effect,
    told: z.array(slug).describe('Partners that hold something of what is tighter now'),
  }),
  refusals: ['not-found', 'erased', 'terms-invalid'],
});

export const contributionRoutes = [
  announceUpload,
  sendUpload,
  readUpload,
  listContributions,
  readContribution,
  readRecords,
  readProblems,
  putMapping,
  readTerms,
  listTerms,
  changeTerms,
];
export { contribution as contributionShape, mapping as mappingShape, terms as termsShape };
