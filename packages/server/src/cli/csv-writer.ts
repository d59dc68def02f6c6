import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A line of CSV after RFC 4180, with a line feed. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\n`;
}

/** Writes a file whole or not at all, and counts its lines. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  const counted = async function* () {
    for await (const line of lines) {
      count++;
      yield line;
    }
  };
  await writeTogether([{ path, lines: counted() }]);
  return count;
}

export interface FileToWrite {
  readonly path: string;
  readonly lines: AsyncIterable<string>;
}

/** Writes files all of them whole, or none. */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  const partial = (path: string) => `${path}.partial`;
  try {
    for (const { path, lines } of files)
      await pipeline(Readable.from(lines), createWriteStream(partial(path)));
    for (const { path } of files) await rename(partial(path), path);
  } catch (error) {
    for (const { path } of files) await rm(partial(path), { force: true });
    throw error;
  }
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
