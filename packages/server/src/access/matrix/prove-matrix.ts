// In: the gate as it runs, and the tables of the oracle. Out: how many decisions were compared and where they differ.
// Invariant: without `part` every case is asked; with it always the same part.

import type { Action } from '@clew/model/access/actions.ts';
import type { LegalProfile } from '@clew/model/terms/profiles/legal-profile.ts';
import { createGate } from '../cedar-gate.ts';
import type { Gate } from '../gate.ts';
import { type GateState, nothingInForce } from '../gate-state.ts';
import { mayDo } from './action-oracle.ts';
import { drawnClass, type LabelClass, labelClasses, labelOf, stateOf, today } from './label-classes.ts';
import { mayRead } from './label-oracle.ts';
import {
  type About,
  type Asking,
  allActions,
  allRoles,
  callerOf,
  grounds,
  partners,
  resources,
  roleSets,
  subjects,
  tokens,
} from './world.ts';

export interface MatrixOptions {
  readonly profile: LegalProfile;
  /** Only one case in so many, drawn from a seed. */
  readonly part?: { readonly oneIn: number; readonly seed: number };
  /** Labels that are drawn from all there can be, beside those with up to two differences from the plain one. */
  readonly drawn: number;
  /** Another gate than the one that runs, to see that the proof can fail. */
  readonly gate?: (state: () => GateState) => Gate;
}

export interface MatrixResult {
  readonly decisions: number;
  readonly allowed: number;
  /** One sentence each. */
  readonly differences: readonly string[];
}

/** Compares the gate with the tables, case by case. */
export function proveMatrix({ profile, part, drawn, gate: given }: MatrixOptions): MatrixResult {
  let state: GateState = nothingInForce;
  const write = async () => {};
  const gate = (given ?? ((read) => createGate({ profile, write, today: () => today, state: read })))(
    () => state,
  );
  const draw = randomFrom(part?.seed ?? 7);
  const differences: string[] = [];
  let [decisions, allowed] = [0, 0];
  const compare = (expected: boolean, decided: boolean, about: () => string) => {
    decisions++;
    if (decided) allowed++;
    if (expected !== decided)
      differences.push(`${decided ? 'allowed' : 'refused'}, expected not: ${about()}`);
  };
  const chosen = () => part === undefined || draw(part.oneIn) === 0;

  for (const { action, about, asking } of actionCases()) {
    if (!chosen()) continue;
    const decided = gate.allows(callerOf(asking, action), action, resources[about]);
    compare(mayDo(asking, action, about), decided, () => JSON.stringify({ action, about, ...asking }));
  }
  for (const { asking, each } of labelCases(draw, drawn)) {
    if (!chosen()) continue;
    state = stateOf(each, asking.ground);
    const label = labelOf(each);
    const decided = gate.readable(callerOf(asking, 'view.read'), [label])[0] === true;
    compare(mayRead(asking, label, { state, today }), decided, () =>
      JSON.stringify({ ...asking, label, state }),
    );
  }
  return { decisions, allowed, differences };
}

function* actionCases(): Generator<{ action: Action; about: About; asking: Asking }> {
  for (const action of allActions) {
    for (const about of subjects[action]) {
      for (const partner of partners) {
        for (const ground of grounds) {
          for (const roles of roleSets) yield { action, about, asking: { roles, partner, ground } };
        }
        for (const token of tokens) {
          for (const roles of roleSets) {
            const ground = { purpose: 'cross-check', project: null } as const;
            yield { action, about, asking: { roles, partner, ground, token } };
          }
        }
      }
    }
  }
}

function* labelCases(
  draw: (below: number) => number,
  drawn: number,
): Generator<{ asking: Asking; each: LabelClass }> {
  for (const each of labelClasses(2)) {
    for (const ground of grounds) {
      for (const partner of partners) {
        for (const role of allRoles) yield { asking: { roles: [role], partner, ground }, each };
      }
    }
  }
  for (let count = 0; count < drawn; count++) {
    const asking: Asking = {
      roles: pick(roleSets, draw),
      partner: pick(partners, draw),
      ground: pick(grounds, draw),
      token: draw(4) === 0 ? pick(tokens, draw) : 'none',
    };
    yield { asking, each: drawnClass(draw) };
  }
}

function pick<T>(values: readonly T[], draw: (below: number) => number): T {
  return values[draw(values.length)] as T;
}

/** Whole numbers below n, the same for the same seed (a multiplicative generator, Park and Miller 1988). */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
