import { profiles } from '@clew/model/terms/profiles/profiles.ts';
import { expect, test } from 'vitest';
import { createGate } from '../cedar-gate.ts';
import type { Gate } from '../gate.ts';
import type { GateState } from '../gate-state.ts';
import { today } from './label-classes.ts';
import { proveMatrix } from './prove-matrix.ts';

const profile = profiles['eu-europol'];

test.each(Object.values(profiles))('a part of the matrix of $id: gate and oracle agree', (each) => {
  const result = proveMatrix({ profile: each, drawn: 20_000, part: { oneIn: 80, seed: 5 } });
  expect(result.differences).toEqual([]);
  expect(result.decisions).toBeGreaterThan(2000);
  expect(result.allowed).toBeGreaterThan(150);
});

test.each<[string, (gate: Gate) => Partial<Gate>]>([
  ['lets everything pass', () => ({ allows: () => true })],
  ['lets every label pass', () => ({ readable: (_, labels) => labels.map(() => true) })],
  [
    'forgets tokens',
    (gate) => ({
      allows: (who, ...rest) =>
        gate.allows({ ...who, actor: { ...who.actor, via: 'session', scopes: null } }, ...rest),
    }),
  ],
  [
    'forgets minors',
    (gate) => ({
      readable: (who, labels) =>
        gate.readable(
          who,
          labels.map((label) => ({ ...label, minor: false })),
        ),
    }),
  ],
])('a gate that %s is found out', (_, broken) => {
  const gate = (state: () => GateState) => {
    const sound = createGate({ profile, write: async () => {}, today: () => today, state });
    return { ...sound, ...broken(sound) };
  };
  const result = proveMatrix({ profile, drawn: 20_000, part: { oneIn: 400, seed: 5 }, gate });
  expect(result.differences.length).toBeGreaterThan(0);
});
