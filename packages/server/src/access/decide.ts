import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Action } from '@clew/model/access/actions.ts';
import type { Facts } from './cedar-facts.ts';
import { policyFiles, policyText } from './policy-text.ts';

/** One question to the policies. */
export interface Question {
  readonly principal: Facts;
  readonly action: Action;
  readonly resource: Facts;
  readonly context: Readonly<Record<string, unknown>>;
}

type Call = Parameters<typeof statefulIsAuthorized>[0];

const policySet = 'clew';
let parsed = false;

/**
 * What the policies say: allowed only when one permits it and none forbids it. A policy that can't be evaluated, or
 * facts that can't be read, are a bug: they throw, and nothing is allowed.
 */
export function decide({ principal, action, resource, context }: Question): boolean {
  parseOnce();
  const answer = statefulIsAuthorized({
    principal: principal.uid,
    action: { type: 'Action', id: action },
    resource: resource.uid,
    context,
    preparsedPolicySetId: policySet,
    entities: [principal, resource],
  } as Call);
  if (answer.type === 'failure') throw new Error(`The policies did not decide: ${messages(answer.errors)}`);
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) {
    throw new Error(`A policy failed: ${messages(diagnostics.errors.map(({ error }) => error))}`);
  }
  return decision === 'allow';
}

function parseOnce(): void {
  if (parsed) return;
  const answer = preparsePolicySet(policySet, { staticPolicies: policyFiles.map(policyText).join('\n') });
  if (answer.type === 'failure') throw new Error(`The policies do not parse: ${messages(answer.errors)}`);
  parsed = true;
}

function messages(errors: readonly { readonly message: string }[]): string {
  return errors.map(({ message }) => message).join('; ');
}
