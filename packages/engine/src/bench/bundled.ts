import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const packages = new URL('../../../', import.meta.url);

/** Threads have files of their own, which lie beside what starts them: the same as in `scripts/bundle-clew.mjs`. */
const textWorker = new URL('engine/src/findings/adverts/text-worker.ts', packages);

/**
 * A script of this folder as one file with all that it imports, as an installed Clew runs (`scripts/bundle.mjs`): reading 200
 * sources one by one costs a second that nobody pays who installs it. Libraries stay outside. Returns its path; the file is
 * there as long as this process.
 */
export async function bundled(script: URL): Promise<string> {
  const folder = fileURLToPath(new URL(`../node_modules/.cache/clew/bench-${process.pid}/`, packages));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const libraries: string[] = [];
  for (const name of ['model', 'engine']) {
    const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
      await readFile(new URL(`${name}/package.json`, packages), 'utf8'),
    );
    libraries.push(...Object.keys(manifest.dependencies ?? {}));
  }
  const external = libraries
    .filter((name) => !name.startsWith('@clew/'))
    .flatMap((name) => [name, `${name}/*`]);
  const entryPoints = { script: fileURLToPath(script), 'text-worker': fileURLToPath(textWorker) };
  await build({
    ...{ entryPoints, outdir: folder, outExtension: { '.js': '.mjs' }, external },
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20.19', logLevel: 'warning' },
  });
  return join(folder, 'script.mjs');
}
