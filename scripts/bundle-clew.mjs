import { cp, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const server = new URL('../packages/server/', import.meta.url);
/** A thread has a file of its own: `startWorker` in `text-threads.ts` looks for it beside what started it. */
const textWorker = new URL('../packages/engine/src/findings/adverts/text-worker.ts', import.meta.url);

// JSON goes into the bundle: Node 20 warns on standard error when it loads JSON as a module.
const dataOnly = ['world-atlas'];

/**
 * Makes `clew.js` in a folder (a URL) that is emptied first: everything of this repository in one file and its parts,
 * libraries left to npm. Gives what esbuild tells of it. Only what packages/server/package.json names may be left out of
 * the bundle, so that an installed package finds it all.
 */
export async function bundleClew(folder) {
  const manifest = JSON.parse(await readFile(new URL('package.json', server), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: {
      clew: fileURLToPath(new URL('src/main.ts', server)),
      'text-worker': fileURLToPath(textWorker),
    },
    outdir: fileURLToPath(folder),
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
  await cp(new URL('src/access/policies/', server), new URL('policies/', folder), { recursive: true });
  return metafile;
}
