import type { Batch, Lake } from '../lake/lake.ts';
import type { Query } from '../lake/sql.ts';

/** What a statement took, all its runs together. */
export interface StatementTime {
  readonly sql: string;
  runs: number;
  seconds: number;
}

/** Times every statement that this lake runs from now on; the outcome fills as it runs. Reading counts as running. */
export function profileStatements(lake: Lake): ReadonlyMap<string, StatementTime> {
  const times = new Map<string, StatementTime>();
  const add = (query: Query, started: number) => {
    const sql = query.text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\d{3,}/g, '…')
      .slice(0, 400);
    const time = times.get(sql) ?? { sql, runs: 0, seconds: 0 };
    time.runs++;
    time.seconds += (performance.now() - started) / 1000;
    times.set(sql, time);
  };
  const run = lake.run.bind(lake);
  const batches = lake.batches.bind(lake);
  lake.run = async (query) => {
    const started = performance.now();
    await run(query);
    add(query, started);
  };
  lake.batches = async function* (query: Query, names?: string[]): AsyncGenerator<Batch> {
    const started = performance.now();
    yield* batches(query, names);
    add(query, started);
  };
  return times;
}
