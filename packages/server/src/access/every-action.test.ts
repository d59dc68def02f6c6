import { readdirSync, readFileSync } from 'node:fs';
import { actions } from '@clew/model/access/actions.ts';
import { routes } from '@clew/model/contract/routes.ts';
import { expect, test } from 'vitest';

const source = new URL('../', import.meta.url);

/** Every file of a folder, tests left out, as text by path. */
function texts(folder: string): Map<string, string> {
  const names = readdirSync(new URL(folder, source), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return new Map(files.map((name) => [name, readFileSync(new URL(`${folder}${name}`, source), 'utf8')]));
}

/** Actions that are asked for at the terminal alone, with the use case that a command calls. */
const atTheTerminal = {
  'hub.score': { useCase: 'status/score-hub.ts', named: 'scoreHub' },
  'key.rotate': { useCase: 'keys/begin-key-change.ts', named: 'beginKeyChange' },
} as const;

test.each(Object.keys(actions))('%s can be asked for: by a route, or by a command', (action) => {
  const route = routes.find((each) => each.action === action);
  if (route !== undefined) return;
  const { useCase, named } = atTheTerminal[action as keyof typeof atTheTerminal];
  expect(texts('hub/').get(useCase)).toContain(`gate.pass(caller, '${action}'`);
  const commands = [...texts('cli/commands/').values()];
  expect(commands.some((text) => text.includes(`${named}(`))).toBe(true);
});

test('every action is what some use case asks the gate for', () => {
  const all = [...texts('hub/').values(), ...texts('access/').values()].join('\n');
  const unasked = Object.keys(actions).filter((action) => !all.includes(`'${action}'`));
  expect(unasked).toEqual([]);
});
