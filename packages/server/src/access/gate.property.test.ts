import type { Actor, Ground } from '@clew/model/access/actor.ts';
import { joinLabels, type Label } from '@clew/model/terms/label.ts';
import { profiles } from '@clew/model/terms/profiles/profiles.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGate } from './cedar-gate.ts';
import type { GateState } from './gate-state.ts';
import { drawnClass, labelOf, stateOf, today } from './matrix/label-classes.ts';
import { allActions, grounds, resources, roleSets, subjects } from './matrix/world.ts';

const write = async () => {};
let state: GateState;
const gates = Object.values(profiles).map((profile) =>
  createGate({ profile, write, today: () => today, state: () => state }),
);
const gate = fc.constantFrom(...gates);
const drawing = fc
  .infiniteStream(fc.nat(1_000_000))
  .map((stream) => drawnClass((below) => (stream.next().value as number) % below));
/** Labels as contributions make them: operational analysis has a project. */
const label = drawing
  .map(labelOf)
  .filter(({ projects, purposes }) => projects.length > 0 || !purposes.includes('operational-analysis'));
const ground = fc.constantFrom<Ground>(...grounds);
const actor: fc.Arbitrary<Actor> = fc.record({
  person: fc.constant('asker'),
  roles: fc.constantFrom(...roleSets),
  partner: fc.constantFrom(null, 'alpha'),
  projects: fc.constant(['inside']),
  via: fc.constant<Actor['via']>('session'),
  scopes: fc.constant(null),
});
const caller = fc.record({ actor, ground, request: fc.constant('r') });

test('what rests on two sources is read only by who may read both', () => {
  fc.assert(
    fc.property(gate, caller, label, label, drawing, (one, who, a, b, each) => {
      state = stateOf(each, who.ground);
      const [joined, first, second] = one.readable(who, [joinLabels(a, b), a, b]);
      if (joined) expect([first, second]).toEqual([true, true]);
    }),
    { numRuns: 1500, seed: 11 },
  );
});

test('an administrator reads no label, whatever the ground and whatever else they are', () => {
  fc.assert(
    fc.property(gate, caller, label, drawing, (one, who, each, decided) => {
      state = stateOf(decided, who.ground);
      const administrator = {
        ...who,
        actor: { ...who.actor, roles: [...who.actor.roles, 'administrator'] as const },
      };
      expect(one.readable(administrator, [each])).toEqual([false]);
    }),
    { numRuns: 500, seed: 12 },
  );
});

test('a token opens what its person may do and its scopes name, never more', () => {
  const scopes = fc.subarray([...allActions]);
  fc.assert(
    fc.property(gate, caller, scopes, fc.constantFrom(...allActions), (one, who, own, action) => {
      state = { necessities: [], breakGlass: [] };
      const token = { ...who, actor: { ...who.actor, via: 'token' as const, scopes: own } };
      const wider = { ...token, actor: { ...token.actor, scopes: [...allActions] } };
      for (const about of subjects[action]) {
        const [person, some, all] = [who, token, wider].map((each) =>
          one.allows(each, action, resources[about]),
        );
        if (some) expect([own.includes(action), person, all]).toEqual([true, true, true]);
        if (all) expect(person).toBe(true);
      }
    }),
    { numRuns: 500, seed: 13 },
  );
});

test('a token reads no label that its person does not read', () => {
  fc.assert(
    fc.property(gate, caller, label, fc.boolean(), (one, who, each: Label, scoped) => {
      state = { necessities: [], breakGlass: [] };
      const token = {
        ...who,
        actor: { ...who.actor, via: 'token' as const, scopes: scoped ? ['view.read'] : [] },
      };
      const [read] = one.readable(token, [each]);
      expect(read).toBe(scoped && one.readable(who, [each])[0]);
    }),
    { numRuns: 300, seed: 14 },
  );
});
