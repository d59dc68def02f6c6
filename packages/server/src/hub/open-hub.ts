import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import { hubSigningKey } from '@clew/ledger/audit/signing-key.ts';
import { openLedger } from '@clew/ledger/open-ledger.ts';
import type { HubKey } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { sweepVault } from '@clew/ledger/vault/sweep-vault.ts';
import { Vault } from '@clew/ledger/vault/vault.ts';
import type { Watch } from '@clew/model/progress.ts';
import { profiles } from '@clew/model/terms/profiles/profiles.ts';
import { createAuditWriter } from '../access/audit-writer.ts';
import { createGate } from '../access/cedar-gate.ts';
import { GateStateReader } from '../access/gate-state-reader.ts';
import { Views } from '../access/views.ts';
import type { Config } from '../config.ts';
import { makeAlone } from './alone.ts';
import type { Hub } from './hub.ts';
import { readHubFile } from './hub-file.ts';
import { hubLayout } from './hub-layout.ts';
import { finishKeyChange, tidyKeyFiles } from './keys/finish-key-change.ts';
import { hubKeysOf, type KeyConfig } from './keys/hub-keys.ts';
import { LakeInTurn } from './lake-in-turn.ts';
import { ledgerPlace } from './ledger-place.ts';
import { completeErasures } from './retention/erase-contribution.ts';

export interface OpenOptions {
  readonly config: KeyConfig & Pick<Config, 'ledger' | 'memory' | 'threads'>;
  readonly signal?: AbortSignal | undefined;
  /** Of a change of the hub key, which opening carries on. */
  readonly onProgress?: Watch['onProgress'];
}

/** Opens the hub in a folder. The lake comes first: its lock guards ledger and vault too. */
export async function openHub(folder: string, { config, signal, onProgress }: OpenOptions): Promise<Hub> {
  const layout = hubLayout(folder);
  const content = await readHubFile(layout.file);
  const lake = await Lake.open({
    folder: layout.work,
    lockFile: layout.lock,
    memoryLimit: config.memory,
    threads: config.threads,
    signal,
  });
  try {
    const keys = await hubKeysOf(layout, config);
    const vault = await Vault.open(layout.vault, keys.now);
    const place = ledgerPlace(layout, config.ledger);
    const ledger = await openLedger(place, { at: new Date().toISOString(), keys: vault.keys });
    try {
      const { now, next } = keys;
      const watch = { signal, onProgress };
      if (next !== undefined) await finishKeyChange({ layout, vault, ledger, keys: { now, next }, watch });
      else await tidyKeyFiles(layout, now.id);
      const { lost } = await sweepVault(vault, ledger);
      return await assembleHub({
        layout,
        content,
        engine: config,
        lake,
        ledger,
        vault,
        lost,
        signal,
        ...keyed(next ?? now),
      });
    } catch (error) {
      await ledger.close();
      throw error;
    }
  } catch (error) {
    lake.close();
    throw error;
  }
}

type Opened = Pick<
  Hub,
  | 'layout'
  | 'content'
  | 'engine'
  | 'lake'
  | 'ledger'
  | 'vault'
  | 'lost'
  | 'signal'
  | keyof ReturnType<typeof keyed>
>;

/** What a hub does with its key. */
export function keyed(hubKey: HubKey): Pick<Hub, 'hubKey' | 'signing' | 'seal'> {
  return { hubKey: hubKey.id, signing: hubSigningKey(hubKey), seal: hubSeal(hubKey) };
}

/** A hub over parts that are open. */
export async function assembleHub(opened: Opened): Promise<Hub> {
  const { ledger, lake } = opened;
  const profile = profiles[opened.content.profile];
  const audit = createAuditWriter(ledger, { key: opened.signing });
  const state = new GateStateReader(ledger);
  await state.refresh();
  const gate = createGate({ profile, write: audit.write, today, state: () => state.current });
  const { work } = opened.layout;
  const { memory, threads } = opened.engine;
  const reading = new LakeInTurn(() =>
    Lake.open({ folder: join(work, 'reading'), threads: 1, signal: opened.signal }),
  );
  const taking = new LakeInTurn(() =>
    Lake.open({ folder: join(work, 'taking'), memoryLimit: memory, threads, signal: opened.signal }),
  );
  const parts = {
    ...opened,
    profile,
    audit,
    gate,
    reading,
    taking,
    alone: makeAlone(),
    refresh: () => state.refresh(),
    inForce: () => state.current,
  };
  const closeAll = async () => {
    await views.close();
    await reading.close();
    await taking.close();
    await audit.close();
    await ledger.close();
    lake.close();
  };
  let closed: Promise<void> | undefined;
  const hub: Hub = {
    ...parts,
    get views() {
      return views;
    },
    close() {
      closed ??= closeAll();
      return closed;
    },
  };
  const views = new Views(hub);
  await completeErasures(hub);
  return hub;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
