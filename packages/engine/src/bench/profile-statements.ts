import type { Batch, Lake } from '../lake/lake.ts';
import type { Query } from '../lake/sql.ts';
import { cpuSeconds } from './cpu-seconds.ts';

/** What a statement took, all its runs together. */
export interface StatementTime {
  readonly sql: string;
  runs: number;
  seconds: number;
  /** Seconds of all cores in the process while it ran. */
  cpu: number;
}

/** Times every statement that this lake runs from now on; the outcome fills as it runs. Reading counts as running. */
export function profileStatements(lake: Lake): ReadonlyMap<string, StatementTime> {
  const times = new Map<string, StatementTime>();
  const add = (query: Query, from: Clock) => {
    const sql = query.text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\d{3,}/g, '…')
      .slice(0, 400);
    const time = times.get(sql) ?? { sql, runs: 0, seconds: 0, cpu: 0 };
    time.runs++;
    const now = clock();
    time.seconds += now.seconds - from.seconds;
    time.cpu += now.cpu - from.cpu;
    times.set(sql, time);
  };
  const run = lake.run.bind(lake);
  const batches = lake.batches.bind(lake);
  lake.run = async (query) => {
    const started = clock();
    await run(query);
    add(query, started);
  };
  lake.batches = async function* (query: Query, names?: string[]): AsyncGenerator<Batch> {
    const started = clock();
    yield* batches(query, names);
    add(query, started);
  };
  return times;
}

interface Clock {
  readonly seconds: number;
  readonly cpu: number;
}

function clock(): Clock {
  return { seconds: performance.now() / 1000, cpu: cpuSeconds() };
}
