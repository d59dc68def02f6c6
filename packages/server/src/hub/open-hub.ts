import { Lake } from '@clew/engine/lake/lake.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { openLedger } from '@clew/ledger/open-ledger.ts';
import { hubKeyFrom, readHubKey } from '@clew/ledger/vault/hub-key.ts';
import { Vault } from '@clew/ledger/vault/vault.ts';
import type { Config } from '../config.ts';
import { type HubFile, readHubFile } from './hub-file.ts';
import { type HubLayout, hubLayout } from './hub-layout.ts';

/** An open hub. This process holds its lock until `close`. */
export interface Hub {
  readonly layout: HubLayout;
  readonly content: HubFile;
  readonly lake: Lake;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly signal: AbortSignal | undefined;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly config: Pick<Config, 'hubKey' | 'memory' | 'threads'>;
  readonly signal?: AbortSignal | undefined;
}

/** Opens the hub in a folder. The lake comes first: its lock guards ledger and vault too. */
export async function openHub(folder: string, { config, signal }: OpenOptions): Promise<Hub> {
  const layout = hubLayout(folder);
  const content = await readHubFile(layout.file);
  const hubKey = config.hubKey === undefined ? await readHubKey(layout.key) : hubKeyFrom(config.hubKey);
  const lake = await Lake.open({
    folder: layout.work,
    lockFile: layout.lock,
    memoryLimit: config.memory,
    threads: config.threads,
    signal,
  });
  try {
    const ledger = await openLedger(layout.ledger, new Date().toISOString());
    const close = async () => {
      await ledger.close();
      lake.close();
    };
    try {
      const vault = await Vault.open(layout.vault, hubKey);
      return { layout, content, lake, ledger, vault, signal, close };
    } catch (error) {
      await ledger.close();
      throw error;
    }
  } catch (error) {
    lake.close();
    throw error;
  }
}
