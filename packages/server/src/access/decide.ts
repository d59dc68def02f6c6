import { setFlagsFromString } from 'node:v8';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Action } from '@clew/model/access/actions.ts';
import type { Facts } from './cedar-facts.ts';
import { type PolicyHead, policyHeads, subjectsOfActions } from './policy-heads.ts';

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

let policies: readonly PolicyHead[] | undefined;
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
  policies ??= policyHeads();
  const about = policies.filter(
    (policy) =>
      (policy.actions === null || policy.actions.includes(action)) &&
      (policy.type === null || policy.type === type),
  );
  const answer = preparsePolicySet(name, {
    staticPolicies: Object.fromEntries(about.map(({ id, text }) => [id, text])),
  });
  if (answer.type === 'failure') throw new Error(`The policies do not parse: ${messages(answer.errors)}`);
  prepared.add(name);
  return name;
}

function messages(errors: readonly { readonly message: string }[]): string {
  return errors.map(({ message }) => message).join('; ');
}
