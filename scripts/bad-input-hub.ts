// A hub to try things on, and whether it is whole afterwards.
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clew, type Ended, type Surroundings } from './clew-child.ts';

export interface State {
  /** Contributions that are kept, by id, and whether their rows are in the lake. */
  readonly contributions: ReadonlyMap<string, boolean>;
  readonly judgements: number;
  readonly reports: number;
  readonly snapshot: string | null;
}

export interface TriedHub extends Surroundings {
  readonly hub: string;
}

/** A copy of a hub in a folder of its own, which is the working folder too. */
export function copyHub(template: string, folder: string): TriedHub {
  mkdirSync(folder, { recursive: true });
  cpSync(template, join(folder, 'clew-hub'), { recursive: true });
  return { hub: join(folder, 'clew-hub'), cwd: folder };
}

export function onHub(tried: TriedHub, ...args: readonly string[]): Promise<Ended> {
  return clew(tried, ...args, '--hub', tried.hub);
}

/** What `clew status --json` counts. */
export async function stateOf(tried: TriedHub): Promise<State> {
  const { code, stdout, stderr } = await onHub(tried, 'status', '--json');
  if (code !== 0) throw new Error(`clew status ended with ${code}: ${stderr}`);
  const status = JSON.parse(stdout);
  const kept: { id: string; takenIn: boolean }[] = status.contributions;
  return {
    contributions: new Map(kept.map(({ id, takenIn }) => [id, takenIn])),
    judgements: status.judgements,
    reports: status.reports.length,
    snapshot: status.snapshot?.id ?? null,
  };
}

/** What is not as it should be after `before`, when `more` contributions came in; nothing when the hub is whole. */
export function faultsSince(before: State, now: State, more: number): string[] {
  const faults: string[] = [];
  for (const [id, takenIn] of before.contributions) {
    if (!now.contributions.has(id)) faults.push(`contribution ${id} is lost`);
    else if (takenIn && !now.contributions.get(id)) faults.push(`the rows of ${id} are lost`);
  }
  const expected = before.contributions.size + more;
  if (now.contributions.size !== expected) {
    faults.push(`${now.contributions.size} contributions instead of ${expected}`);
  }
  for (const [what, was, is] of [
    ['judgements', before.judgements, now.judgements],
    ['reports', before.reports, now.reports],
    ['snapshot', before.snapshot, now.snapshot],
  ] as const) {
    if (was !== is) faults.push(`${what}: ${is} instead of ${was}`);
  }
  return faults;
}

/** Leftovers on the disk, once the hub was opened again: drafts in the vault and objects that nothing names. */
export function leftovers(hub: string, contributions: number): string[] {
  const vault = join(hub, 'vault');
  const drafts = readdirSync(join(vault, 'drafts')).length;
  const objects = readdirSync(vault)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(vault, name))).length;
  const faults: string[] = [];
  if (drafts > 0) faults.push(`${drafts} drafts left in the vault`);
  if (objects !== contributions)
    faults.push(`${objects} files in the vault for ${contributions} contributions`);
  return faults;
}

/** True while a file is being stored in the vault. */
export function isStoring(hub: string): boolean {
  const drafts = join(hub, 'vault', 'drafts');
  return existsSync(drafts) && readdirSync(drafts).length > 0;
}

/** True while rows are being read into the lake: a folder of a contribution there that is not complete. */
export function isReading(hub: string): boolean {
  return hasPartial(join(hub, 'lake', 'contributions'));
}

/** True while a snapshot is being computed. */
export function isComputing(hub: string): boolean {
  return hasPartial(join(hub, 'lake', 'snapshots'));
}

function hasPartial(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.partial'));
}
