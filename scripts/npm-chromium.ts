// In: the packed Chromium of the package @sparticuz/chromium, which npm installs with the tools for development. Out: one
// that runs on Linux on x64 with nothing but the C library: its libraries come along, and a typeface where there is none.
// It has no window (`chrome-headless-shell`), and takes two thirds of the CPU of a whole Chromium for the same pages.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { root } from './source-files.ts';

const cache = join(root, 'node_modules/.cache/clew');
const unpacked = promisify(brotliDecompress);
const run = promisify(execFile);

/** Where it starts from, unpacked once for each version; undefined where it is not installed or is for another machine. */
export async function npmChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = packedFolder();
  if (packed === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder, join(packed, 'bin'));
  return join(folder, 'start');
}

function packedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return entry.slice(0, entry.lastIndexOf('/build/'));
  } catch {
    return undefined;
  }
}

/** Whole or not at all: who comes second meanwhile finds it there. */
async function unpackTo(folder: string, packed: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const target = await mkdtemp(`${folder}.partial-`);
  try {
    const bytesOf = async (name: string) => unpacked(await readFile(join(packed, `${name}.br`)));
    await writeFile(join(target, 'chromium'), await bytesOf('chromium'));
    for (const name of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) {
      await writeFile(join(target, name), await bytesOf(name));
      await run('tar', ['-xf', name], { cwd: target });
      await rm(join(target, name));
    }
    await writeFile(join(target, 'fonts.conf'), fontsIn(folder));
    await writeFile(join(target, 'start'), starter);
    for (const name of ['chromium', 'start']) await chmod(join(target, name), 0o755);
    await rename(target, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

const starter = `#!/bin/sh
place=$(dirname "$0")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$place/fonts.conf"
LD_LIBRARY_PATH="$place/lib" exec "$place/chromium" "$@"
`;

function fontsIn(folder: string): string {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${escaped}/fonts</dir><cachedir>${escaped}/fonts-cache</cachedir></fontconfig>
`;
}
