import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import { hubSigningKey, type SigningKey } from '@clew/ledger/audit/signing-key.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { openLedger } from '@clew/ledger/open-ledger.ts';
import { hubKeyFrom, readHubKey } from '@clew/ledger/vault/hub-key.ts';
import { sweepVault } from '@clew/ledger/vault/sweep-vault.ts';
import { Vault } from '@clew/ledger/vault/vault.ts';
import type { LegalProfile } from '@clew/model/terms/profiles/legal-profile.ts';
import { profiles } from '@clew/model/terms/profiles/profiles.ts';
import { type AuditWriter, createAuditWriter } from '../access/audit-writer.ts';
import { createGate } from '../access/cedar-gate.ts';
import type { Gate } from '../access/gate.ts';
import type { GateState } from '../access/gate-state.ts';
import { GateStateReader } from '../access/gate-state-reader.ts';
import { Views } from '../access/views.ts';
import type { Config } from '../config.ts';
import { type HubFile, readHubFile } from './hub-file.ts';
import { type HubLayout, hubLayout } from './hub-layout.ts';
import { LakeInTurn } from './lake-in-turn.ts';
import { ledgerPlace } from './ledger-place.ts';
import { completeErasures } from './retention/erase-contribution.ts';

/** An open hub. This process holds its lock until `close`. */
export interface Hub {
  readonly layout: HubLayout;
  readonly content: HubFile;
  readonly profile: LegalProfile;
  /** What the engine may use. */
  readonly engine: Pick<Config, 'memory' | 'threads'>;
  /** The lake of whoever computes. What somebody may read comes from `views`. */
  readonly lake: Lake;
  readonly ledger: Ledger;
  readonly vault: Vault;
  /** For reading contributions as they came, one reader at a time. */
  readonly reading: LakeInTurn;
  readonly audit: AuditWriter;
  /** Signs points of the audit log. */
  readonly signing: SigningKey;
  readonly gate: Gate;
  readonly views: Views;
  readonly signal: AbortSignal | undefined;
  /** What people have decided that the rules go by, as of the last refresh. */
  inForce(): GateState;
  /** Reads anew what the rules depend on: necessities and access beyond the rules. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly config: Pick<Config, 'hubKey' | 'ledger' | 'memory' | 'threads'>;
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
    const vault = await Vault.open(layout.vault, hubKey);
    const signing = hubSigningKey(hubKey);
    const place = ledgerPlace(layout, config.ledger);
    const ledger = await openLedger(place, { at: new Date().toISOString(), keys: vault.keys });
    try {
      await sweepVault(vault, ledger);
      return await assemble({ layout, content, engine: config, lake, ledger, vault, signal, signing });
    } catch (error) {
      await ledger.close();
      throw error;
    }
  } catch (error) {
    lake.close();
    throw error;
  }
}

type Opened = Pick<Hub, 'layout' | 'content' | 'engine' | 'lake' | 'ledger' | 'vault' | 'signal' | 'signing'>;

async function assemble(opened: Opened): Promise<Hub> {
  const { ledger, lake } = opened;
  const profile = profiles[opened.content.profile];
  const audit = createAuditWriter(ledger, { key: opened.signing });
  const state = new GateStateReader(ledger);
  await state.refresh();
  const gate = createGate({ profile, write: audit.write, today, state: () => state.current });
  const folder = join(opened.layout.work, 'reading');
  const reading = new LakeInTurn(() => Lake.open({ folder, threads: 1 }));
  const parts = {
    ...opened,
    profile,
    audit,
    gate,
    reading,
    refresh: () => state.refresh(),
    inForce: () => state.current,
  };
  const hub: Hub = {
    ...parts,
    get views() {
      return views;
    },
    async close() {
      await views.close();
      await reading.close();
      await audit.close();
      await ledger.close();
      lake.close();
    },
  };
  const views = new Views(hub);
  await completeErasures(hub);
  return hub;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
