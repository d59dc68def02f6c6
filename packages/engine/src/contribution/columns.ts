/**
 * Names of columns from a header: spaces collapsed, an empty name becomes `column 5`, a name that was there before
 * becomes `name 2`.
 */
export function uniqueColumns(header: readonly string[]): string[] {
  const given = new Set(header.map(tidy));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return header.map((cell, index) => {
    const name = tidy(cell) || `column ${index + 1}`;
    let unique = name;
    let count = counts.get(name) ?? 1;
    while (taken.has(unique) || (unique !== name && given.has(unique))) unique = `${name} ${++count}`;
    counts.set(name, count);
    taken.add(unique);
    return unique;
  });
}

function tidy(name: string): string {
  return name.replace(/[\s\0\ufeff]+/g, ' ').trim();
}
