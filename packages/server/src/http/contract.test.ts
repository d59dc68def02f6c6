import { openApi } from '@clew/model/contract/openapi.ts';
import { type AnyRoute, apiRoot, parameterNames, refusalsOf } from '@clew/model/contract/route.ts';
import { routes } from '@clew/model/contract/routes.ts';
import { type RefusalCode, refusalCodes } from '@clew/model/refusal.ts';
import { expect, test } from 'vitest';
import type { Hub } from '../hub/hub.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { createApp } from './app.ts';
import { allRoutes } from './routes/all-routes.ts';

const app = createApp({ hub: {} as Hub, signIn: {} as SignIn });
const pattern = ({ method, path }: AnyRoute) => `${method} ${apiRoot}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

test('every route of the contract is mounted, and nothing else is', () => {
  const pages = [`GET ${apiRoot}/openapi.json`, `GET ${apiRoot}/docs`];
  const mounted = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(mounted.toSorted()).toEqual([...routes.map(pattern), ...pages].toSorted());
  expect(allRoutes.map(({ route }) => route)).toEqual(expect.arrayContaining([...routes]));
});

test('each route is well-formed', () => {
  for (const route of routes) {
    expect(parameterNames(route.path).toSorted()).toEqual(Object.keys(route.parameters.shape).toSorted());
    expect(route.writes).toBe(route.method !== 'GET');
    expect(route.response === null || route.status !== 204).toBe(true);
    expect(route.action === null || route.signedIn).toBe(true);
    expect(new Set(route.refusals).size).toBe(route.refusals.length);
  }
});

interface Node {
  readonly [key: string]: unknown;
}

const document = openApi(routes, '1.2.3') as Node & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Node>>>>;
  readonly components: { readonly [kind: string]: Readonly<Record<string, unknown>> };
};

/** What a reference to a shared response points at. */
function followed(node: Node): Node {
  const name = String(node.$ref ?? '').replace('#/components/responses/', '');
  return name === '' ? node : (document.components.responses?.[name] as Node);
}

const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('OpenAPI: the document has what 3.1 asks of it', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: 'Clew', version: '1.2.3' });
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(routes.length);
  for (const [path, methods] of Object.entries(document.paths)) {
    expect(path).toMatch(/^\//);
    for (const operation of Object.values(methods)) {
      const parameters = (operation.parameters ?? []) as { name?: string; in?: string; required?: boolean }[];
      const inPath = parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => name).toSorted()).toEqual([...parameterNames(path)].toSorted());
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      expect(Object.keys(operation.responses as Node)).toContainEqual(expect.stringMatching(/^2/));
      for (const response of Object.values(operation.responses as Record<string, Node>)) {
        expect(followed(response).description).toBeTypeOf('string');
      }
    }
  }
});

test('OpenAPI: every reference leads somewhere, and every component is used', () => {
  const references = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref') references.add(value as string);
      else walk(value);
    }
  };
  walk(document);
  for (const reference of references) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((node, name) => (node as Node | undefined)?.[name], document);
    expect(found, reference).toBeDefined();
  }
  for (const [kind, members] of Object.entries(document.components)) {
    if (kind === 'securitySchemes') continue;
    for (const name of Object.keys(members)) expect(references).toContain(`#/components/${kind}/${name}`);
  }
  expect(JSON.stringify(document)).not.toContain('$defs');
});

test('OpenAPI: every refusal of a route is documented under its status', () => {
  for (const route of routes) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    const responses = operation?.responses as Record<string, Node>;
    for (const code of refusalsOf(route)) {
      expect(followed(responses[String(refusalCodes[code].http)] ?? {}).description).toContain(`\`${code}\``);
    }
  }
});

test('the page says every route, shape and code, and has neither script nor anything from outside', async () => {
  const response = await app.request(`http://127.0.0.1:7400${apiRoot}/docs`);
  const html = await response.text();
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  for (const route of routes) expect(html).toContain(`id="${route.id}"`);
  for (const code of Object.keys(refusalCodes) as RefusalCode[]) expect(html).toContain(`id="${code}"`);
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${anchor}"`);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).not.toMatch(/<script|<link|<img|src=|style="|https?:\/\//);
  expect(html).toContain('<html lang="en">');
});

test('openapi.json is the same document', async () => {
  const response = await app.request(`http://127.0.0.1:7400${apiRoot}/openapi.json`);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(Object.keys(((await response.json()) as typeof document).paths)).toEqual(
    Object.keys(document.paths),
  );
});
