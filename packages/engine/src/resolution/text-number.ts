/**
 * A text as a whole number below 2^53 that depends on nothing but the text: where texts are only asked whether they are the
 * same, numbers go into the engine at a fraction of the cost. Two sums of 32 bits, mixed as in MurmurHash3 (Appleby, 2008,
 * public domain); two of a million texts share a number with a probability of 1 in 18,000.
 */
export function textNumber(text: string): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** As `textNumber`; nothing stays nothing. */
export function textNumberOrNull(text: string | null): number | null {
  return text === null ? null : textNumber(text);
}
