// In: how often to kill. Out: whether anything that was acknowledged was lost, or anything half-there was visible.
// Invariant: the process that works is another one and dies by SIGKILL; it never learns when.

import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chance, chanceFrom } from './chance.ts';
import type { AuditEnd } from './check-hub.ts';
import type { ChildTask } from './child.ts';
import type { ProofPlace } from './proof-hub.ts';
import { type Ended, type Moment, startWorkers, type Workers } from './workers.ts';

export interface DurabilityOptions {
  readonly kills: number;
  readonly seed: number;
  /** `postgres://…`: each hub gets a schema of its own there. */
  readonly postgres?: string | undefined;
  /** A hub is killed so often before it is rebuilt and another begins; 25 unless told. */
  readonly killsPerHub?: number | undefined;
  readonly onKill?: ((kills: number, acknowledged: number) => void) | undefined;
  /** Frees what a hub had on the PostgreSQL server. */
  readonly dropLedger?: ((ledger: string) => Promise<void>) | undefined;
}

export interface DurabilityProof {
  readonly kills: number;
  /** Kills while the hub was being opened again. */
  readonly killsWhileOpening: number;
  readonly acknowledged: number;
  readonly rebuilds: number;
  readonly lost: readonly string[];
  readonly halfThere: readonly string[];
  /** Breaks of the audit log, rebuilds that came to something else, processes that ended by themselves. */
  readonly broken: readonly string[];
}

interface Tally {
  kills: number;
  killsWhileOpening: number;
  acknowledged: number;
  rebuilds: number;
  readonly lost: string[];
  readonly halfThere: string[];
  readonly broken: string[];
}

/** Kills until the number is reached or something is found. */
export async function proveDurability(options: DurabilityOptions): Promise<DurabilityProof> {
  const chance = chanceFrom(options.seed);
  const tally: Tally = {
    ...{ kills: 0, killsWhileOpening: 0, acknowledged: 0, rebuilds: 0 },
    ...{ lost: [], halfThere: [], broken: [] },
  };
  const workers = startWorkers();
  try {
    while (tally.kills < options.kills && isClean(tally)) await oneHub(options, { chance, tally, workers });
  } finally {
    workers.close();
  }
  return tally;
}

function isClean({ lost, halfThere, broken }: Tally): boolean {
  return lost.length + halfThere.length + broken.length === 0;
}

async function oneHub(
  options: DurabilityOptions,
  { chance, tally, workers }: { readonly chance: Chance; readonly tally: Tally; readonly workers: Workers },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-durability-'));
  const ledger = ledgerOf(options.postgres, chance);
  const place: ProofPlace = { folder: join(folder, 'hub'), ledger };
  const acknowledged = join(folder, 'acknowledged');
  await writeFile(acknowledged, '');
  const task = (kind: ChildTask['task'], end?: AuditEnd): ChildTask => ({
    ...{ place, task: kind, seed: chance.below(2 ** 31), acknowledged, end },
  });
  try {
    note(tally, await workers.run(task('make')));
    const until = Math.min(options.kills, tally.kills + (options.killsPerHub ?? 25));
    let end: AuditEnd | undefined;
    let opening = 2000;
    while (tally.kills < until && isClean(tally)) {
      const kill = momentOf(chance, opening);
      const ended = await workers.run(task('work', end), kill);
      await appendFile(acknowledged, ended.done.map((line) => `${JSON.stringify(line)}\n`).join(''));
      note(tally, ended);
      tally.kills += 1;
      if (ended.checked.length === 0) tally.killsWhileOpening += 1;
      end = ended.checked.at(-1)?.end ?? end;
      opening = ended.milliseconds ?? opening;
      options.onKill?.(tally.kills, tally.acknowledged);
    }
    if (!isClean(tally)) return;
    const last = await workers.run(task('rebuild', end));
    note(tally, last);
    tally.rebuilds += 1;
    if (!last.rebuilt) tally.broken.push('computed from nothing, the snapshot is another');
  } finally {
    if (ledger !== undefined) await options.dropLedger?.(ledger);
    await rm(folder, { recursive: true, force: true });
  }
}

function ledgerOf(postgres: string | undefined, chance: Chance): string | undefined {
  if (postgres === undefined) return undefined;
  const url = new URL(postgres);
  const mark = `${Date.now().toString(36)}${chance.below(2 ** 31).toString(36)}`;
  url.searchParams.set('schema', `prove_${mark}`);
  return url.toString();
}

/** After some pieces of work, soon enough to fall into the next, or late enough for a publication; or while opening. */
function momentOf(chance: Chance, opening: number): Moment {
  const kind = chance.next();
  if (kind < 0.15) return { after: 'ready', milliseconds: chance.below(Math.ceil(opening)) };
  return { after: chance.below(14), milliseconds: chance.below(kind < 0.75 ? 200 : 2500) };
}

function note(tally: Tally, ended: Ended): void {
  tally.acknowledged += ended.done.length;
  for (const { lost, halfThere, audit } of ended.checked) {
    tally.lost.push(...lost);
    tally.halfThere.push(...halfThere);
    tally.broken.push(...audit.map((each) => `audit log: ${each}`));
  }
  if (ended.failure !== undefined) tally.broken.push(ended.failure);
}
