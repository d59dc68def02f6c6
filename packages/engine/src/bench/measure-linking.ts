import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundled } from './bundled.ts';
import type { GivenFile } from './data-sets.ts';
import type { LinkDigest, LinkedOnce, LinkJob } from './link-once.ts';
import type { StatementTime } from './profile-statements.ts';
import { runMeasured, type Used } from './run-measured.ts';

/** A run of the line in a process of its own. */
export interface LinkRun extends LinkedOnce, LinkDigest {
  readonly used: Used;
  readonly statements: readonly StatementTime[];
}

const script = new URL('link-once.ts', import.meta.url);
let bundle: Promise<string> | undefined;

/** Links once in a new process, from a bundle. `job` as there, without its folder. */
export async function measureLinking(job: Omit<LinkJob, 'folder'>): Promise<LinkRun> {
  return inFolder(async (folder) => {
    const path = join(folder, 'job.json');
    const work = join(folder, 'work');
    await mkdir(work);
    await writeFile(path, JSON.stringify({ ...job, folder: work } satisfies LinkJob));
    bundle ??= bundled(script);
    const { used, lines } = await runMeasured(process.execPath, [await bundle, path], {
      tells: job.profile ?? false,
    });
    const [linked, digest, ...statements] = lines.map((line) => JSON.parse(line) as unknown);
    return {
      ...(linked as LinkedOnce),
      ...(digest as LinkDigest),
      used,
      statements: statements as StatementTime[],
    };
  });
}

/** A folder that is there as long as `use` runs. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the files into a folder, without their truth. */
export async function writeGiven(
  folder: string,
  files: readonly GivenFile[],
): Promise<LinkJob['files'] & {}> {
  const written = [];
  for (const { fileName, content, country } of files) {
    const path = join(folder, fileName);
    await writeFile(path, content);
    written.push({ path, country: country?.toLowerCase() ?? null });
  }
  return written;
}

/** Who is who and what was found, for each line `file,row,entity` of a file of clusters. */
export async function membersIn(
  path: string,
  files: readonly GivenFile[],
): Promise<{ truth: string; found: string }[]> {
  const members = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [file, row, found = ''] = line.split(',');
    members.push({ truth: files[Number(file)]?.truth[Number(row) - 1] ?? '', found });
  }
  return members;
}
