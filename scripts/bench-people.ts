// Invented people for benches of one machine's hub: the same number is always the same person.

/** Two words of two syllables, scattered by Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
export function nameOf(at: number): string {
  let rest = (at * 2_654_435_761) % 2 ** 32;
  const take = (from: string) => {
    const letter = from[rest % from.length] ?? '';
    rest = Math.floor(rest / from.length);
    return letter;
  };
  const syllable = () => take('bdfgklmnprstvz') + take('aeiou');
  return `${syllable()}${syllable()} ${syllable()}${syllable()}`;
}

/** A day of the years 1960 to 1998, as `YYYY-MM-DD`. */
export function bornOf(at: number): string {
  return new Date(Date.UTC(1960, 0, 1 + ((at * 7919) % 14_000))).toISOString().slice(0, 10);
}
