// What happens to a hub from outside while it works: a full disk, another process, Ctrl-C, a crash, missing rights.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePeople } from './bad-input-files.ts';
import { isComputing, isReading, isStoring, onHub, type TriedHub } from './bad-input-hub.ts';
import { clew, type Ended, interrupt, startClew } from './clew-child.ts';

export interface Interruption {
  readonly name: string;
  /** Makes the case in a hub with one good contribution and gives how the last command ended; a text skips it. */
  readonly act: (tried: TriedHub) => Promise<Ended | string>;
  /** Null after a kill. */
  readonly exit: number | null;
  readonly says: RegExp;
  readonly advises: RegExp;
  /** Contributions that there are more of afterwards. */
  readonly more: number;
}

const rows = { few: 5000, some: 20_000, many: 50_000 } as const;

async function started(tried: TriedHub, count: number) {
  await writePeople(join(tried.cwd, 'people.csv'), count);
  return startClew(tried, ['contribute', 'people.csv', '--partner', 'police', '--hub', tried.hub]);
}

async function contributeInterrupted(
  tried: TriedHub,
  signal: NodeJS.Signals,
  when: (hub: string) => boolean,
): Promise<Ended | string> {
  const running = await started(tried, when === isStoring ? rows.many * 4 : rows.many);
  const hit = await interrupt(running, signal, () => when(tried.hub));
  const ended = await running.ended;
  return hit ? ended : 'This machine was done before it could be interrupted.';
}

/** After a kill: the same command again, which must make good what is missing. */
async function again(tried: TriedHub, when: (hub: string) => boolean): Promise<Ended | string> {
  const killed = await contributeInterrupted(tried, 'SIGKILL', when);
  if (typeof killed === 'string') return killed;
  if (killed.signal !== 'SIGKILL') throw new Error('It was not killed');
  return onHub(tried, 'contribute', 'people.csv', '--partner', 'police');
}

async function runInterrupted(tried: TriedHub): Promise<Ended | string> {
  await writePeople(join(tried.cwd, 'people.csv'), rows.few);
  await onHub(tried, 'contribute', 'people.csv', '--partner', 'police');
  const running = startClew(tried, ['run', '--hub', tried.hub]);
  const hit = await interrupt(running, 'SIGINT', () => isComputing(tried.hub));
  const ended = await running.ended;
  return hit ? ended : 'This machine was done before it could be interrupted.';
}

async function secondProcess(tried: TriedHub): Promise<Ended | string> {
  const first = await started(tried, rows.some);
  let second: Promise<Ended> | undefined;
  await interrupt(first, 'SIGCONT', () => isStoring(tried.hub) || isReading(tried.hub));
  if (first.child.exitCode === null) second = onHub(tried, 'contribute', 'good.csv', '--partner', 'other');
  const done = await first.ended;
  if (done.code !== 0) throw new Error(`The first process ended with ${done.code}: ${done.stderr}`);
  return (await second) ?? 'The first process was done before the second began.';
}

/** Puts the hub on a disk of its own that has `left` bytes free, and hands a file in. */
async function fullDisk(tried: TriedHub, left: number, count: number): Promise<Ended | string> {
  if (process.getuid?.() !== 0) return 'Only root can make a small disk to fill.';
  const disk = join(tried.cwd, 'disk');
  execFileSync('mkdir', [disk]);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return 'This machine lets nobody make a small disk to fill.';
  }
  try {
    cpSync(tried.hub, join(disk, 'hub'), { recursive: true });
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - left));
    await writePeople(join(tried.cwd, 'people.csv'), count);
    const ended = await clew(
      tried,
      'contribute',
      'people.csv',
      '--partner',
      'police',
      '--hub',
      join(disk, 'hub'),
    );
    execFileSync('rm', [join(disk, 'ballast')]);
    execFileSync('rm', ['-r', tried.hub]);
    cpSync(join(disk, 'hub'), tried.hub, { recursive: true });
    return ended;
  } finally {
    execFileSync('umount', [disk]);
  }
}

const nobody = 65_534;

/** As somebody who is not root, for whom rights count. */
async function withoutRights(tried: TriedHub, withhold: (path: { file: string; hub: string }) => void) {
  const user = process.getuid?.() === 0 ? nobody : undefined;
  if (user !== undefined) {
    execFileSync('chown', ['-R', String(nobody), tried.cwd]);
    const probe = await clew({ cwd: tried.cwd, user }, '--version').catch(() => undefined);
    if (probe?.code !== 0) return 'Run by root, who may read everything, and nobody else may run it here.';
  }
  const file = join(tried.cwd, 'good2.csv');
  writeFileSync(file, 'Surname,Given name\nMuster,Anna\n');
  withhold({ file, hub: tried.hub });
  const args = ['contribute', 'good2.csv', '--partner', 'police', '--hub', tried.hub];
  const ended = await startClew({ cwd: tried.cwd, user }, args).ended;
  execFileSync('chmod', ['-R', 'u+rwX', tried.cwd]);
  if (user !== undefined) execFileSync('chown', ['-R', '0', tried.cwd]);
  return ended;
}

const mebibyte = 1024 * 1024;
const full = { exit: 7, says: /The disk is full/ } as const;
const stopped = { exit: 130, says: /Stopped on request/ } as const;
const room = /Free some space/;

export const interruptions: readonly Interruption[] = [
  {
    name: 'a file that may not be read',
    act: (tried) => withoutRights(tried, ({ file }) => chmodSync(file, 0)),
    exit: 4,
    says: /good2\.csv cannot be read\. It may not be read/,
    advises: /Name a file that you may read/,
    more: 0,
  },
  {
    name: 'a hub that may not be written',
    act: (tried) => withoutRights(tried, ({ hub }) => execFileSync('chmod', ['-R', 'a-w', hub])),
    exit: 4,
    says: /may not read or write/,
    advises: /who owns it/,
    more: 0,
  },
  {
    name: 'a full disk while storing',
    act: (tried) => fullDisk(tried, 8 * mebibyte, rows.many * 4),
    ...full,
    advises: /Free some space.*Nothing was kept/s,
    more: 0,
  },
  {
    name: 'a disk full before it begins',
    act: (tried) => fullDisk(tried, mebibyte / 4, rows.few),
    ...full,
    advises: room,
    more: 0,
  },
  {
    name: 'a full disk while reading',
    act: (tried) => fullDisk(tried, 10 * mebibyte, rows.many * 2),
    ...full,
    advises: /kept, but not read yet|Nothing was kept/,
    more: 1,
  },
  {
    name: 'a second process on the same hub',
    act: secondProcess,
    exit: 6,
    says: /Process \d+ works on this hub|Another process works on this hub/,
    advises: /Wait until it has finished/,
    more: 1,
  },
  {
    name: 'Ctrl-C while storing',
    act: (tried) => contributeInterrupted(tried, 'SIGINT', isStoring),
    ...stopped,
    advises: /Nothing was/,
    more: 0,
  },
  {
    name: 'Ctrl-C while reading',
    act: (tried) => contributeInterrupted(tried, 'SIGINT', isReading),
    ...stopped,
    advises: /people\.csv is kept, but not read yet/,
    more: 1,
  },
  { name: 'Ctrl-C in a run', act: runInterrupted, ...stopped, advises: /Nothing was half-written/, more: 1 },
  {
    name: 'kill -9 while storing, then again',
    act: (tried) => again(tried, isStoring),
    exit: 0,
    says: /rows in = \d[\d,\s]* stated \+ 0 refused/u,
    advises: /clew run/,
    more: 1,
  },
  {
    name: 'kill -9 while reading, then again',
    act: (tried) => again(tried, isReading),
    exit: 0,
    says: /it had not been read to the end and now is/,
    advises: /rows in = /,
    more: 1,
  },
];
