import { publishSnapshot } from '@clew/ledger/snapshots.ts';
import { openTestLedger } from '@clew/ledger/test-ledger.ts';
import type { AnyRoute } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Asked } from '../../http/asked.ts';
import { allRoutes } from '../../http/routes/all-routes.ts';
import type { Hub } from '../../hub/hub.ts';
import type { Gate } from '../gate.ts';
import { callerOf } from './world.ts';

let opened: Awaited<ReturnType<typeof openTestLedger>>;
beforeAll(async () => {
  opened = await openTestLedger();
  const parts = { engine: 'e', contributions: [], judgements: { count: 0, hash: '', through: 0 } };
  const snapshot = { id: '0123456789ab', parts: parts as never };
  const at = '2026-11-22T10:00:00.000Z';
  await opened.ledger.transaction((database) => publishSnapshot(database, snapshot, { clearance: '', at }));
});
afterAll(() => opened.close());

test.each(allRoutes.filter(({ route }) => route.action !== null))(
  '$route.id asks the gate for what the contract says, and when it is refused nothing is written',
  async ({ route, handle }) => {
    const asked: string[] = [];
    const gate: Gate = {
      pass: async (_, action) => {
        asked.push(action);
        throw new Refusal('forbidden', 'no');
      },
      allows: () => false,
      readable: (_, labels) => labels.map(() => false),
    };
    await expect(handle(request(route, hubWith(gate)))).rejects.toSatisfy(
      (error: unknown) => error instanceof Refusal && ['forbidden', 'not-found'].includes(error.code),
      'refused',
    );
    expect([...new Set(asked)]).toEqual([route.action]);
  },
);

/** A hub that can be looked up in and nothing else. */
function hubWith(gate: Gate): Hub {
  const { ledger } = opened;
  const known: Partial<Hub> = {
    gate,
    ledger: {
      keys: ledger.keys,
      query: ledger.query.bind(ledger),
      transaction: () => Promise.reject(new Error('Something was to be written.')),
      commit: () => Promise.reject(new Error('Something was to be written.')),
      close: () => Promise.reject(new Error('closed')),
    } as never,
    views: { published: async () => ({ id: 'published' }), plan: async () => ({ id: 'view' }) } as never,
  };
  return new Proxy(known as Hub, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      throw new Error(`${String(name)} was touched before the gate was asked.`);
    },
  });
}

function request(route: AnyRoute, hub: Hub): Asked {
  const announced = { person: 'asker', partner: { id: 'alpha' }, fileName: 'f', terms: {} };
  const caller = callerOf(
    { roles: [], partner: 'alpha', ground: { purpose: 'strategic-analysis', project: null } },
    'view.read',
  );
  return {
    hub,
    caller,
    parameters: sampled(route.parameters),
    query: sampled(route.query),
    body: route.body === null ? undefined : sampled(route.body),
    raw: new Request('http://hub/'),
    limits: { uploadBytes: 1 },
    uploads: {
      find: () => ({ announced, state: 'waiting', contribution: null }),
      receive: (_: unknown, __: unknown, take: (from: unknown) => unknown) => take(announced),
    },
    page: () => ({ limit: 10, after: null, next: () => null }),
  } as unknown as Asked;
}

const texts = [
  'alpha',
  'person-00f3a1b2c3d4e5f6',
  '00f3a1b2c3d4e5f6',
  '2020-01-01',
  '2027-01-01T00:00:00Z',
  'https://id.example/',
  'a long enough text',
  'DE',
  '2027-01-01T00:00:00.000Z',
  'a'.repeat(64),
  'a'.repeat(43),
  'a'.repeat(86),
];

interface JsonSchema {
  readonly [word: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Something that a schema accepts. */
function sampled(schema: z.ZodType): never {
  return schema.parse(
    sample(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as JsonSchema),
  ) as never;
}

function sample(schema: JsonSchema, root: JsonSchema = schema): unknown {
  const { $ref: reference } = schema;
  if (typeof reference === 'string') {
    const path = reference.split('/').slice(1);
    return sample(
      path.reduce((at, name) => at[name] as JsonSchema, root),
      root,
    );
  }
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as readonly JsonSchema[] | undefined;
  if (choices !== undefined) return sample(choices[0] as JsonSchema, root);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          other(name, sample(schema.properties?.[name] as JsonSchema, root)),
        ]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, Number(schema.minItems ?? 1)) }, () =>
        sample(schema.items as JsonSchema, root),
      );
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1));
    case 'boolean':
      return false;
    default:
      return textFor(schema);
  }
}

/** The second of a pair is not the first. */
function other(name: string, value: unknown): unknown {
  return name === 'b' ? String(value).replace(/6$/, '7') : value;
}

function textFor({ pattern, minLength }: JsonSchema): string {
  const fits = texts.find((text) => new RegExp(String(pattern ?? ''), 'u').test(text));
  return (fits ?? 'alpha').padEnd(Number(minLength ?? 0), 'x');
}
