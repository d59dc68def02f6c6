// Makes packages/desk/dist, the page that `clew serve` shows, unless what is there is newer than its sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const desk = join(root, 'packages/desk');
const made = join(desk, 'dist/index.html');
const sources = [
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
  console.error(`desk: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
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
