import { type FileHandle, open } from 'node:fs/promises';
import { Refusal } from '@clew/model/refusal.ts';

/** A file of this world that is being written: text goes in, `flush` waits until the disk has taken it. */
export interface OutputFile {
  write(text: string): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

const pieceLength = 1 << 15;

/** A text file. Nothing larger than about one cell of the world waits in memory. */
export async function openText(path: string, encode?: (text: string) => Buffer): Promise<OutputFile> {
  const handle = await opened(path);
  let waiting: string[] = [];
  let length = 0;
  const flush = async (all: boolean) => {
    if (length === 0 || (!all && length < pieceLength)) return;
    const text = waiting.join('');
    waiting = [];
    length = 0;
    await append(handle, encode === undefined ? Buffer.from(text, 'utf8') : encode(text));
  };
  return {
    write(text) {
      waiting.push(text);
      length += text.length;
    },
    flush: () => flush(false),
    async close() {
      await flush(true);
      await handle.close();
    },
  };
}

export async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    throw withoutSpace(error);
  }
}

export async function append(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    let done = 0;
    while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;
  } catch (error) {
    throw withoutSpace(error);
  }
}

function withoutSpace(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Refusal(
        'disk-full',
        'The disk is full.',
        'Free some space or choose a smaller world, then try again.',
      )
    : error;
}
