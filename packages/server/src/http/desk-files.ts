// In: the built desk, a folder of files. Out: its page and its files over HTTP.
// Invariant: only what was there at the start is served, whatever is asked; the page runs no script and no style that
// is not its own and speaks to nobody but this origin.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface DeskFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same in Brotli, as the build made it. */
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** The built page in memory: a few files of some hundred kilobytes. */
export interface Desk {
  /** With the sign `%nonce%` wherever the nonce of an answer goes. */
  readonly page: string;
  readonly files: ReadonlyMap<string, DeskFile>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** In the package beside the bundle (`scripts/bundle.mjs`), else in the repository beside the sources. */
const places = ['./desk/', '../../../desk/dist/'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** Reads the built desk; undefined where it was not built. */
export async function findDesk(): Promise<Desk | undefined> {
  const folder = places.find((place) => existsSync(join(place, 'index.html')));
  if (folder === undefined) return undefined;
  const names = (await readdir(join(folder, 'assets'))).filter((name) => extname(name) in types);
  const files = await Promise.all(
    names.map(async (name) => {
      const place = join(folder, 'assets', name);
      const bytes = new Uint8Array(await readFile(place));
      const packed = new Uint8Array(await readFile(`${place}.br`));
      return [name, { type: types[extname(name)] ?? '', bytes, packed }] as const;
    }),
  );
  return { page: await readFile(join(folder, 'index.html'), 'utf8'), files: new Map(files) };
}

/** The page. Styles that the component library adds while it runs carry the nonce of this one answer. */
export function deskPage({ page }: Desk): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(page.replaceAll('%nonce%', nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
  });
}

/** A file of the page, whose name tells its content; undefined where there is none. */
export function deskFile({ files }: Desk, name: string, accepted: string): Response | undefined {
  const file = files.get(name);
  if (file === undefined) return undefined;
  const isPacked = /\bbr\b/.test(accepted);
  return new Response(isPacked ? file.packed : file.bytes, {
    headers: {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(isPacked ? { 'content-encoding': 'br' } : {}),
    },
  });
}
