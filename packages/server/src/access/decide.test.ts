import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const decideFile = new URL('./decide.ts', import.meta.url).href;

/** Asks until the call is optimised, then has the engine throw its code away in the middle of a call. */
const story = `
  import { createRequire } from 'node:module';
  const { decide } = await import(${JSON.stringify(decideFile)});
  const cedar = createRequire(${JSON.stringify(decideFile)})('@cedar-policy/cedar-wasm/nodejs');
  cedar.preparsePolicySet('all', { staticPolicies: 'permit (principal, action, resource);' });
  const ask = cedar.statefulIsAuthorized;
  let undo = false;
  const call = () => ({
    principal: { type: 'P', id: 'p' },
    action: { type: 'Action', id: 'a' },
    resource: { type: 'R', id: 'r' },
    get context() {
      if (undo) %DeoptimizeFunction(ask);
      return {};
    },
    preparsedPolicySetId: 'all',
    entities: [],
  });
  %PrepareFunctionForOptimization(ask);
  for (let count = 0; count < 1000; count++) ask(call());
  %OptimizeFunctionOnNextCall(ask);
  ask(call());
  ask(call());
  undo = true;
  console.log(typeof decide, ask(call()).response.decision);
`;

test('the process lives on when the engine undoes an optimised call into the policies', () => {
  const flags = ['--allow-natives-syntax', '--import', 'tsx', '--input-type=module', '--eval', story];
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('function allow\n');
});
