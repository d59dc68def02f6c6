// In: the routes of the contract. Out: a page that people read: no script, nothing from outside, light and dark.
// Invariant: every text is escaped; the style is allowed by its hash and nothing else is.

import { createHash } from 'node:crypto';
import { openApi } from '@clew/model/contract/openapi.ts';
import { type AnyRoute, apiRoot, nouns, refusalsOf } from '@clew/model/contract/route.ts';
import { refusalCodes } from '@clew/model/refusal.ts';
import { version } from '../version.ts';
import { docsStyle } from './docs-style.ts';
import { type Schema, schemaLines } from './schema-lines.ts';

const styleHash = createHash('sha256').update(docsStyle).digest('base64');

/** The API as a page. */
export function docsPage(routes: readonly AnyRoute[]): Response {
  return new Response(docsHtml(routes), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    },
  });
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

function docsHtml(routes: readonly AnyRoute[]): string {
  const document = openApi(routes, version) as unknown as Document;
  const groups = Object.entries(nouns)
    .map(([noun, title]) => ({ noun, title, routes: routes.filter((route) => route.noun === noun) }))
    .filter((group) => group.routes.length > 0);
  const contents = groups.map(
    ({ noun, title, routes: own }) =>
      `<li><a href="#${noun}">${text(title)}</a> <span class="count">${own.length}</span></li>`,
  );
  const sections = groups.map(
    ({ noun, title, routes: own }) =>
      `<section aria-labelledby="${noun}"><h2 id="${noun}">${text(title)}</h2>${own.map((route) => routeHtml(route, document)).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Clew: the API</title>
<style>${docsStyle}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the routes</a>
<header><p class="name">Clew ${text(version)}</p><h1>The API</h1>
<p>${introduction}</p></header>
<nav aria-label="Contents"><ul>${contents.join('')}<li><a href="#errors">Errors</a></li><li><a href="#shapes">Shapes</a></li></ul></nav>
<main id="main">${sections.join('\n')}
${errorsHtml()}
${shapesHtml(document)}</main>
<footer><p>Made from the same contract as <a href="${apiRoot}/openapi.json">openapi.json</a> (OpenAPI 3.1).</p></footer>
</body>
</html>
`;
}

const introduction = `All addresses begin with <code>${apiRoot}</code>. Say for what you ask with the headers <code>Clew-Purpose</code>
(<code>strategic-analysis</code> unless told) and <code>Clew-Project</code>: the owners’ terms are held against them. What is
hidden from you and what does not exist are answered in the same words. Lists come page by page: send <code>next</code> back as
<code>cursor</code>. Writes may carry an <code>Idempotency-Key</code>: the same request with the same key is carried out once.
Browsers sign in and send <code>Clew-Form</code> with every change; systems send <code>Authorization: Bearer …</code>.`;

function routeHtml(route: AnyRoute, document: Document): string {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()];
  const parameters = (operation?.parameters ?? []).filter(
    (each): each is Parameter & { name: string } => each.name !== undefined,
  );
  const body = operation?.requestBody?.content['application/json']?.schema;
  const answer = operation?.responses[String(route.status)]?.content?.['application/json']?.schema;
  const who = route.signedIn
    ? route.action === null
      ? 'anybody signed in'
      : `action ${route.action}`
    : 'anybody';
  const codes = refusalsOf(route).map((code) => `<a href="#${code}"><code>${code}</code></a>`);
  return `<article aria-labelledby="${route.id}">
<h3 id="${route.id}"><span class="method ${route.method.toLowerCase()}">${route.method}</span> <code>${pathHtml(route.path)}</code></h3>
<p>${text(route.summary)}. <span class="who">Open to: ${text(who)}.</span></p>
${route.description === '' ? '' : `<p>${prose(route.description)}</p>`}
${parameters.length === 0 ? '' : parametersHtml(parameters)}
${route.bytes ? '<h4>Body</h4><p>The bytes of the file, as they are.</p>' : ''}
${body === undefined ? '' : `<h4>Body</h4>${schemaHtml(body)}`}
<h4>Answer <span class="status">${route.status}</span></h4>${answer === undefined ? `<p>${text(route.download.length === 0 ? 'No content.' : `A file: ${route.download.join(', ')}.`)}</p>` : schemaHtml(answer)}
<details><summary>May be refused with</summary><p class="codes">${codes.join(' ')}</p></details>
</article>`;
}

function pathHtml(path: string): string {
  return text(path).replaceAll('/', '/<wbr>');
}

function parametersHtml(parameters: readonly (Parameter & { name: string })[]): string {
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${text(place ?? '')}${required ? ', needed' : ''}</td><td>${prose(description ?? '')} ${schema === undefined ? '' : schemaHtml(schema, true)}</td></tr>`,
  );
  return `<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function schemaHtml(schema: Schema, inline = false): string {
  const lines = schemaLines(schema).map(({ depth, name, type, needed, about, reference }) => {
    const shown = reference === undefined ? text(type) : `<a href="#shape-${reference}">${text(type)}</a>`;
    const label = name === '' ? '' : `<b>${text(name)}</b>${needed ? '' : '?'}: `;
    const note = about === '' || inline ? '' : ` <i>${text(about)}</i>`;
    return `${'  '.repeat(depth)}${label}${shown}${note}`;
  });
  return inline
    ? `<code>${lines.join(' ')}</code>`
    : `<pre tabindex="0" aria-label="Shape"><code>${lines.join('\n')}</code></pre>`;
}

function errorsHtml(): string {
  const rows = [
    `<tr id="bug"><th scope="row"><code>bug</code></th><td>500</td><td>Something went wrong in the hub; it says the id of the request and nothing else</td></tr>`,
    ...Object.entries(refusalCodes).map(
      ([code, { http, title }]) =>
        `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${http}</td><td>${text(title)}</td></tr>`,
    ),
  ];
  return `<section aria-labelledby="errors"><h2 id="errors">Errors</h2><p>Every error is a problem (RFC 9457) with a code from this list.</p>
<table><caption>Codes</caption><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function shapesHtml(document: Document): string {
  const shapes = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<article aria-labelledby="shape-${name}"><h3 id="shape-${name}"><code>${text(name)}</code></h3>${
        schema.description === undefined ? '' : `<p>${prose(schema.description)}</p>`
      }${schemaHtml(schema)}</article>`,
  );
  return `<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>${shapes.join('')}</section>`;
}

function text(raw: string): string {
  return raw
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text with `code` in it. */
function prose(raw: string): string {
  return text(raw).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
