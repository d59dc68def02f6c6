// What two short lists without repetition have in common, as SQL. Written as a filter because the engine's own
// list_intersect and list_has_any build a hash table for each row, which takes four to eight times as long.

export function common(a: string, b: string): string {
  return `list_filter(${a}, lambda item: list_contains(${b}, item))`;
}

export function commonCount(a: string, b: string): string {
  return `len(${common(a, b)})`;
}

export function haveCommon(a: string, b: string): string {
  return `(${commonCount(a, b)} > 0)`;
}

/** The least common item: of codes, the rarest value that the two share. */
export function leastCommon(a: string, b: string): string {
  return `list_min(${common(a, b)})`;
}
