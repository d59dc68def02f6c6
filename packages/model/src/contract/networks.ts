import { z } from 'zod';
import { informationGrades, sourceGrades } from '../terms/codes.ts';
import { label } from './entities.ts';
import { day, entityId, hexId, instant } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

/** Things that a network has at most. */
export const largestNetwork = 50_000;
/** Links of those, with room to spare, in one answer; bytes of a body that names so many. */
const largestBody = 8 * 1024 ** 2;

const count = z.number().int();
const word = z.string().regex(/^[a-z][A-Za-z -]{0,60}$/);
const words = z.array(word).max(100);
const keys = <K extends string>(codes: Readonly<Record<K, unknown>>) => Object.keys(codes) as [K, ...K[]];

const filters = z
  .strictObject({
    withoutTypes: words.optional(),
    withoutKinds: words.optional(),
    areas: words.optional().describe('Crime areas; none: all. Things of which none is known stay'),
    from: day.optional().describe('What has no date stays'),
    until: day.optional(),
    weakestSource: z.enum(keys(sourceGrades)).optional(),
    weakestInformation: z.enum(keys(informationGrades)).optional(),
    hubsAbove: z.int().min(1).optional().describe('Things with more links are left out'),
  })
  .meta({ id: 'NetworkFilters', description: 'What is let through' });

/** Lists of one length: a table by columns, because names for each cell would be most of the answer. */
const network = {
  nodes: z.object({
    id: z.array(z.string()),
    type: z.array(z.string()),
    caption: z.array(z.string()),
    statements: z.array(count),
    degree: z.array(count).describe('How many links it has in all that the caller may see'),
    firstSeen: z.array(z.string().nullable()),
    lastSeen: z.array(z.string().nullable()),
    label: z.array(count).describe('Its place in `labels`'),
    areas: z.array(z.array(z.string())).describe('Crime areas of its cases'),
  }),
  links: z.object({
    kind: z.array(z.string()),
    source: z.array(count).describe('Its place in `ends`'),
    target: z.array(count).describe('Its place in `ends`'),
    statements: z.array(count),
    firstSeen: z.array(z.string().nullable()),
    lastSeen: z.array(z.string().nullable()),
    label: z.array(count).describe('Its place in `labels`'),
  }),
  ends: z.array(z.string()).describe('Ids of all that a link begins or ends at'),
  labels: z.array(label),
} as const;

const members = z
  .array(entityId)
  .max(largestNetwork)
  .default([])
  .describe('What is in the picture already: links to it are told too');

const around = {
  noun: 'networks',
  method: 'POST',
  action: 'view.read',
  bodyBytes: largestBody,
  refusals: ['no-snapshot'],
} as const;

const more = {
  more: count.describe('How many more there are than were asked for'),
  leftOut: count.describe('How many protected persons are linked: they are in no network'),
};

export const expandNetwork = defineRoute({
  ...around,
  id: 'expandNetwork',
  path: '/networks/around',
  summary: 'What is linked to some things, the best evidenced first',
  body: z.strictObject({
    entities: z.array(entityId).min(1).max(1000),
    members,
    filters: filters.default({}),
    kinds: words.optional().describe('Kinds of links that are followed; all unless told'),
    types: words.optional().describe('Types of things that are gone to; all unless told'),
    limit: z.int().min(1).max(5000).default(300),
  }),
  response: z.object({ ...network, ...more }),
});

export const findCommonNeighbours = defineRoute({
  ...around,
  id: 'findCommonNeighbours',
  path: '/networks/common',
  summary: 'What several things are all linked to',
  body: z.strictObject({
    entities: z.array(entityId).min(2).max(100),
    members,
    filters: filters.default({}),
    limit: z.int().min(1).max(1000).default(100),
  }),
  response: z.object({ ...network, ...more }),
});

export const findPaths = defineRoute({
  ...around,
  id: 'findPaths',
  path: '/networks/paths',
  summary: 'The shortest paths between two things',
  description: 'Those through the least connected things first: what leads through a hub says little.',
  body: z.strictObject({
    from: entityId,
    to: entityId,
    members,
    filters: filters.default({}),
    most: z.int().min(1).max(50).default(10),
  }),
  response: z.object({
    ...network,
    paths: z.array(z.array(z.string())),
    searched: z
      .boolean()
      .describe('False: none was found as far as was looked, and there may be a longer one'),
  }),
});

const drawn = z
  .strictObject({
    members: z.array(entityId).min(1).max(largestNetwork),
    x: z.array(z.number()).max(largestNetwork).describe('As many as members'),
    y: z.array(z.number()).max(largestNetwork),
    pinned: z.array(entityId).max(largestNetwork),
    notes: z.array(z.strictObject({ entity: entityId, text: z.string().trim().min(1).max(1000) })).max(500),
    filters,
    colouring: z.enum(['type', 'community', 'broker']),
    folded: words.describe('Types of which all things are shown as one'),
  })
  .meta({ id: 'NetworkDocument', description: 'What somebody made of a network: which things, and where' });

const title = z.string().trim().min(1).max(200);

export const listNetworkViews = defineRoute({
  id: 'listNetworkViews',
  noun: 'networks',
  method: 'GET',
  path: '/networks/views',
  action: 'view.read',
  summary: 'The networks that one has saved for this purpose and project, the last one first',
  query: pageQuery,
  response: pageOf(
    z.object({
      id: hexId,
      title: z.string().nullable().describe('Null when something that it may quote was erased'),
      things: count,
      savedAt: instant,
    }),
  ),
});

export const saveNetworkView = defineRoute({
  id: 'saveNetworkView',
  noun: 'networks',
  method: 'POST',
  path: '/networks/views',
  action: 'view.read',
  summary: 'Save a network under a name',
  description:
    'Ids and places are kept, no content. It is one’s own, for the purpose and project that it was saved for.',
  body: z
    .strictObject({ title, document: drawn })
    .refine(
      ({ document: { members: all, x, y } }) => all.length === x.length && all.length === y.length,
      'Each of the members needs a place',
    ),
  bodyBytes: largestBody,
  response: z.object({ id: hexId }),
  status: 201,
  refusals: ['no-snapshot', 'not-found', 'erased'],
});

const parameters = z.strictObject({ view: hexId });

export const readNetworkView = defineRoute({
  id: 'readNetworkView',
  noun: 'networks',
  method: 'GET',
  path: '/networks/views/{view}',
  action: 'view.read',
  summary: 'A saved network, its content read anew',
  description: 'What the caller may no longer see is not in it.',
  parameters,
  response: z.object({
    ...network,
    id: hexId,
    title: z.string().nullable(),
    savedAt: instant,
    document: drawn.extend({ members: z.array(z.string()) }),
  }),
  refusals: ['no-snapshot', 'not-found'],
});

export const removeNetworkView = defineRoute({
  id: 'removeNetworkView',
  noun: 'networks',
  method: 'DELETE',
  path: '/networks/views/{view}',
  action: 'view.read',
  summary: 'Remove a saved network',
  parameters,
  refusals: ['not-found'],
});

const share = z.number().min(0).max(1);

export const describeNetwork = defineRoute({
  id: 'describeNetwork',
  noun: 'networks',
  method: 'GET',
  path: '/entities/{entity}/network',
  action: 'view.read',
  summary: 'The network that somebody belongs to: who is in it, what binds them, how it changed',
  description:
    'People whom cases and close ties bind. Who is protected is in none. Where somebody stands says how the records tie them, and is no verdict.',
  parameters: z.strictObject({ entity: entityId }),
  response: z
    .object({
      id: entityId.describe('Its first person'),
      crimeAreas: z.array(z.string()),
      communities: count,
      density: share,
      centralisation: share.describe('1: all ties lead to one'),
      members: z.array(
        z.object({
          id: entityId,
          caption: z.string(),
          firstSeen: z.string().nullable(),
          lastSeen: z.string().nullable(),
          stated: z.array(z.string()).describe('Roles that partners recorded'),
          standing: z
            .object({
              community: count,
              stability: share.describe('How far the community is the same however it is looked for'),
              broker: share.describe('Share of the shortest ways between others that lead through it'),
              degree: count,
              role: z.string(),
            })
            .nullable()
            .describe('Null for whom no tie to another member is recorded'),
        }),
      ),
      layers: z.array(z.object({ layer: z.string(), people: count, ties: count, density: share })),
      phases: z.array(
        z.object({
          from: day,
          until: day,
          people: count,
          communities: count,
          joined: count,
          left: count,
          density: share,
          centralisation: share,
          between: z.array(entityId),
        }),
      ),
    })
    .meta({ id: 'DescribedNetwork', description: 'A network of people, as the records tie them' }),
  refusals: ['no-snapshot', 'not-found'],
});

export const networkRoutes = [
  describeNetwork,
  expandNetwork,
  findCommonNeighbours,
  findPaths,
  listNetworkViews,
  saveNetworkView,
  readNetworkView,
  removeNetworkView,
];
