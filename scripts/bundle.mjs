// Makes packages/server/dist: the bundle of `bundle-clew.mjs`, and what lies beside it in an installed package.
import { execFileSync } from 'node:child_process';
import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bundleClew } from './bundle-clew.mjs';

const server = new URL('../packages/server/', import.meta.url);
const metafile = await bundleClew(new URL('dist/', server));

// A new hub starts from the files of an empty PostgreSQL: `empty-postgres.ts` in the ledger.
const { version: pglite } = JSON.parse(
  await readFile(new URL('../node_modules/@electric-sql/pglite/package.json', import.meta.url), 'utf8'),
);
const postgres = await PGlite.create();
const empty = await postgres.dumpDataDir('gzip');
await postgres.close();
await writeFile(
  new URL(`dist/empty-postgres-${pglite}.tar.gz`, server),
  Buffer.from(await empty.arrayBuffer()),
);

// The desk is served from files: `http/desk-files.ts`.
execFileSync(process.execPath, [fileURLToPath(new URL('build-desk.mjs', import.meta.url))], {
  stdio: 'inherit',
});
await cp(new URL('../packages/desk/dist/', import.meta.url), new URL('dist/desk/', server), {
  recursive: true,
});

for (const name of ['LICENSE', 'README.md']) {
  await copyFile(new URL(`../${name}`, import.meta.url), new URL(name, server));
}

const outside = Object.keys(metafile.inputs).filter(
  (path) => path.includes('node_modules/') && !path.endsWith('.json'),
);
if (outside.length > 0) {
  console.error(`These libraries are missing in packages/server/package.json:\n${outside.join('\n')}`);
  process.exit(1);
}
const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.error(`dist: ${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(1)} MB`);
