import type { Lake } from './lake.ts';
import { sql } from './sql.ts';

/** Rows that a thread of the engine takes at a time: of fewer there is nothing to share out. */
export const rowsOfOneThread = 122_880;

/**
 * Runs work with one thread of the engine, which is for tables of a size that one thread goes through alone: the engine's
 * own thread burns its time waiting where another has taken the only piece of work. The number of threads is the lake's: whatever else
 * runs meanwhile has one too.
 */
export async function withOneThread<T>(lake: Lake, work: () => Promise<T>): Promise<T> {
  const { threads } = await lake.row<{ threads: number }>(sql`select current_setting('threads') as threads`);
  if (threads === 1) return work();
  await lake.run(sql`set threads = 1`);
  try {
    return await work();
  } finally {
    await lake.connection.run(`set threads = ${threads}`);
  }
}
