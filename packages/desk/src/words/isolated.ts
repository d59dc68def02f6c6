/** A name or a figure within a sentence of a picture or a file, where no markup keeps the ways apart in which they run. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

/** Facts in a row, each of which runs its own way: a date behind a code must not run into it. Empty ones are left out. */
export function inARow(facts: readonly string[]): string {
  return facts.filter(Boolean).map(isolated).join(' · ');
}
