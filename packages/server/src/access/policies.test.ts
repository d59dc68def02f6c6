import { readdirSync } from 'node:fs';
import { policySetTextToParts, policyToJson, schemaToJson, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { actions } from '@clew/model/access/actions.ts';
import { routes } from '@clew/model/contract/routes.ts';
import { euEuropol } from '@clew/model/terms/profiles/eu-europol.ts';
import { expect, test } from 'vitest';
import { actorFacts, groundFacts, resourceFacts } from './cedar-facts.ts';
import { decide } from './decide.ts';
import { nothingInForce } from './gate-state.ts';
import { resources, subjects } from './matrix/world.ts';
import { policyHeads, subjectsOfActions } from './policy-heads.ts';
import { policyFiles, policyText, schemaText } from './policy-text.ts';
import { type Resource, wholeHub } from './resource.ts';

const folder = new URL('./policies/', import.meta.url);

test('every policy fits the schema', () => {
  const answer = validate({
    schema: schemaText(),
    policies: { staticPolicies: Object.fromEntries(policyHeads().map(({ id, text }) => [id, text])) },
  });
  expect(answer).toMatchObject({ type: 'success', validationErrors: [], validationWarnings: [] });
});

test('no policy names one contribution or hit, nor compares them: the facts do not say which it is', () => {
  for (const { text } of policyHeads()) {
    expect(text).not.toMatch(/\b(?:Contribution|Hit)::"/);
    expect(text).not.toMatch(/[=!]=\s*resource\b(?!\.)|\bresource\s*[=!]=/);
  }
});

test('no two policies have the same id', () => {
  const ids = policyHeads().map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('heads are what Cedar reads', () => {
  const parts = policySetTextToParts(policyFiles.map(policyText).join('\n'));
  if (parts.type === 'failure') throw new Error('The policies do not parse');
  const read = parts.policies.map((text) => {
    const answer = policyToJson(text);
    if (answer.type === 'failure') throw new Error(text);
    const { annotations, action, resource } = answer.json;
    const named = 'entities' in action ? action.entities : 'entity' in action ? [action.entity] : [];
    return {
      id: annotations?.id,
      actions: action.op === 'All' ? null : named.map((each) => ('id' in each ? each.id : each.__entity.id)),
      type: resource.op === 'is' ? resource.entity_type : null,
    };
  });
  const byId = (all: readonly { readonly id?: string | undefined }[]) =>
    [...all].sort((a, b) => String(a.id).localeCompare(String(b.id)));
  expect(byId(policyHeads().map(({ id, actions, type }) => ({ id, actions, type })))).toEqual(byId(read));
});

test('what an action is about is what Cedar reads', () => {
  const read = schemaToJson(schemaText());
  if (read.type === 'failure') throw new Error('The schema does not parse');
  const inSchema = Object.entries(read.json['']?.actions ?? {});
  expect(Object.fromEntries(subjectsOfActions())).toEqual(
    Object.fromEntries(inSchema.map(([action, { appliesTo }]) => [action, appliesTo?.resourceTypes])),
  );
});

test('every file of the folder is read', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  expect(files.sort()).toEqual(policyFiles.map((name) => `${name}.cedar`).sort());
});

test.each(policyFiles)('%s says before each policy or group of policies why it is there', (file) => {
  expect(policyText(file)).toMatch(/^\/\/ [A-Z]/);
  expect(policyText(file)).not.toMatch(/\.{3}|TODO/);
});

test('the schema knows the actions of the model and no others', () => {
  expect([...subjectsOfActions().keys()].sort()).toEqual(Object.keys(actions).sort());
});

test('the matrix asks each action about everything that the schema lets it be about', () => {
  const types = (action: keyof typeof subjects) =>
    new Set(subjects[action].map((about) => resourceFacts(resources[about]).uid.type));
  for (const [action, inSchema] of subjectsOfActions()) {
    const expected = inSchema.filter((type) => type !== 'Label').sort();
    expect([...types(action as keyof typeof subjects)].sort(), action).toEqual(expected);
  }
});

test('every route that opens something names an action, and it is one of the model', () => {
  for (const { id, action, signedIn, noun } of routes) {
    if (action !== null) expect(actions, id).toHaveProperty([action]);
    else expect(!signedIn || noun === 'session', `${id} opens something without asking the gate`).toBe(true);
  }
});

test('an action about something that it is never about is a bug, not a refusal', () => {
  const hit: Resource = { kind: 'hit', id: 'h', recipient: 'a', other: 'b' };
  const ask = (resource: Resource) =>
    decide({
      principal: actorFacts({
        person: 'p',
        roles: ['supervisor'],
        partner: null,
        projects: [],
        via: 'session',
        scopes: null,
      }),
      action: 'hub.run',
      resource: resourceFacts(resource),
      context: groundFacts(
        'hub.run',
        {
          actor: { person: 'p', roles: [], partner: null, projects: [], via: 'session', scopes: null },
          ground: { purpose: 'cross-check', project: null },
        },
        { profile: euEuropol, state: nothingInForce },
      ),
    });
  expect(ask(wholeHub)).toBe(true);
  expect(() => ask(hit)).toThrow('hub.run on Hit');
});
