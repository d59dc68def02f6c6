import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

/** The version of PGlite that the files belong to. */
export const pgliteVersion = '0.5.16';

const fileName = `empty-postgres-${pgliteVersion}.tar.gz`;
/** In a package: beside the bundle; for tests, in the folder above. In the repository: in the cache of its libraries. */
const places = [
  new URL(fileName, import.meta.url),
  new URL(`../${fileName}`, import.meta.url),
  new URL(`../../../node_modules/.cache/clew/${fileName}`, import.meta.url),
].map((url) => fileURLToPath(url));

/**
 * The files of a PostgreSQL with nothing in it, where they were made beforehand: unpacking them is many times as fast
 * as making them. Undefined where they were not.
 */
export async function emptyPostgres(): Promise<Blob | undefined> {
  const files = await packedFiles();
  return files && new Blob([files], { type: 'application/x-gzip' });
}

/** Puts those files into a folder, much faster than PGlite does; false where they were not made beforehand. */
export async function unpackEmptyPostgres(folder: string): Promise<boolean> {
  const files = await packedFiles();
  if (files === undefined) return false;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, bytes } of entriesOf(await promisify(gunzip)(files))) {
    const place = join(folder, name);
    if (bytes === undefined) await mkdir(place, { recursive: true, mode: 0o700 });
    else await writeFile(place, bytes, { mode: 0o600 });
  }
  return true;
}

async function packedFiles() {
  for (const place of places) {
    const files = await readFile(place).catch(() => undefined);
    if (files !== undefined) return files;
  }
  return undefined;
}

interface Entry {
  readonly name: string;
  /** Undefined for a folder. */
  readonly bytes: Buffer | undefined;
}

/** Folders and files of an archive that PGlite made (POSIX.1-1988 ustar), each folder before what is in it. */
function* entriesOf(archive: Buffer): Generator<Entry> {
  const block = 512;
  for (let at = 0; archive[at] !== undefined && archive[at] !== 0; ) {
    const text = (from: number, length: number) =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8);
    const isFolder = text(156, 1) === '5';
    const from = at + block;
    yield { name: text(0, 100), bytes: isFolder ? undefined : archive.subarray(from, from + size) };
    at = from + (isFolder ? 0 : Math.ceil(size / block) * block);
  }
}

/** Makes the files, once, for tests and for the bundle. Without a place: in the cache. */
export async function makeEmptyPostgres(folder = dirname(places.at(-1) as string)): Promise<void> {
  const target = `${folder}/${fileName}`;
  if ((await readFile(target).catch(() => undefined)) !== undefined) return;
  const postgres = await PGlite.create();
  const files = await postgres.dumpDataDir('gzip');
  await postgres.close();
  await mkdir(folder, { recursive: true });
  const partial = `${target}.${randomBytes(4).toString('hex')}`;
  await writeFile(partial, Buffer.from(await files.arrayBuffer()));
  await rename(partial, target);
}
