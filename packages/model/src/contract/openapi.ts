// In: routes of the contract. Out: an OpenAPI 3.1 document.
// Invariant: each schema that has a name stands once under components, and every refusal of a route is in its answers.

import { z } from 'zod';
import { type RefusalCode, refusalCodes } from '../refusal.ts';
import { problemDetails } from './problem-details.ts';
import { type AnyRoute, apiRoot, nouns, refusalsOf } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

interface Gathered {
  readonly schemas: Record<string, Json>;
  /** What refusals are answered with, by their codes. */
  readonly responses: Record<string, Json>;
}

/** The OpenAPI 3.1 document of some routes. */
export function openApi(routes: readonly AnyRoute[], version: string): Json {
  const gathered: Gathered = { schemas: {}, responses: {} };
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = operationOf(route, gathered);
    paths[route.path] = operations;
  }
  schemaOf(problemDetails, gathered, 'output');
  const used = new Set(routes.map(({ noun }) => noun));
  const { schemas, responses } = gathered;
  return {
    openapi: '3.1.1',
    info: {
      title: 'Clew',
      version,
      summary: 'An open clearing house for intelligence against human trafficking and migrant smuggling',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiRoot }],
    tags: Object.entries(nouns)
      .filter(([noun]) => used.has(noun as AnyRoute['noun']))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: sorted(schemas),
      responses: sorted(responses),
      headers: { Request: requestHeader },
      parameters: { ...groundParameters, ...writeParameters },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-clew',
          description:
            'Set by signing in. What it changes also needs the header Clew-Form, and Origin or Sec-Fetch-Site.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'For systems: scoped, revocable' },
      },
    },
  };
}

const introduction = [
  'Every answer depends only on what the caller may see: what is hidden and what does not exist are answered in the same words.',
  'Lists are read page by page: send `next` of the answer as `cursor` of the next request.',
  'Writes may carry an Idempotency-Key: the same request with the same key is carried out once.',
  'Errors are problem details (RFC 9457) with a code from a closed list.',
].join('\n\n');

const groundParameters = {
  Purpose: {
    name: 'Clew-Purpose',
    in: 'header',
    description: 'For what one asks; the terms of the owners are held against it',
    schema: { type: 'string', default: 'strategic-analysis' },
  },
  Project: {
    name: 'Clew-Project',
    in: 'header',
    description: 'The project in which one asks',
    schema: { type: 'string' },
  },
};

const writeParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Drawn anew for each request; the same key with the same request is carried out once',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
  },
  FormToken: {
    name: 'Clew-Form',
    in: 'header',
    description: 'With a session: `formToken` of GET /session',
    schema: { type: 'string' },
  },
};

function operationOf(route: AnyRoute, gathered: Gathered): Json {
  const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  const parameters = [
    ...parametersOf(route.parameters, 'path', gathered),
    ...parametersOf(route.query, 'query', gathered),
    ...(route.signedIn ? [shared('Purpose'), shared('Project')] : []),
    ...(route.signedIn && route.writes ? [shared('FormToken')] : []),
    ...(route.signedIn && route.writes && !route.bytes ? [shared('IdempotencyKey')] : []),
  ];
  return {
    operationId: route.id,
    tags: [route.noun],
    summary: route.summary,
    ...(route.description === '' ? {} : { description: route.description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(route, gathered),
    responses: responsesOf(route, gathered),
    security: route.signedIn ? [{ session: [] }, { token: route.action === null ? [] : [route.action] }] : [],
    ...(route.action === null ? {} : { 'x-clew-action': route.action }),
  };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query', gathered: Gathered): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = schemaOf(field as z.ZodType, gathered, 'input') as {
      description?: string;
    };
    // A number in a query is text until it is read.
    const needed = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: place,
      required: needed,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function bodyOf(route: AnyRoute, gathered: Gathered): Json {
  if (route.bytes) {
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  }
  if (route.body === null) return {};
  const schema = schemaOf(route.body, gathered, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function responsesOf(route: AnyRoute, gathered: Gathered): Json {
  const files = Object.fromEntries(route.download.map((type) => [type, {}]));
  const content =
    route.response === null
      ? route.download.length === 0
        ? {}
        : { content: files }
      : { content: { 'application/json': { schema: schemaOf(route.response, gathered, 'output') } } };
  const headers = { 'Clew-Request': { $ref: '#/components/headers/Request' } };
  const responses: Record<string, Json> = {
    [String(route.status)]: { description: statusTitles[route.status], headers, ...content },
  };
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(route)) {
    const status = refusalCodes[code].http;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const shared = (name: string, description: string) => {
    gathered.responses[name] = { description, content: problem };
    return { $ref: `#/components/responses/${name}` };
  };
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    const description = codes.map((code) => `\`${code}\`: ${refusalCodes[code].title}`).join('. ');
    responses[String(status)] = shared(codes.join('.'), description);
  }
  responses['500'] ??= shared('bug', '`bug`: Something went wrong in the hub');
  return responses;
}

const requestHeader = { description: 'The id of the request', schema: { type: 'string' } };

function sorted(named: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const statusTitles: Readonly<Record<AnyRoute['status'], string>> = {
  200: 'Done',
  201: 'Made',
  204: 'Done; there is nothing to say',
};

/** The JSON Schema of a type; types with a name go to the components. */
function schemaOf(schema: z.ZodType, { schemas }: Gathered, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  const { $schema: _dialect, $defs: definitions, ...own } = made;
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries((definitions ?? {}) as Record<string, Json>)) {
    names.set(`#/$defs/${name}`, `#/components/schemas/${name}`);
    schemas[name] = definition;
  }
  for (const name of Object.keys((definitions ?? {}) as Json))
    schemas[name] = pointed(schemas[name], names) as Json;
  const name = schema.meta()?.id;
  if (name === undefined || names.has(`#/$defs/${name}`)) return pointed(own, names) as Json;
  const { id: _id, ...rest } = pointed(own, names) as Record<string, unknown>;
  schemas[name] = rest;
  return { $ref: `#/components/schemas/${name}` };
}

function pointed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => pointed(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'id' && names.has(`#/$defs/${String(inner)}`)))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? (names.get(inner) ?? inner) : pointed(inner, names),
      ]),
  );
}
