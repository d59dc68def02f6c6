import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub } from '../../hub/open-hub.ts';
import { clewHere } from '../clew-process.ts';

let root: string;
let hub: string;
const at = (name: string) => join(root, name);
const audit = (...words: readonly string[]) => clewHere('audit', ...words, '--hub', hub, '--quiet');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-audit-'));
  hub = join(root, 'hub');
  expect(await clewHere('init', hub, '--title', 'Audit')).toMatchObject({ code: 0 });
  const pair = generateKeyPairSync('ed25519');
  await writeFile(at('their.key'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('reading the log is in the log, and filters choose', async () => {
  expect((await audit('list')).stdout).toContain('audit.read');
  const first = JSON.parse((await audit('list', '--json', '--limit', '1')).stdout);
  expect(first).toMatchObject({
    entries: [{ number: 2, action: 'audit.read', outcome: 'allowed' }],
    next: 2,
  });
  const older = JSON.parse((await audit('list', '--json', '--before', '2')).stdout);
  expect(older.entries.map(({ number }: { number: number }) => number)).toEqual([1]);
  expect((await audit('list', '--person', 'nobody')).stdout).toBe('No entry fits.\n');
  expect((await audit('list', '--until', '2020-01-01')).stdout).toBe('No entry fits.\n');
  expect(await audit('list', '--since', 'yesterday')).toMatchObject({ code: 2 });
});

test('a checkpoint goes out, is countersigned without the hub, comes back, and holds the log to it', async () => {
  expect(await audit('checkpoint', '--out', at('point.json'))).toMatchObject({ code: 0 });
  expect(await audit('checkpoint', '--out', at('point.json'))).toMatchObject({ code: 3 });
  const sign = ['countersign', at('point.json'), '--key', at('their.key'), '--by', 'Supervisory authority'];
  expect(await clewHere('audit', ...sign, '--out', at('signed.json'))).toMatchObject({ code: 0 });
  expect(await audit('countersign', '--add', at('signed.json'))).toMatchObject({ code: 0 });
  const proved = await audit('verify', '--against', at('point.json'), at('signed.json'), '--json');
  expect(JSON.parse(proved.stdout)).toMatchObject({ broken: null, countersignatures: 1 });
});

test('the hub key is changed by an administrator; what the old one signed still holds', async () => {
  const rotate = (as: string) => clewHere('key', 'rotate', '--as', as, '--hub', hub, '--quiet');
  const keys = [await readFile(join(hub, 'hub.key'), 'utf8')];
  expect(await clewHere('people', 'administrator', '--hub', hub)).toMatchObject({ code: 0 });
  expect((await rotate('administrator')).stdout).toContain('opens nothing in it any more');
  keys.push(await readFile(join(hub, 'hub.key'), 'utf8'));
  expect(new Set(keys).size).toBe(2);
  const proved = await audit('verify', '--against', at('point.json'), at('signed.json'), '--json');
  expect(JSON.parse(proved.stdout)).toMatchObject({ broken: null, countersignatures: 1 });
});

test('what is no checkpoint, no key or not of this hub is refused', async () => {
  await writeFile(at('bad.json'), '{"clew": 1}');
  expect(await audit('verify', '--against', at('bad.json'))).toMatchObject({ code: 2 });
  expect(await audit('verify', '--against', at('none.json'))).toMatchObject({ code: 4 });
  expect(await audit('countersign', at('point.json'))).toMatchObject({ code: 2 });
  const withKey = ['--by', 'x', '--out', at('other.json'), '--key'];
  expect(await audit('countersign', at('point.json'), ...withKey, at('bad.json'))).toMatchObject({ code: 4 });
  const point = JSON.parse(await readFile(at('point.json'), 'utf8'));
  await writeFile(at('forged.json'), JSON.stringify({ ...point, number: point.number + 1 }));
  expect(await audit('verify', '--against', at('forged.json'))).toMatchObject({ code: 8 });
  const forged = ['countersign', at('forged.json'), ...withKey, at('their.key')];
  expect(await audit(...forged)).toMatchObject({ code: 2 });
  expect(await audit('countersign', '--add', at('point.json'))).toMatchObject({ code: 2 });
});

test('a log that was tampered with ends the command with the first break', async () => {
  const opened = await openHub(hub, {
    config: { hubKey: undefined, ledger: undefined, memory: undefined, threads: 1 },
  });
  await opened.ledger.transaction(async (database) => {
    await database.query('alter table audit disable trigger user');
    await database.query("update audit set person = 'somebody' where number = 2");
  });
  await opened.close();
  const broken = await audit('verify');
  expect(broken).toMatchObject({ code: 8, stdout: '' });
  expect(broken.stderr).toContain('breaks first at entry 2: it is not as it was written');
});
