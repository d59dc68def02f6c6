import { setFlagsFromString } from 'node:v8';
import {
  type PolicyJson,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  schemaToJson,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Action } from '@clew/model/access/actions.ts';
import type { Facts } from './cedar-facts.ts';
import { policyFiles, policyText, schemaText } from './policy-text.ts';

// V8 as in Node 20 inlines calls into wasm that return an object, and ends the process when it has to undo that while
// the call runs. It happens after some hundred thousand decisions: `decide.test.ts` brings it about at once.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** One question to the policies. */
export interface Question {
  readonly principal: Facts;
  readonly action: Action;
  readonly resource: Facts;
  readonly context: Readonly<Record<string, unknown>>;
}

type Call = Parameters<typeof statefulIsAuthorized>[0];

/** A policy with the id that its text gives it. */
interface Policy {
  readonly id: string;
  readonly json: PolicyJson;
}

let policies: readonly Policy[] | undefined;
let subjects: ReadonlyMap<string, readonly string[]> | undefined;
const prepared = new Set<string>();

/**
 * What the policies say: allowed only when one permits it and none forbids it. A policy that can't be evaluated, facts
 * that can't be read and an action on something it is never about (by the schema) are bugs: they throw, and nothing is
 * allowed.
 */
export function decide({ principal, action, resource, context }: Question): boolean {
  const answer = statefulIsAuthorized({
    principal: principal.uid,
    action: { type: 'Action', id: action },
    resource: resource.uid,
    context,
    preparsedPolicySetId: policiesAbout(action, resource.uid.type),
    entities: [principal, resource],
  } as Call);
  if (answer.type === 'failure') throw new Error(`The policies did not decide: ${messages(answer.errors)}`);
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) {
    throw new Error(`A policy failed: ${messages(diagnostics.errors.map(({ error }) => error))}`);
  }
  return decision === 'allow';
}

/**
 * The policies whose head names this action and this type of resource, or none. The others can't apply, and reading
 * them takes longer than deciding.
 */
function policiesAbout(action: Action, type: string): string {
  const name = `${action} ${type}`;
  if (prepared.has(name)) return name;
  subjects ??= subjectsOfActions();
  if (!subjects.get(action)?.includes(type)) throw new Error(`The gate was asked: ${action} on ${type}.`);
  policies ??= allPolicies();
  const about = policies.filter(({ json }) => namesAction(json, action) && namesType(json, type));
  const answer = preparsePolicySet(name, {
    staticPolicies: Object.fromEntries(about.map(({ id, json }) => [id, json])),
  });
  if (answer.type === 'failure') throw new Error(`The policies do not parse: ${messages(answer.errors)}`);
  prepared.add(name);
  return name;
}

/** Every policy of the repository. Two with the same id are a bug. */
export function allPolicies(): readonly Policy[] {
  const parts = policySetTextToParts(policyFiles.map(policyText).join('\n'));
  if (parts.type === 'failure') throw new Error(`The policies do not parse: ${messages(parts.errors)}`);
  const all = parts.policies.map((text) => {
    const read = policyToJson(text);
    if (read.type === 'failure') throw new Error(`A policy does not parse: ${messages(read.errors)}`);
    const id = read.json.annotations?.id;
    if (id === undefined) throw new Error(`A policy has no id: ${text}`);
    return { id, json: read.json };
  });
  if (new Set(all.map(({ id }) => id)).size < all.length) throw new Error('Two policies have the same id.');
  return all;
}

/** Which types of resource each action of the schema is about. */
export function subjectsOfActions(): ReadonlyMap<string, readonly string[]> {
  const read = schemaToJson(schemaText());
  if (read.type === 'failure') throw new Error(`The schema does not parse: ${messages(read.errors)}`);
  const actions = Object.entries(read.json['']?.actions ?? {});
  return new Map(actions.map(([action, { appliesTo }]) => [action, appliesTo?.resourceTypes ?? []]));
}

function namesAction({ action }: PolicyJson, asked: Action): boolean {
  if (action.op === 'All') return true;
  const named = 'entities' in action ? action.entities : 'entity' in action ? [action.entity] : [];
  return named.some((each) => ('__entity' in each ? each.__entity.id : each.id) === asked);
}

function namesType({ resource }: PolicyJson, type: string): boolean {
  return resource.op !== 'is' || resource.entity_type === type;
}

function messages(errors: readonly { readonly message: string }[]): string {
  return errors.map(({ message }) => message).join('; ');
}
