import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { HubKey } from '../vault/hub-key.ts';

/** An Ed25519 key (RFC 8032) that signs points of the audit log. */
export interface SigningKey {
  /** The public key, 32 bytes in base64url (the `x` of RFC 8037). */
  readonly publicKey: string;
  /** A signature over the UTF-8 of a text, 64 bytes in base64url. */
  sign(text: string): string;
}

/** What stands in PKCS #8 before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The hub's own signing key, derived from the hub key (HKDF with SHA-256, RFC 5869). So there is no second secret to
 * keep and to lose; and whoever holds the hub key can sign again, which is what countersignatures are for.
 */
export function hubSigningKey(hubKey: HubKey): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', hubKey.bytes, '', 'clew audit checkpoint 1', 32));
  return signingKey(
    createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' }),
  );
}

/** Somebody's own key: PEM (PKCS #8), as `openssl genpkey -algorithm ed25519` writes it. */
export function signingKeyFromPem(pem: string): SigningKey {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // What the library says of it can quote the file.
  }
  if (key?.asymmetricKeyType === 'ed25519') return signingKey(key);
  throw new Refusal(
    'file-unreadable',
    'The key file does not hold an Ed25519 private key without a passphrase.',
    'Make one with: openssl genpkey -algorithm ed25519 -out KEYFILE',
  );
}

/** Whether the holder of a public key signed a text. False for whatever is not a key or not a signature. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function signingKey(key: KeyObject): SigningKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key without its public half');
  return {
    publicKey: x,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}
