// In: a number of statements. Out: what listing 1,000 entities costs through the gate and without it, in one run.
// Through the gate: labels decided, view planned, audit entry on the disk, list read. Without: the same list from the
// same tables, held in memory as the hub holds them, by the same function.

import { join } from 'node:path';
import { listEntities as listIn } from '@clew/engine/graph/list-entities.ts';
import { Lake } from '@clew/engine/lake/lake.ts';
import { sql } from '@clew/engine/lake/sql.ts';
import { holdLookedUp, mountSnapshot } from '@clew/engine/pipeline.ts';
import { statementTable } from '@clew/engine/statements/tables.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { createHub } from '../../hub/create-hub.ts';
import { listEntities } from '../../hub/entities/list-entities.ts';
import type { Hub } from '../../hub/hub.ts';
import { openHub } from '../../hub/open-hub.ts';
import { fillHub } from './fill-hub.ts';

export interface GateCost {
  readonly statements: number;
  readonly rounds: number;
  readonly labels: number;
  readonly milliseconds: Compared;
  /** Milliseconds of CPU: other work on the machine hardly changes them. */
  readonly cpu: Compared;
}

/** Medians of all turns. */
export interface Compared {
  readonly withGate: number;
  readonly without: number;
  /** Medians of what each turn came to: with the gate less without it, and over without it. */
  readonly added: number;
  readonly ratio: number;
}

export interface GateCostOptions {
  readonly folder: string;
  readonly people: number;
  readonly rounds: number;
  readonly tell: (line: string) => void;
}

const title = 'Cost of the gate';

/** Makes a hub of a synthetic world and measures, turn by turn, both ways of listing. */
export async function proveGateCost({ folder, people, rounds, tell }: GateCostOptions): Promise<GateCost> {
  const key = 'ab'.repeat(32);
  const place = join(folder, 'hub');
  const world = join(folder, 'world');
  await createHub({
    folder: place,
    content: { clew: 1, title, profile: 'eu-europol' },
    hubKey: key,
    founder: 'founder',
  });
  const config = { hubKey: key, ledger: undefined, memory: undefined, threads: undefined };
  const hub = await openHub(place, { config });
  try {
    const caller: Caller = {
      actor: await actorOf(hub.ledger, 'founder', 'terminal'),
      ground: { purpose: 'cross-check', project: null },
      request: 'gate-cost',
    };
    await fillHub(hub, caller, { world, people, tell });
    return await measure(hub, caller, { rounds, tell });
  } finally {
    await hub.close();
  }
}

async function measure(
  hub: Hub,
  caller: Caller,
  { rounds, tell }: Pick<GateCostOptions, 'rounds' | 'tell'>,
): Promise<GateCost> {
  const limit = 1000;
  const asked = { limit, after: undefined };
  const through = async () => (await listEntities(hub, caller, asked)).entities.length;
  await through();
  tell('view computed');
  // Whoever comes again has it held.
  await through();
  const published = await publishedSnapshot(hub.ledger);
  if (published === undefined) throw new Error('Nothing is published');
  const planned = await hub.views.plan(caller, published);
  const view = await hub.views.open(planned, {});
  await view.read((lake) => lake.besideDone());
  const lake = await Lake.open({ folder: join(hub.layout.work, 'bare') });
  try {
    const snapshot = join(hub.layout.snapshots, planned.id);
    await mountSnapshot(lake, { ...planned.sources, folder: snapshot });
    // As the hub has by now.
    await holdLookedUp(lake, snapshot);
    const bare = async () => (await listIn(lake, asked)).length;
    const { statements } = await lake.row<{ statements: number }>(
      sql`select count(*) as statements from ${statementTable}`,
    );
    const turns: Turn[] = [];
    for (let round = 0; round < rounds + 5; round++) {
      const first = round % 2 === 0 ? await timed(through) : undefined;
      const without = await timed(bare);
      const withGate = first ?? (await timed(through));
      if (withGate.result !== limit || without.result !== limit)
        throw new Error('The list is shorter than it should be');
      // The first rounds warm both up.
      if (round >= 5) turns.push({ withGate, without });
    }
    const labels = planned.sources.scope?.labels.length ?? 0;
    const milliseconds = compared(turns, 'milliseconds');
    return { statements, rounds, labels, milliseconds, cpu: compared(turns, 'cpu') };
  } finally {
    lake.close();
  }
}

/** Both in milliseconds. */
interface Time {
  readonly milliseconds: number;
  readonly cpu: number;
}

interface Turn {
  readonly withGate: Time;
  readonly without: Time;
}

function compared(turns: readonly Turn[], kind: keyof Time): Compared {
  const of = (value: (withGate: number, without: number) => number) =>
    median(turns.map(({ withGate, without }) => value(withGate[kind], without[kind])));
  return {
    withGate: of((withGate) => withGate),
    without: of((_, without) => without),
    added: of((withGate, without) => withGate - without),
    ratio: of((withGate, without) => withGate / without),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<Time & { result: T }> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { result, milliseconds, cpu: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
