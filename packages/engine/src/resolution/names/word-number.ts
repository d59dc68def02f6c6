/**
 * A word as a number below 2^31 that depends on nothing but the word (FNV-1a, 32 bits, halved). Two of ten thousand
 * words share a number with a probability of 1 in 43: the pair is then taken for one word.
 * Fowler, Noll and Vo, IETF draft-eastlake-fnv.
 */
export function wordNumber(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 31)) & 0x7fffffff;
}
