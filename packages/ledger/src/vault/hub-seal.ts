import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { HubKey } from './hub-key.ts';

/** Seals short texts that the hub itself must read again: second factors. Whoever has only the ledger cannot. */
export interface HubSeal {
  /** `boundTo` says what the text is and whose: sealed text opens nowhere else. */
  seal(boundTo: string, text: string): string;
  /** Refuses (`damaged`) what was changed or belongs elsewhere, and (`hub-key`) what another key sealed. */
  open(boundTo: string, sealed: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key derived from the hub key (HKDF, RFC 5869), so that wrapping keys and sealing never meet. */
export function hubSeal(hubKey: HubKey): HubSeal {
  const key = Buffer.from(hkdfSync('sha256', hubKey.bytes, '', 'clew hub seal', 32));
  return {
    seal(boundTo, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${hubKey.id}.${sealed.toString('base64url')}`;
    },
    open(boundTo, sealed) {
      const [id, text] = sealed.split('.');
      if (id !== hubKey.id) {
        throw new Refusal(
          'hub-key',
          'This was sealed under another hub key.',
          `Use the key under which it was sealed; this one is ${hubKey.id}.`,
        );
      }
      const bytes = Buffer.from(text ?? '', 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(Buffer.from(boundTo))
          .setAuthTag(bytes.subarray(Math.max(bytes.length - tagBytes, 0)));
        const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw new Refusal('damaged', 'Something sealed was changed.', 'Put the ledger back from the backup.');
      }
    },
  };
}
