// In: a folder. Out: PostgreSQL in this process over it.
// Invariant: a transaction that has returned is on the disk, though PGlite itself never asks for that.

import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { closeToOthers } from './close-to-others.ts';
import { unpackEmptyPostgres } from './empty-postgres.ts';
import { sessionOn } from './pglite-session.ts';
import { settleFolder } from './settle-folder.ts';
import type { Store } from './store.ts';
import { diskFull, storeError } from './store-error.ts';

/**
 * Values as `database.ts` promises them. Starting, PostgreSQL clears its buffers byte by byte, and every command of the
 * terminal starts it: the 128 MB that it takes unless told are half of the start, and the system keeps the files at hand.
 */
export const pgliteOptions: PGliteOptions = {
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'wal_buffers=256kB'],
  parsers: { [types.DATE]: (text) => text, [types.INT8]: Number },
};

/** Makes a folder with an empty PostgreSQL in it, and starts it. */
export async function createPgliteStore(folder: string): Promise<Store> {
  const since = Date.now();
  try {
    await unpackEmptyPostgres(folder);
  } catch (error) {
    throw (await isFull(folder)) ? diskFull() : storeError(error);
  }
  return storeOver(folder, await start(folder), since);
}

/** Starts PostgreSQL over a folder. No other process may have it open. */
export async function openPgliteStore(folder: string): Promise<Store> {
  const since = Date.now();
  return storeOver(folder, await start(folder), since);
}

function storeOver(folder: string, postgres: PGlite, since: number): Store {
  const settle = settler(folder, since);
  const session = sessionOn(postgres);
  return {
    query: session.query,
    async transaction(write) {
      const result = await session.transaction(write);
      await settle();
      return result;
    },
    async commit<T>(text: string, values?: readonly unknown[]) {
      const rows = await session.query<T>(text, values);
      await settle();
      return rows;
    },
    async close() {
      await postgres.close();
      closeToOthers(folder);
    },
  };
}

/**
 * What has to reach the disk for a commit to hold. PostgreSQL asks for no more than its write-ahead log, from which it
 * makes good everything since its last checkpoint; when there was a checkpoint, for all that was written until then.
 */
function settler(folder: string, since: number): () => Promise<void> {
  const log = join(folder, 'pg_wal');
  const control = join(folder, 'global', 'pg_control');
  let checkpoint = Number.NaN;
  let settledAll = since;
  let settledLog = since;
  return async () => {
    const started = Date.now();
    const { mtimeMs } = statSync(control);
    // Clocks of file systems are coarser than ours.
    if (mtimeMs === checkpoint) await settleFolder(log, settledLog - 2000);
    else {
      await settleFolder(folder, settledAll - 2000);
      settledAll = started;
    }
    checkpoint = mtimeMs;
    settledLog = started;
  };
}

async function start(folder: string): Promise<PGlite> {
  try {
    const postgres = await PGlite.create(folder, pgliteOptions);
    closeToOthers(folder);
    return postgres;
  } catch (error) {
    const known = (await isFull(folder)) ? diskFull() : storeError(error);
    if (known instanceof Refusal && known.code === 'disk-full') throw known;
    throw new Refusal(
      'damaged',
      'The ledger of this hub cannot be opened.',
      'Put its folder `ledger` back from the backup; the rest of the hub can stay.',
    );
  }
}

/** PostgreSQL needs room to start, and says little of it when there is none. */
async function isFull(folder: string): Promise<boolean> {
  const place = await statfs(existsSync(folder) ? folder : dirname(folder)).catch(() => undefined);
  return place !== undefined && place.bavail * place.bsize < needed;
}

/** One segment of the write-ahead log. */
const needed = 16 * 1024 * 1024;
