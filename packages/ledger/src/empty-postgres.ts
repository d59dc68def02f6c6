import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

/** The version of PGlite that the files belong to. */
export const pgliteVersion = '0.5.16';

const fileName = `empty-postgres-${pgliteVersion}.tar.gz`;
/** In a package: beside the bundle. In the repository: in the cache of its libraries. */
const places = [
  new URL(fileName, import.meta.url),
  new URL(`../../../node_modules/.cache/clew/${fileName}`, import.meta.url),
].map((url) => fileURLToPath(url));

/**
 * The files of a PostgreSQL with nothing in it, where they were made beforehand: unpacking them is three times as fast
 * as making them. Undefined where they were not.
 */
export async function emptyPostgres(): Promise<Blob | undefined> {
  for (const place of places) {
    const files = await readFile(place).catch(() => undefined);
    if (files !== undefined) return new Blob([files], { type: 'application/x-gzip' });
  }
  return undefined;
}

/** Makes the files, once, for tests and for the bundle. Without a place: in the cache. */
export async function makeEmptyPostgres(folder = dirname(places[1] as string)): Promise<void> {
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
