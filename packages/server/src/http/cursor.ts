import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';

/** Hands out and takes back where a list goes on. */
export interface Cursors {
  /** `bound` says what is paged, for whom and out of which view. */
  seal(bound: string, position: string): string;
  /** The position. A cursor of another list, person or view is refused in the same words as nonsense. */
  open(bound: string, cursor: string): string;
}

const block = 32;

/**
 * Cursors that nobody can read, change or carry elsewhere: AES-256-GCM with the binding as associated data. The nonce
 * is a MAC of binding and position (after RFC 5297), so that the same page gives the same bytes; positions are padded,
 * so that their length says nothing.
 */
export function cursorsUnder(key: Buffer): Cursors {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `clew cursor ${use}`, 32));
  const cipherKey = derived('cipher');
  const nonceKey = derived('nonce');
  return {
    seal(bound, position) {
      const plain = padded(position);
      const mac = createHmac('sha256', nonceKey).update(`${bound.length}:${bound}`).update(plain).digest();
      const nonce = mac.subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(bound, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < 12 + block + 16) throw notACursor();
      try {
        const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-16));
        const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        return plain.subarray(2, 2 + plain.readUInt16BE(0)).toString();
      } catch {
        throw notACursor();
      }
    },
  };
}

function padded(position: string): Buffer {
  const text = Buffer.from(position);
  if (text.length > 1024) throw new Error('A position in a list is too long');
  const bytes = Buffer.alloc(Math.ceil((text.length + 2) / block) * block);
  bytes.writeUInt16BE(text.length, 0);
  text.copy(bytes, 2);
  return bytes;
}

export function notACursor(): Refusal {
  return new Refusal(
    'input-invalid',
    'The cursor does not belong to this list.',
    'Begin again without a cursor; the list may have changed since.',
  );
}
