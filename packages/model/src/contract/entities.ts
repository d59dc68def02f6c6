import { z } from 'zod';
import { findingPicture } from '../finding-picture.ts';
import {
  handlingCodes,
  informationGrades,
  purposes,
  sourceGrades,
  subjectCategories,
} from '../terms/codes.ts';
import { entityId, hexId, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { termsPartShape } from './terms-part.ts';

const type = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/)
  .describe('A type of the ontology');
const count = z.number().int();
const day = z.string().nullable();
const owners = z.array(slug);
/** The codes of a vocabulary, for an enum. */
export const keys = <K extends string>(codes: Readonly<Record<K, unknown>>) =>
  Object.keys(codes) as [K, ...K[]];

const entity = z
  .object({
    id: entityId,
    type: z.string(),
    caption: z.string().describe('A pseudonym for a protected person'),
    owners,
    statements: count,
    firstSeen: day,
    lastSeen: day,
  })
  .meta({ id: 'Entity', description: 'A person or thing as a list shows it' });

export const label = z
  .object({
    owners,
    purposes: z.array(z.enum(keys(purposes))),
    projects: z.array(z.string()),
    handling: z.array(z.enum(keys(handlingCodes))),
    restrictions: z.array(z.string()),
    source: z.string(),
    information: z.string(),
    categories: z.array(z.enum(keys(subjectCategories))),
    uncategorised: z.boolean(),
    minor: z.boolean(),
    expires: z.string().nullable(),
  })
  .meta({ id: 'Label', description: 'What may be done with it: the strictest of each of its sources' });

export const subjectOfFinding = z.object({ id: entityId, type: z.string(), caption: z.string() });

export const finding = z
  .object({
    id: hexId,
    detector: z.string(),
    kind: z.string(),
    title: z.string(),
    standing: z
      .enum(['validated', 'untested', 'contradicted'])
      .describe('Where the research stands on what the detector goes by'),
    subjects: z.array(subjectOfFinding),
    reason: z.object({
      sentences: z.array(z.string()).describe('In English'),
      said: z
        .array(
          z.object({
            code: z.string(),
            values: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
          }),
        )
        .optional()
        .describe('The same sentences as codes with their values, to be said in another language'),
      otherwise: z.array(z.string()).describe('What else could explain it'),
      cautions: z
        .array(z.string())
        .optional()
        .describe('What to mind before anything is done about it, above all for those who may be victims'),
      figures: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
      picture: findingPicture.optional(),
    }),
    chance: z.number().describe('How often as much would come about by chance'),
    chanceCorrected: z.number().describe('The same, with how much was looked at'),
    statements: count.describe('How many are behind it'),
  })
  .meta({ id: 'Finding', description: 'A lead for a person to review, never a verdict' });

const source = z.object({
  partner: slug,
  contribution: hexId,
  file: z.string(),
  row: count,
  original: z.string(),
  grade: z.string().describe('Source and information on the 4×4 scale, for example B2'),
  firstSeen: day,
  lastSeen: day,
});

const value = z.object({
  value: z.string(),
  original: z.string().describe('The text most often given for it'),
  spellings: count,
  owners,
  sources: portion(source),
  corroboration: z
    .object({
      reports: count,
      independent: count.describe('Origins that have neither source, owner nor content in common'),
      source: z.enum(keys(sourceGrades)),
      information: z.enum(keys(informationGrades)),
      words: z.string(),
    })
    .describe('The hub’s own evaluation; those of the providers stand with the sources'),
});

const linked = z.object({
  id: entityId,
  type: z.string(),
  caption: z.string().describe('A pseudonym for a protected person'),
  protected: z.boolean().describe('A protected person: not to be put into a picture with suspects'),
  statements: count,
  owners,
  firstSeen: day,
  lastSeen: day,
});

const place = z.object({
  place: z.string().nullable(),
  country: z.string().nullable(),
  times: count,
  firstSeen: day,
  lastSeen: day,
});

const moment = z.object({
  date: z.string(),
  kind: z.string(),
  other: subjectOfFinding.nullable().describe('The event that it took part in'),
  place: z.string().nullable(),
  owners,
});

const degrees = z.number().nullable();

const whereabouts = z
  .object({
    id: entityId,
    type: z.string(),
    caption: z.string(),
    stays: portion(
      z.object({
        place: z.string().nullable(),
        country: z.string().nullable(),
        latitude: degrees.describe('WGS 84; null where the gazetteer does not know the place'),
        longitude: degrees,
        seen: day,
        times: count,
      }),
    ).describe('The last ones, in date order; those without a date come first'),
    moments: portion(moment.omit({ place: true, owners: true })).describe('The last ones, in date order'),
  })
  .meta({ id: 'Whereabouts', description: 'Where one thing was and when, for a map and a timeline' });

const record = z.object({
  subject: entityId,
  name: z.string().describe('What the mapping calls it'),
  partner: slug,
  contribution: hexId,
  file: z.string(),
  row: count,
});

const direction = z.enum(['in', 'out']);

const dossier = z
  .object({
    id: entityId,
    type: z.string(),
    caption: z.string(),
    owners,
    firstSeen: day,
    lastSeen: day,
    label: label.nullable(),
    terms: z.array(z.string()).describe('The label in English, part by part'),
    termsParts: z.array(termsPartShape).describe('The same parts to be said in another language'),
    protected: z.boolean().describe('A protected person: neither name, contact, place nor finding is told'),
    withheld: z
      .object({ statements: count, links: count, places: count, moments: count, findings: count })
      .describe('What the caller may use and is not shown, because it would tell who a protected person is'),
    properties: z.array(
      portion(value).extend({
        property: z.string(),
        conflict: z.boolean().describe('Whether values that cannot be true together are stated'),
      }),
    ),
    links: z.array(portion(linked).extend({ kind: z.string(), direction })),
    places: portion(place),
    moments: portion(moment),
    records: portion(record),
    findings: portion(finding),
  })
  .meta({ id: 'Dossier', description: 'All that the caller may see of one person or thing' });

/** The first rows of a list, and how many there are in all that the caller may see. */
function portion<Row extends z.ZodType>(row: Row) {
  return z.object({ total: count, rows: z.array(row) });
}

export const searchEntities = defineRoute({
  id: 'searchEntities',
  noun: 'entities',
  method: 'POST',
  path: '/entities/search',
  action: 'view.read',
  summary: 'Look something up by name, number or key',
  description:
    'What is looked for is in the body, because addresses end up in logs. People in protected categories are not searched.',
  body: z.strictObject({
    text: z.string().trim().min(1).max(500),
    type: type.optional(),
    limit: z.int().min(1).max(1000).default(20),
  }),
  response: z.object({ items: z.array(entity.extend({ matched: z.string().describe('What fits') })) }),
  refusals: ['no-snapshot'],
});

export const readWhereabouts = defineRoute({
  id: 'readWhereabouts',
  noun: 'entities',
  method: 'POST',
  path: '/entities/whereabouts',
  action: 'view.read',
  summary: 'Where and when some things were, and what happened to them when',
  description:
    'For a map and a timeline: protected persons are left out, as is what is not in the view. The ids are in the body, because addresses end up in logs.',
  body: z.strictObject({
    entities: z.array(entityId).max(500),
    limit: z.int().min(1).max(200).default(50).describe('Stays and moments of each at most'),
  }),
  response: z.object({ items: z.array(whereabouts) }),
  refusals: ['no-snapshot'],
});

export const listEntities = defineRoute({
  id: 'listEntities',
  noun: 'entities',
  method: 'GET',
  path: '/entities',
  action: 'view.read',
  summary: 'Everything that one may see, in the order of ids',
  query: pageQuery.extend({ type: type.optional() }),
  response: pageOf(entity.extend({ protected: z.boolean() })),
  refusals: ['no-snapshot'],
});

export const readEntity = defineRoute({
  id: 'readEntity',
  noun: 'entities',
  method: 'GET',
  path: '/entities/{entity}',
  action: 'view.read',
  summary: 'The dossier of one person or thing',
  parameters: z.strictObject({ entity: entityId }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Rows of each list at most'),
    sources: z.coerce.number().int().min(1).max(100).default(3).describe('Records behind each value at most'),
  }),
  response: dossier,
  refusals: ['no-snapshot', 'not-found'],
});

const part = {
  noun: 'entities',
  method: 'GET',
  action: 'view.read',
  parameters: z.strictObject({ entity: entityId }),
  query: pageQuery,
  refusals: ['no-snapshot', 'not-found'],
} as const;

export const listEntityLinks = defineRoute({
  ...part,
  id: 'listEntityLinks',
  path: '/entities/{entity}/links',
  summary: 'All links of one person or thing, by kind, the best evidenced first',
  response: pageOf(linked.extend({ kind: z.string(), direction })),
});

export const listEntityStatements = defineRoute({
  ...part,
  id: 'listEntityStatements',
  path: '/entities/{entity}/statements',
  summary: 'All that is stated of one person or thing, record by record, in the order of properties',
  response: pageOf(source.extend({ property: z.string(), value: z.string() })),
});

export const listEntityRecords = defineRoute({
  ...part,
  id: 'listEntityRecords',
  path: '/entities/{entity}/records',
  summary: 'All records that were taken for one person or thing',
  response: pageOf(record),
});

export const listEntityMoments = defineRoute({
  ...part,
  id: 'listEntityMoments',
  path: '/entities/{entity}/moments',
  summary: 'All moments of one person or thing: the last ones on the first page, each page in date order',
  response: pageOf(moment),
});

export const listEntityPlaces = defineRoute({
  ...part,
  id: 'listEntityPlaces',
  path: '/entities/{entity}/places',
  summary: 'All places where one person or thing was, the most frequent first',
  response: pageOf(place),
});

export const entityRoutes = [
  searchEntities,
  readWhereabouts,
  listEntities,
  readEntity,
  listEntityLinks,
  listEntityStatements,
  listEntityRecords,
  listEntityMoments,
  listEntityPlaces,
];
