// Makes packages/desk/dist, the page that `clew serve` shows, unless what is there is newer than its sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const desk = join(root, 'packages/desk');
const made = join(desk, 'dist/index.html');
const sources = [
  fileURLToPath(import.meta.url),
  join(desk, 'index.html'),
  join(desk, 'package.json'),
  join(desk, 'vite.config.ts'),
  ...filesIn(join(desk, 'src')),
  ...filesIn(join(root, 'packages/model/src')),
];

if (process.argv.includes('--again') || !isFresh()) await buildDesk();

/** Says nothing: what is installed without tools for development, such as a hub, has no use for the page's sources. */
async function buildDesk() {
  const vite = await import('vite').catch(() => undefined);
  if (vite === undefined) return;
  const started = performance.now();
  await vite.build({ root: desk, configFile: join(desk, 'vite.config.ts'), logLevel: 'error' });
  await packAssets();
  console.error(`desk: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Every file beside itself in Brotli, as `http/desk-files.ts` sends it. The best packing is slow: large ones get the next. */
async function packAssets() {
  const assets = join(desk, 'dist/assets');
  const pack = promisify(brotliCompress);
  const names = await readdir(assets);
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(assets, name));
      const quality = bytes.length < 600_000 ? 11 : 9;
      await writeFile(
        join(assets, `${name}.br`),
        await pack(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
      );
    }),
  );
}

function isFresh() {
  if (!existsSync(made)) return false;
  const { mtimeMs } = statSync(made);
  return sources.every((path) => statSync(path).mtimeMs <= mtimeMs);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
