import { createCipheriv, createDecipheriv } from 'node:crypto';

// A file in frames, each encrypted and authenticated by itself, so that any size streams in bounded memory:
// STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
// Misuse-Resistance", CRYPTO 2015. The nonce is the frame's number; the number and whether it is the last are
// authenticated, so frames cannot be dropped, repeated, swapped or cut off. A data key serves one file only.

/** Bytes of plain text in every frame but the last, which holds 0 to this many. */
export const frameBytes = 1024 * 1024;
export const tagBytes = 16;
/** The first bytes of every file of the vault: format and version. */
export const magic = Buffer.from('CLEWVLT1');

export interface FramePlace {
  readonly number: number;
  readonly last: boolean;
}

export function sealFrame(key: Buffer, place: FramePlace, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place)).setAAD(boundTo(place));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain text of a frame, or undefined when it is not what was sealed at this place. */
export function openFrame(key: Buffer, place: FramePlace, sealed: Buffer): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place))
    .setAAD(boundTo(place))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function nonceOf({ number }: FramePlace): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

function boundTo({ number, last }: FramePlace): Buffer {
  const bound = Buffer.alloc(magic.length + 9);
  magic.copy(bound);
  bound.writeBigUInt64BE(BigInt(number), magic.length);
  bound[magic.length + 8] = last ? 1 : 0;
  return bound;
}
