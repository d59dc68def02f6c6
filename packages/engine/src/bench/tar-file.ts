import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The text of a file in a .tgz archive, by the end of its path; undefined where it is not in it. POSIX ustar. */
export function textInArchive(archive: string, ending: string): string | undefined {
  const bytes = gunzipSync(readFileSync(archive));
  for (let at = 0; at + 512 <= bytes.length; ) {
    const field = (from: number, length: number) =>
      bytes.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const name = field(0, 100);
    if (name.endsWith(ending) && !/(?:^|\/)\._/.test(name))
      return bytes.toString('utf8', at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
