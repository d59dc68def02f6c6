import { hash } from 'node:crypto';

/** The first 8 bytes of SHA-256 as an unsigned number. */
export function idOf(text: string): bigint {
  return BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`);
}

/** A subject that its owner tells by a key: the same in every file of that owner. */
export function keyedSubject(owner: string, type: string, key: string): bigint {
  return idOf(`${owner}|${type}|${key}`);
}

/** A subject of one row. */
export function rowSubject(contribution: string, row: number, name: string): bigint {
  return idOf(`${contribution}|${row}|${name}`);
}

/** The form in which a subject stands as the value of a reference. */
export function referenceText(subject: bigint): string {
  return subject.toString(16).padStart(16, '0');
}
