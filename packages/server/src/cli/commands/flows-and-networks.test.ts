import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clewHere } from '../clew-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-alone-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function given(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

test('flows writes the members of a pattern and its rows', async () => {
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const background = Array.from({ length: 900 }, () => {
    const day = new Date(Date.UTC(2026, 0, 1 + below(120))).toISOString().slice(0, 10);
    return `A${below(200)},B${below(200)},${day}`;
  });
  const fan = Array.from({ length: 9 }, (_, at) => `P${at},X,2026-02-0${1 + (at % 2)}`);
  const path = await given('payments.csv', ['payer,payee,date', ...background, ...fan]);
  const [out, rows] = [join(folder, 'out.csv'), join(folder, 'rows.csv')];
  const ended = await clewHere('flows', path, '--out', out, '--payments', rows, '--quiet');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const [header, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n');
  expect(header).toBe('pattern,kind,account,chance');
  const members = lines.filter((line) => line.startsWith('1,')).map((line) => line.split(','));
  expect(new Set(members.map(([, kind]) => kind))).toEqual(new Set(['fan-in']));
  expect(members.map(([, , account]) => account)).toEqual([
    'P0',
    'P1',
    'P2',
    'P3',
    'P4',
    'P5',
    'P6',
    'P7',
    'P8',
    'X',
  ]);
  const own = (await readFile(rows, 'utf8'))
    .trimEnd()
    .split('\n')
    .filter((line) => line.startsWith('1,'));
  expect(own).toEqual(fan.map((_, at) => `1,${901 + at}`));
});

test('networks writes roles and phases, and says what is missing', async () => {
  const ties = ['a,b,1', 'b,c,1', 'a,c,1', 'c,d,1', 'd,e,2', 'e,f,2', 'd,f,2'];
  const path = await given('ties.csv', ['source,target,time', ...ties]);
  const [out, phases] = [join(folder, 'roles.csv'), join(folder, 'phases.csv')];
  const ended = await clewHere('networks', path, '--out', out, '--phases', phases, '--quiet');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^node,community,broker,/);
  expect(new Set(lines.slice(1, 3).map((line) => line.split(',')[0]))).toEqual(new Set(['c', 'd']));
  expect((await readFile(phases, 'utf8')).split('\n')[0]).toBe(
    'phase,from,to,node,community,broker,stability',
  );
  const bare = await given('bare.csv', ['source,target', 'a,b']);
  const missing = join(folder, 'none.csv');
  const refused = await clewHere('networks', bare, '--out', missing, '--phases', phases, '--quiet');
  expect(refused.code).toBe(5);
  expect(refused.stderr).toContain('--time COLUMN');
  expect(await readdir(folder)).not.toContain('none.csv');
});
