import { expect, test } from 'vitest';
import { findBreaches } from './check-layers.ts';

const file = (path: string, imports: readonly string[], text = '') => ({
  path,
  imports,
  runs: imports,
  text,
});

test('an import up the line is a breach', () => {
  const breaches = findBreaches([
    file('packages/engine/src/graph/connect.ts', ['packages/engine/src/findings/detect.ts']),
    file('packages/engine/src/findings/detect.ts', []),
  ]);
  expect(breaches).toEqual([
    'packages/engine/src/graph/connect.ts imports packages/engine/src/findings/detect.ts: graph comes before findings',
  ]);
});

test('the model knows nobody', () => {
  const breaches = findBreaches([file('packages/model/src/ids.ts', ['packages/ledger/src/open-ledger.ts'])]);
  expect(breaches[0]).toContain('model must not know ledger');
});

test('a cycle is a breach', () => {
  const breaches = findBreaches([
    file('packages/model/src/a.ts', ['packages/model/src/b.ts']),
    file('packages/model/src/b.ts', ['packages/model/src/a.ts']),
  ]);
  expect(breaches.join()).toContain('cycle: ');
});

test('the engine of the lake has one importer', () => {
  const breaches = findBreaches([file('packages/engine/src/graph/connect.ts', ['@duckdb/node-api'])]);
  expect(breaches.join()).toContain('only packages/engine/src/lake/ may');
});

test('siblings in a catalogue do not import each other', () => {
  const breaches = findBreaches([
    file('packages/engine/src/findings/detectors/one.ts', ['packages/engine/src/findings/detectors/two.ts']),
  ]);
  expect(breaches.join()).toContain('do not import each other');
});

test('a file over the limit is a breach', () => {
  const breaches = findBreaches([file('packages/model/src/ids.ts', [], '\n'.repeat(500))]);
  expect(breaches.join()).toContain('at most 400');
});

test('terminal and HTTP do not go around the gate, though they may know the types', () => {
  const command = 'packages/server/src/cli/commands/find.ts';
  const around = ['packages/engine/src/graph/find-entities.ts'];
  expect(findBreaches([file(command, around)]).join()).toContain('goes around the gate');
  expect(findBreaches([{ ...file(command, around), runs: [] }]).join()).not.toContain('goes around');
});
