/** A name or a figure within a sentence of a picture or a file, where no markup keeps the ways apart in which they run. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
