import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';

/** A file that is there, is a file, and is not empty. */
export async function readableFile(path: string): Promise<{ readonly bytes: number }> {
  const name = basename(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EACCES' ? unreadable(name, 'It may not be read.') : missing(path);
  });
  if (found.isDirectory()) throw unreadable(name, 'It is a folder.');
  if (!found.isFile()) throw unreadable(name, 'It is not a regular file.');
  if (found.size === 0) {
    throw new Refusal(
      'file-empty',
      `${name} is empty.`,
      'Ask the partner to send it again. Nothing was kept.',
    );
  }
  return { bytes: found.size };
}

/** The bytes of a file, with its failures as refusals. */
export async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw unreadable(basename(path), 'It may not be read.');
    if (code === 'ENOENT') throw missing(path);
    if (code === 'EIO') throw unreadable(basename(path), 'The disk that it lies on gives an error.');
    throw error;
  }
}

function missing(path: string): Refusal {
  return new Refusal('file-missing', `There is no file ${path}.`, 'Check the name and the folder.');
}

function unreadable(name: string, why: string): Refusal {
  return new Refusal('file-unreadable', `${name} cannot be read. ${why}`, 'Name a file that you may read.');
}
