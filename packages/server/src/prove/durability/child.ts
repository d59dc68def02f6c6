// The process that is killed. In: one line of JSON on standard input: where the hub is, what was acknowledged before.
// Out: lines of JSON on standard output: what opening again has shown, then each piece of work that was acknowledged.

import { createHash } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Hub } from '../../hub/hub.ts';
import { beginKeyChange } from '../../hub/keys/begin-key-change.ts';
import { chanceFrom } from './chance.ts';
import { type AuditEnd, type Checked, checkHub } from './check-hub.ts';
import { callerOf, makeProofHub, openProofHub, type ProofPlace } from './proof-hub.ts';
import { type Acknowledged, contribute, publish, workOnce } from './work.ts';

export interface ChildTask {
  readonly place: ProofPlace;
  /** `work` until killed; `make` a hub; `rebuild` it at the end. */
  readonly task: 'make' | 'work' | 'rebuild';
  readonly seed: number;
  /** A file with a line of JSON for each piece of work that was acknowledged. */
  readonly acknowledged: string;
  readonly end?: AuditEnd | undefined;
}

export type ChildLine =
  | { readonly line: 'ready' }
  | { readonly line: 'opened'; readonly checked: Checked; readonly milliseconds: number }
  | { readonly line: 'done'; readonly done: Acknowledged }
  | { readonly line: 'rebuilt'; readonly same: boolean; readonly snapshot: string }
  | { readonly line: 'made' };

export const childFile = fileURLToPath(import.meta.url);

async function run(given: ChildTask): Promise<void> {
  const started = performance.now();
  tell({ line: 'ready' });
  if (given.task === 'make') {
    await makeProofHub(given.place);
    tell({ line: 'made' });
    return;
  }
  const hub = await openProofHub(given.place);
  const acknowledged = readAcknowledged(given.acknowledged);
  const checked = await checkHub(hub, acknowledged, given.end);
  tell({ line: 'opened', checked, milliseconds: Math.round(performance.now() - started) });
  if (given.task === 'rebuild') await rebuild(hub, given);
  else await work(hub, given);
}

async function work(opened: Hub, { place, seed }: ChildTask): Promise<never> {
  const chance = chanceFrom(seed);
  let hub = opened;
  for (;;) {
    if (chance.next() < 0.08) {
      await beginKeyChange(hub, callerOf('admin', null, ['administrator']), { hubKey: undefined });
      await hub.close();
      hub = await openProofHub(place);
      tell({ line: 'done', done: { kind: 'key', id: hub.hubKey } });
    }
    const done = await workOnce(hub, chance);
    if (done !== undefined) tell({ line: 'done', done });
  }
}

/** Computes once more on top of what is there, then from nothing but what is kept: both must come to the same. */
async function rebuild(hub: Hub, given: ChildTask): Promise<void> {
  const first = await contribute(hub, chanceFrom(given.seed));
  tell({ line: 'done', done: first });
  await publish(hub, true);
  const upon = await published(hub);
  for (const folder of [hub.layout.snapshots, hub.layout.contributions]) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  }
  await hub.close();
  const again = await openProofHub(given.place);
  await publish(again, true);
  const anew = await published(again);
  const checked = await checkHub(again, readAcknowledged(given.acknowledged), given.end);
  await again.close();
  tell({ line: 'opened', checked, milliseconds: Math.round(performance.now()) });
  const same = upon.id === anew.id && upon.bytes === anew.bytes;
  tell({ line: 'rebuilt', same, snapshot: anew.id });
}

/** The published snapshot, and a hash over the names and bytes of its files. */
async function published(hub: Hub): Promise<{ id: string; bytes: string }> {
  const id = (await publishedSnapshot(hub.ledger))?.id ?? '';
  const folder = join(hub.layout.snapshots, id);
  const hash = createHash('sha256');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(name.slice(folder.length)).update(await readFile(name));
  return { id, bytes: hash.digest('hex') };
}

function readAcknowledged(file: string): Acknowledged[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Acknowledged);
}

/** At once: what stays in a buffer of this process dies with it. */
function tell(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

if (process.argv[1] === childFile) {
  const input = createInterface({ input: process.stdin });
  input.once('line', async (text) => {
    await run(JSON.parse(text) as ChildTask);
    input.close();
  });
}
