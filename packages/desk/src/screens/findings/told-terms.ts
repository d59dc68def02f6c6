interface Told<Label> {
  /** Each with the place of its terms. */
  readonly nodes: { readonly id: readonly string[]; readonly label: readonly number[] };
  readonly labels: readonly Label[];
}

interface ToldTerms<Label> {
  /** The terms of what is told, each once. */
  readonly labels: readonly Label[];
  /** Of how many of those asked for the terms are not told: protected persons, above all. */
  readonly untold: number;
}

/** On what terms some things, and what was told with them, may be used. */
export function toldOf<Label>(ids: readonly string[], { nodes, labels }: Told<Label>): ToldTerms<Label> {
  const told = new Set(nodes.id);
  const used = new Set(nodes.label);
  return {
    labels: labels.filter((_label, place) => used.has(place)),
    untold: ids.filter((id) => !told.has(id)).length,
  };
}
