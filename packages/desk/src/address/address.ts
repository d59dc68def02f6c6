// In: the part of the address after `#`. Out: which screen shows what, as data.
// Invariant: what somebody looks for and at stays behind the `#`, which no browser sends to a server: it is in no log.

/** Where somebody is: the words of the path, and what the screen shows of it. */
export interface Address {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Reads `#/hits/0123?side=asked`. Whatever it says, it gives an address. */
export function addressFrom(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** Writes an address; what is empty or undefined is left out. */
export function addressText(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return `#/${path.map(encodeURIComponent).join('/')}${text}`;
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
