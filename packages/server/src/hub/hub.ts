import type { Lake } from '@clew/engine/lake/lake.ts';
import type { SigningKey } from '@clew/ledger/audit/signing-key.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import type { HubSeal } from '@clew/ledger/vault/hub-seal.ts';
import type { Vault } from '@clew/ledger/vault/vault.ts';
import type { LegalProfile } from '@clew/model/terms/profiles/legal-profile.ts';
import type { AuditWriter } from '../access/audit-writer.ts';
import type { Gate } from '../access/gate.ts';
import type { GateState } from '../access/gate-state.ts';
import type { ViewShelf } from '../access/view-shelf.ts';
import type { Config } from '../config.ts';
import type { HubFile } from './hub-file.ts';
import type { HubLayout } from './hub-layout.ts';
import type { LakeInTurn } from './lake-in-turn.ts';

/** An open hub. This process holds its lock until `close`. */
export interface Hub {
  readonly layout: HubLayout;
  readonly content: HubFile;
  readonly profile: LegalProfile;
  /** What the engine may use. */
  readonly engine: Pick<Config, 'memory' | 'threads'>;
  /** The lake of the run: for whoever works `alone`. What somebody may read comes from `views`. */
  readonly lake: Lake;
  /** For stages 1 and 2 of one contribution at a time. */
  readonly taking: LakeInTurn;
  readonly ledger: Ledger;
  readonly vault: Vault;
  /** Names of stored files that are gone though nobody erased them. The vault has to come back from its backup. */
  readonly lost: readonly string[];
  /** For reading contributions as they came, one reader at a time. */
  readonly reading: LakeInTurn;
  readonly audit: AuditWriter;
  /** The id of the key that the vault is under. */
  readonly hubKey: string;
  /** Signs points of the audit log. */
  readonly signing: SigningKey;
  /** Seals second factors. */
  readonly seal: HubSeal;
  readonly gate: Gate;
  readonly views: ViewShelf;
  readonly signal: AbortSignal | undefined;
  /** Waits until nobody else computes, erases or reports; within such work it goes ahead. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** What people have decided that the rules go by, as of the last refresh. */
  inForce(): GateState;
  /** Reads anew what the rules depend on: necessities and access beyond the rules. */
  refresh(): Promise<void>;
  /** Waits for what is under way, which `signal` breaks off. Asked again, it does nothing more. */
  close(): Promise<void>;
}
