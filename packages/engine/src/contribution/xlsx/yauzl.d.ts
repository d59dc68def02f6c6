// The part of yauzl that is used; the package has no types of its own.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  namespace yauzl {
    interface Entry {
      readonly fileName: string;
      readonly compressedSize: number;
      readonly uncompressedSize: number;
      readonly crc32: number;
      isEncrypted(): boolean;
    }

    interface ZipFile {
      readonly entryCount: number;
      eachEntry(): AsyncIterable<Entry>;
      openReadStreamPromise(entry: Entry): Promise<Readable>;
    }

    function fromBufferPromise(buffer: Buffer): Promise<ZipFile>;
  }

  export = yauzl;
}
