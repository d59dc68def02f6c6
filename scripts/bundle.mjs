// Makes packages/server/dist/clew.js: everything of this repository in one file, libraries left to npm. Only what
// packages/server/package.json names may be left out of the bundle, so that an installed package finds it all.
import { execFileSync } from 'node:child_process';
import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'esbuild';

const server = new URL('../packages/server/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('package.json', server), 'utf8'));

// JSON goes into the bundle: Node 20 warns on standard error when it loads JSON as a module.
const dataOnly = ['world-atlas'];

await rm(new URL('dist/', server), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [fileURLToPath(new URL('src/main.ts', server))],
  outdir: fileURLToPath(new URL('dist/', server)),
  entryNames: 'clew',
  chunkNames: 'part-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: Object.keys(manifest.dependencies)
    .filter((name) => !dataOnly.includes(name))
    .flatMap((name) => [name, `${name}/*`]),
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

// The gate reads its policies as text, beside the bundle as beside the source: `access/policy-text.ts`.
await cp(new URL('src/access/policies/', server), new URL('dist/policies/', server), { recursive: true });

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
