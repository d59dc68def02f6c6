// For proofs only. In: a moment and a seed. Out: a process in which the clock stands and chance repeats itself.
// Invariant: what is drawn depends on the seed that was set last and on nothing before it; `release` undoes it all.

import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { isDatabaseAtWork } from '@clew/ledger/shared-store.ts';

/** A held clock and a held source of chance. One at a time in a process. */
export interface StandStill {
  /** Sets the clock (milliseconds since the epoch) and begins chance anew. */
  set(moment: number, seed: string): void;
  release(): void;
}

/** Holds `Date` and the random bytes, numbers and ids of node:crypto still. */
export function standStill(): StandStill {
  const { randomBytes: realBytes, randomInt: realInt, randomUUID: realUUID } = crypto;
  const real = { Date: globalThis.Date, randomBytes: realBytes, randomInt: realInt, randomUUID: realUUID };
  let now = real.Date.now();
  let chance = chanceFrom('');
  class HeldDate extends real.Date {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [number]));
    }
    static override now(): number {
      return isDatabaseAtWork() || alarmAsks() ? real.Date.now() : now;
    }
  }
  const randomBytes = (size: number, done?: (error: null, bytes: Buffer) => void) => {
    const bytes = chance(size);
    if (done === undefined) return bytes;
    queueMicrotask(() => done(null, bytes));
    return undefined;
  };
  const randomUUID = () => {
    const hex = chance(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  const randomInt = (low: number, high?: number) => {
    const [from, to] = high === undefined ? [0, low] : [low, high];
    return from + (chance(6).readUIntBE(0, 6) % (to - from));
  };
  globalThis.Date = HeldDate as DateConstructor;
  Object.assign(crypto, { randomBytes, randomInt, randomUUID });
  syncBuiltinESMExports();
  return {
    set(moment, seed) {
      now = moment;
      chance = chanceFrom(seed);
    },
    release() {
      globalThis.Date = real.Date;
      const { Date: _, ...realChance } = real;
      Object.assign(crypto, realChance);
      syncBuiltinESMExports();
    },
  };
}

/** PostgreSQL in the process sets its alarms by the clock: one that stands would ring without end. */
function alarmAsks(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (_error, sites) => sites.some((site) => site.getFileName()?.includes('/pglite/'));
  Error.stackTraceLimit = 4;
  const asks = new Error().stack as unknown as boolean;
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return asks;
}

/** An endless stream of bytes out of a seed (SHA-256 in counter mode). */
function chanceFrom(seed: string): (size: number) => Buffer {
  let counter = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < size; have += 32) {
      blocks.push(createHash('sha256').update(`${seed}\n${counter++}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, size);
  };
}
