import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { HubKey } from './hub-key.ts';

/** The data key of one vault object, encrypted under the hub key. */
export interface WrappedKey {
  /** Which hub key wrapped it. */
  readonly hubKey: string;
  /** Base64 of nonce (12 bytes), ciphertext (32) and tag (16); AES-256-GCM, bound to the object's name. */
  readonly wrapped: string;
}

const nonceBytes = 12;
const tagBytes = 16;

export function wrapKey(key: Buffer, object: string, hubKey: HubKey): WrappedKey {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', hubKey.bytes, nonce).setAAD(boundTo(object));
  const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { hubKey: hubKey.id, wrapped: sealed.toString('base64') };
}

export function unwrapKey(given: WrappedKey, object: string, hubKey: HubKey): Buffer {
  if (given.hubKey !== hubKey.id) {
    throw new Refusal(
      'hub-key',
      'These bytes were stored under another hub key.',
      `Use the key whose id is ${given.hubKey}; this one is ${hubKey.id}.`,
    );
  }
  const sealed = Buffer.from(given.wrapped, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', hubKey.bytes, sealed.subarray(0, nonceBytes))
      .setAAD(boundTo(object))
      .setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)),
      decipher.final(),
    ]);
  } catch {
    throw new Refusal('damaged', 'A stored key was changed.', 'Put the folder `vault` back from the backup.');
  }
}

function boundTo(object: string): Buffer {
  return Buffer.from(`clew data key\n${object}`);
}
