/** Header words apart by `|`, folded as `foldPhrase` folds them. */
export function headers(line: string): readonly string[] {
  return line.split('|');
}
