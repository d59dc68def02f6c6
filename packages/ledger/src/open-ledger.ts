// In: a folder. Out: the ledger in it, migrated.
// Invariant: a transaction is all there or not there, whatever stops the process; a new ledger appears whole.

import { existsSync } from 'node:fs';
import { rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Ledger } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { settleFolder } from './settle-folder.ts';

/** Makes the folder with an empty ledger in it. `at` is ISO 8601. */
export async function createLedger(folder: string, at: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const ledger = await start(partial);
  try {
    await migrate(ledger, migrations, at);
  } finally {
    await ledger.close();
  }
  await settleFolder(partial, 0);
  await rename(partial, folder);
}

/** Opens the ledger in a folder. The caller makes sure that no other process has it open. */
export async function openLedger(folder: string, at: string): Promise<Ledger> {
  if (!existsSync(folder)) {
    throw new Refusal(
      'damaged',
      'The ledger of this hub is missing.',
      'Put its folder `ledger` back from the backup.',
    );
  }
  const ledger = await start(folder);
  await migrate(ledger, migrations, at);
  return ledger;
}

async function start(folder: string): Promise<Ledger> {
  let postgres: PGlite;
  try {
    postgres = await PGlite.create(folder);
  } catch (error) {
    const known = (await isFull(folder)) ? diskFull() : ledgerError(error);
    if (known instanceof Refusal) throw known;
    throw new Refusal(
      'damaged',
      'The ledger of this hub cannot be opened.',
      'Put its folder `ledger` back from the backup; the rest of the hub can stay.',
    );
  }
  let settled = Date.now();
  const settle = async () => {
    const started = Date.now();
    // Clocks of file systems are coarser than ours.
    await settleFolder(folder, settled - 2000);
    settled = started;
  };
  return {
    query: (text, values) => rowsOf(postgres, text, values),
    async transaction(write) {
      const result = await postgres
        .transaction((inside) => write({ query: (text, values) => rowsOf(inside, text, values) }))
        .catch((error: unknown) => {
          throw ledgerError(error);
        });
      await settle();
      return result;
    },
    close: () => postgres.close(),
  };
}

async function rowsOf<T>(
  on: Pick<PGlite, 'query'> | Pick<Transaction, 'query'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  try {
    return (await on.query<T>(text, [...values])).rows;
  } catch (error) {
    throw ledgerError(error);
  }
}

/** PostgreSQL needs room to start, and says little of it when there is none. */
async function isFull(folder: string): Promise<boolean> {
  const place = await statfs(existsSync(folder) ? folder : dirname(folder)).catch(() => undefined);
  return place !== undefined && place.bavail * place.bsize < needed;
}

/** One segment of the write-ahead log. */
const needed = 16 * 1024 * 1024;

function diskFull(): Refusal {
  return new Refusal('disk-full', 'The disk is full.', 'Free some space, then run the command again.');
}

function ledgerError(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (/no space left|ENOSPC|disk full/i.test(text)) {
    return diskFull();
  }
  return error;
}
