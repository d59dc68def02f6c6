/** A path of the contract with its parameters filled in. */
export function filledPath(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/\{([a-zA-Z]+)\}/g, (_all, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
}

/** The query of an address; what is undefined or empty is left out. */
export function queryText(query: Readonly<Record<string, unknown>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
