import { randomInt } from 'node:crypto';

/** A random word that is in no file by chance: 14 letters, of which no language makes a word. */
export function markerWord(): string {
  const letters = 'bcdfghjklmnpqrstvwxz';
  return Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('');
}

/** Nine random digits, as of a telephone number. The first is never 0. */
export function markerDigits(): string {
  return String(randomInt(100_000_000, 1_000_000_000));
}

/** The forms in which a text can stand in bytes. Those of `anyCase` are in lower case, for a lowered haystack. */
export interface Needles {
  readonly anyCase: readonly Buffer[];
  readonly exact: readonly Buffer[];
}

/**
 * The forms of an ASCII marker: UTF-8 and UTF-16 in either case, hex of each case, and base64 at each of the three
 * places that a text can have among other bytes, without the characters that depend on its neighbours.
 */
export function needlesOf(marker: string): Needles {
  const cases = [...new Set([marker, marker.toLowerCase(), marker.toUpperCase(), capital(marker)])];
  const anyCase = [Buffer.from(marker.toLowerCase()), Buffer.from(marker.toLowerCase(), 'utf16le')];
  for (const text of cases) {
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      anyCase.push(Buffer.from(bytes.toString('hex')));
    }
  }
  const exact = cases.flatMap((text) => [0, 1, 2].map((offset) => base64Core(Buffer.from(text), offset)));
  return { anyCase, exact: exact.filter((needle) => needle.length > 0) };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).toLowerCase()}`;
}

/** What base64 makes of bytes that begin at `offset` within three, wherever the bytes around do not matter. */
function base64Core(bytes: Buffer, offset: number): Buffer {
  const first = (3 - offset) % 3;
  const whole = bytes.subarray(first, first + Math.floor((bytes.length - first) / 3) * 3);
  return Buffer.from(whole.toString('base64'));
}

/** Which of the markers stand in the bytes, in any form. */
export function foundIn(bytes: Buffer, needles: ReadonlyMap<string, Needles>): readonly string[] {
  const lowered = lowerAscii(bytes);
  return [...needles]
    .filter(
      ([, { anyCase, exact }]) =>
        anyCase.some((needle) => lowered.includes(needle)) || exact.some((needle) => bytes.includes(needle)),
    )
    .map(([marker]) => marker);
}

function lowerAscii(bytes: Buffer): Buffer {
  const lowered = Buffer.from(bytes);
  for (let at = 0; at < lowered.length; at++) {
    const byte = lowered[at] as number;
    if (byte >= 0x41 && byte <= 0x5a) lowered[at] = byte + 0x20;
  }
  return lowered;
}
