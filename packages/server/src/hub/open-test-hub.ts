// For tests and proofs. In: nothing. Out: an empty hub as it is in production, but for where it lies: its ledger is a
// schema of PostgreSQL in this process, and its files are in memory where the machine has room for that.

import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import { openTestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { addFounder } from './create-hub.ts';
import type { Hub } from './hub.ts';
import type { HubFile } from './hub-file.ts';
import { hubLayout } from './hub-layout.ts';
import { assembleHub, keyed } from './open-hub.ts';

export const testHubKey = hubKeyFrom('ab'.repeat(32));

const engine = { memory: '1GB', threads: 1 } as const;

export interface TestHub {
  readonly hub: Hub;
  close(): Promise<void>;
}

export interface TestHubOptions extends Partial<HubFile> {
  /** Who made it; without one nobody is registered. */
  readonly founder?: string | undefined;
  /** Breaks off what is computed. */
  readonly signal?: AbortSignal | undefined;
}

/** A hub; what `clew.yaml` says of it can be told, and who made it. */
export async function openTestHub({ founder, signal, ...settings }: TestHubOptions = {}): Promise<TestHub> {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = await mkdtemp(join(place, 'clew-test-hub-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const layout = hubLayout(folder);
  for (const part of [layout.contributions, layout.snapshots, layout.work]) {
    await mkdir(part, { recursive: true });
  }
  const { ledger, vault, close: closeLedger } = await openTestLedger(layout.vault);
  if (founder !== undefined) await addFounder(ledger, { founder, at: new Date().toISOString() });
  const lake = await Lake.open({
    folder: layout.work,
    lockFile: layout.lock,
    memoryLimit: engine.memory,
    threads: engine.threads,
    signal,
  });
  const hub = await assembleHub({
    lost: [],
    layout,
    content: { clew: 1, title: 'Test', profile: 'eu-europol', ...settings },
    engine,
    lake,
    // The ledger goes with its schema and its vault, at the end.
    ledger: { ...ledger, close: async () => undefined },
    vault,
    signal,
    ...keyed(testHubKey),
  });
  return {
    hub,
    async close() {
      await hub.close();
      await closeLedger();
      process.off('exit', remove);
      remove();
    },
  };
}
