// In: nothing. Out: an empty hub as it is in production, but for where it lies: its ledger is a schema of PostgreSQL in
// this process, and its files are in memory where the machine has room for that.

import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import { openTestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import type { Hub } from '../../hub/hub.ts';
import type { HubFile } from '../../hub/hub-file.ts';
import { hubLayout } from '../../hub/hub-layout.ts';
import { assembleHub, keyed } from '../../hub/open-hub.ts';

export const proofKey = hubKeyFrom('ab'.repeat(32));

const engine = { memory: '1GB', threads: 1 } as const;

export interface ProofHub {
  readonly hub: Hub;
  close(): Promise<void>;
}

/** A hub whose hits depend on two records alone, unless `weights` are learnt from all that may be matched. */
export async function openProofHub(weights: HubFile['weights'] = 'usual'): Promise<ProofHub> {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = await mkdtemp(join(place, 'clew-proof-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const layout = hubLayout(folder);
  for (const part of [layout.contributions, layout.snapshots, layout.work]) {
    await mkdir(part, { recursive: true });
  }
  const { ledger, vault, close: closeLedger } = await openTestLedger();
  const lake = await Lake.open({
    folder: layout.work,
    lockFile: layout.lock,
    memoryLimit: engine.memory,
    threads: engine.threads,
  });
  const hub = await assembleHub({
    lost: [],
    layout,
    content: { clew: 1, title: 'Proof', profile: 'eu-europol', weights },
    engine,
    lake,
    // The ledger goes with its schema and its vault, at the end.
    ledger: { ...ledger, close: async () => undefined },
    vault,
    signal: undefined,
    ...keyed(proofKey),
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
