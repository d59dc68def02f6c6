// In: a password. Out: its hash in the PHC string format, and whether a password fits one.
// Invariant: the parameters stand in the string, so that old hashes go on working when the parameters are raised.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2id } from 'hash-wasm';

/** What Argon2id costs (RFC 9106): memory in KiB, passes, lanes. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
export const currentCost: HashCost = { memory: 19_456, passes: 2, lanes: 1 };

/** A hash taken apart. */
export interface PasswordHash {
  readonly cost: HashCost;
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/** Hashes a password under a new salt: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string, cost: HashCost = currentCost): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await argon2(password, { cost, salt, length: hashBytes });
  return phcText({ cost, salt, hash });
}

/** Whether a password fits a hash. Without a hash it takes as long as one of `usual` cost and is false. */
export async function passwordFits(
  password: string,
  phc: string | null,
  usual: HashCost = currentCost,
): Promise<boolean> {
  const known = phc === null ? undefined : parsePhc(phc);
  const { cost, salt, hash } = known ?? { ...nobodys, cost: usual };
  // The library hashes no empty password; there is none, so it fits nothing.
  const made = await argon2(password === '' ? ' ' : password, { cost, salt, length: hash.length });
  return timingSafeEqual(made, hash) && known !== undefined && password !== '';
}

/** Whether a hash was made at another cost than is asked now. */
export function isOutdated(phc: string, cost: HashCost = currentCost): boolean {
  const found = parsePhc(phc)?.cost;
  return found?.memory !== cost.memory || found.passes !== cost.passes || found.lanes !== cost.lanes;
}

/** Takes a PHC string apart; undefined when it is not Argon2id version 1.3 within limits that this machine bears. */
export function parsePhc(phc: string): PasswordHash | undefined {
  const found = phcForm.exec(phc);
  if (found === null) return undefined;
  const [, memory, passes, lanes, salt, hash] = found as unknown as readonly [string, ...string[]];
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  const isBearable = cost.memory <= 1_048_576 && cost.passes <= 64 && cost.lanes <= 16;
  // RFC 9106, section 3.1: at least 8 KiB a lane, one pass, a tag of 4 bytes; a salt of 8 bytes at least.
  const isLawful = cost.passes >= 1 && cost.lanes >= 1 && cost.memory >= 8 * cost.lanes;
  const parts = { salt: fromBase64(salt ?? ''), hash: fromBase64(hash ?? '') };
  const hasLength = parts.salt.length >= 8 && parts.salt.length <= 64 && parts.hash.length >= 16;
  return isBearable && isLawful && hasLength && parts.hash.length <= 64 ? { cost, ...parts } : undefined;
}

const saltBytes = 16;
const hashBytes = 32;
const nobodys: Omit<PasswordHash, 'cost'> = {
  salt: new Uint8Array(saltBytes),
  hash: new Uint8Array(hashBytes),
};

const phcForm =
  /^\$argon2id\$v=19\$m=([1-9]\d{0,9}),t=([1-9]\d{0,9}),p=([1-9]\d{0,7})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function phcText({ cost, salt, hash }: PasswordHash): string {
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.lanes}`;
  return `$argon2id$v=19$${parameters}$${toBase64(salt)}$${toBase64(hash)}`;
}

async function argon2(
  password: string,
  { cost, salt, length }: { readonly cost: HashCost; readonly salt: Uint8Array; readonly length: number },
): Promise<Uint8Array> {
  return argon2id({
    password: Buffer.from(normalised(password), 'utf8'),
    salt,
    iterations: cost.passes,
    parallelism: cost.lanes,
    memorySize: cost.memory,
    hashLength: length,
    outputType: 'binary',
  });
}

/** NIST SP 800-63B, section 5.1.1.2: NFKC, so that the same password typed on another keyboard is the same. */
export function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** Base 64 without padding, as the PHC string format has it. */
function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
