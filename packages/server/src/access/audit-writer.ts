// In: entries of requests that run at the same time. Out: the audit log, several entries to a transaction.
// Invariant: a caller goes on only when its entry is on the disk; when it cannot be written, the caller is refused.

import {
  type AuditEntry,
  type AuditHead,
  appendAuditAt,
  appendAuditEntries,
} from '@clew/ledger/audit/chain.ts';
import { addCheckpoint, lastCheckpoint } from '@clew/ledger/audit/checkpoints.ts';
import type { SigningKey } from '@clew/ledger/audit/signing-key.ts';
import type { Ledger } from '@clew/ledger/database.ts';

export interface AuditWriter {
  /** Resolves when the entry is on the disk, in the order of the calls; rejects when it could not be written. */
  readonly write: (entry: AuditEntry) => Promise<void>;
  /** Waits for what was given before. Afterwards nothing more is taken. */
  readonly close: () => Promise<void>;
}

export interface AuditWriterOptions {
  /** With it the writer signs the end of the log whenever so many entries have come since the last checkpoint. */
  readonly key?: SigningKey | undefined;
  /** 1,000 unless told. */
  readonly checkpointEvery?: number | undefined;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The most that one transaction takes, so that one failure refuses no more callers than that. */
const mostAtOnce = 500;

/** Group commit: what comes while a transaction is under way goes into the next one together. */
export function createAuditWriter(ledger: Ledger, options: AuditWriterOptions = {}): AuditWriter {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let closed = false;
  // Where the log ended when this process wrote last: one statement is enough as long as nobody else has.
  let known: AuditHead | undefined;
  // Of the last checkpoint that this process knows: the log is asked for it only when another seems due.
  let signed = 0;

  const append = async (entries: readonly AuditEntry[]): Promise<AuditHead> =>
    (known && (await appendAuditAt(ledger, { entries, head: known }))) ??
    (await ledger.transaction((database) => appendAuditEntries(database, entries)));

  const sign = async (head: AuditHead) => {
    const { key, checkpointEvery = 1000 } = options;
    if (key === undefined || head.number - signed < checkpointEvery) return;
    await ledger.transaction(async (database) => {
      signed = await lastCheckpoint(database);
      if (head.number - signed < checkpointEvery) return;
      await addCheckpoint(database, { key, at: new Date().toISOString() });
    });
  };

  const writeAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      try {
        known = await append(batch.map(({ entry }) => entry));
        await sign(known);
        for (const { done } of batch) done();
      } catch (error) {
        known = undefined;
        for (const { failed } of batch) failed(error);
      }
    }
    writing = undefined;
  };

  return {
    write: (entry) =>
      new Promise<void>((done, failed) => {
        if (closed) throw new Error('The audit log takes nothing more: the hub is closed');
        waiting.push({ entry, done, failed });
        // The first of a burst waits one turn of the loop for the others.
        writing ??= new Promise<void>((next) => setImmediate(next)).then(writeAll);
      }),
    async close() {
      closed = true;
      await writing;
    },
  };
}
