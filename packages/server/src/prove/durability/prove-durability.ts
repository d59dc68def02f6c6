// In: how often to kill. Out: whether anything that was acknowledged was lost, or anything half-there was visible.
// Invariant: the process that works is another one and dies by SIGKILL; it never learns when.

import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Chance, chanceFrom } from './chance.ts';
import type { AuditEnd, Checked } from './check-hub.ts';
import { type ChildLine, type ChildTask, childFile } from './child.ts';
import type { ProofPlace } from './proof-hub.ts';

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
  while (tally.kills < options.kills && isClean(tally)) await oneHub(options, { chance, tally });
  return tally;
}

function isClean({ lost, halfThere, broken }: Tally): boolean {
  return lost.length + halfThere.length + broken.length === 0;
}

async function oneHub(
  options: DurabilityOptions,
  { chance, tally }: { readonly chance: Chance; readonly tally: Tally },
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
    note(tally, await runChild(task('make')));
    const until = Math.min(options.kills, tally.kills + (options.killsPerHub ?? 25));
    let end: AuditEnd | undefined;
    let opening = 2000;
    while (tally.kills < until && isClean(tally)) {
      const kill = momentOf(chance, opening);
      const ended = await runChild(task('work', end), kill);
      await appendFile(acknowledged, ended.done.map((line) => `${JSON.stringify(line)}\n`).join(''));
      note(tally, ended);
      tally.kills += 1;
      if (ended.checked.length === 0) tally.killsWhileOpening += 1;
      end = ended.checked.at(-1)?.end ?? end;
      opening = ended.milliseconds ?? opening;
      options.onKill?.(tally.kills, tally.acknowledged);
    }
    if (!isClean(tally)) return;
    const last = await runChild(task('rebuild', end));
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

/** When to kill: mostly at work, sometimes late enough for a whole publication, sometimes while it is opening. */
interface Moment {
  readonly from: 'start' | 'opened';
  readonly milliseconds: number;
}

function momentOf(chance: Chance, opening: number): Moment {
  const kind = chance.next();
  if (kind < 0.15) return { from: 'start', milliseconds: chance.below(Math.ceil(opening)) };
  return { from: 'opened', milliseconds: chance.below(kind < 0.75 ? 1500 : 6000) };
}

interface Ended {
  readonly checked: readonly Checked[];
  readonly done: readonly Extract<ChildLine, { line: 'done' }>['done'][];
  readonly rebuilt: boolean;
  /** From start to the end of the check. */
  readonly milliseconds: number | undefined;
  /** It was not to end by itself, or not so. */
  readonly failure: string | undefined;
}

function runChild(task: ChildTask, kill?: Moment): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', childFile, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: ChildLine[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-4000);
  });
  const killIn = ({ milliseconds }: Moment) => setTimeout(() => child.kill('SIGKILL'), milliseconds);
  if (kill?.from === 'start') killIn(kill);
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (text) => {
    const line = parsed(text);
    if (line === undefined) return;
    lines.push(line);
    if (line.line === 'opened' && kill?.from === 'opened') killIn(kill);
  });
  const read = new Promise<void>((done) => reader.on('close', done));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const expected = kill === undefined ? code === 0 : signal === 'SIGKILL';
      const failure = expected ? undefined : `${task.task} ended by itself (${code ?? signal}): ${complaint}`;
      read.then(() => resolve(endedWith(lines, failure)), reject);
    });
  });
}

/** A line that was cut off by the kill acknowledges nothing. */
function parsed(text: string): ChildLine | undefined {
  try {
    return JSON.parse(text) as ChildLine;
  } catch {
    return undefined;
  }
}

function endedWith(lines: readonly ChildLine[], failure: string | undefined): Ended {
  const opened = lines.filter((line) => line.line === 'opened');
  return {
    checked: opened.map(({ checked }) => checked),
    done: lines.filter((line) => line.line === 'done').map(({ done }) => done),
    rebuilt: lines.some((line) => line.line === 'rebuilt' && line.same),
    milliseconds: opened[0]?.milliseconds,
    failure,
  };
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
