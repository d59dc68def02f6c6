// In: where a network begins, and what an address says was unfolded and brought in since. Out: the same network again.
// Invariant: what is asked for anew is what came in the first place; what would bring something else is told by its ids.

import type { AddressedNetwork } from './network-address.ts';
import { filtersAtWork, type NetworkContent, type NetworkFilters } from './network-content.ts';
import { begunWith, type NetworkDocument, withMembers } from './network-document.ts';

interface Told {
  readonly content: NetworkContent;
  readonly ids: readonly string[];
}

/** What is asked of the hub to that end. */
export interface Anew {
  begin(): Promise<Told>;
  around(
    document: NetworkDocument,
    asked: { readonly entities: readonly string[]; readonly limit: number },
  ): Promise<Told>;
  /** Some things, and their links with one another and with what is there. */
  themselves(document: NetworkDocument, ids: readonly string[]): Promise<Told>;
}

interface Beginning {
  /** Around which things it begins. */
  readonly around: readonly string[];
  readonly addressed: Pick<AddressedNetwork, 'unfolded' | 'broughtIn'>;
}

export interface Reopened {
  /** How many things stood at the beginning. */
  readonly begun: number;
  readonly content: NetworkContent;
  readonly document: NetworkDocument;
}

/** As much as the hub tells around one thing, and in one answer. */
const most = { around: 300, inAll: 5000 } as const;

export async function reopened(ask: Anew, { around, addressed }: Beginning): Promise<Reopened> {
  const { unfolded, broughtIn } = addressed;
  const first = await ask.begin();
  let content = first.content;
  let document = begunWith(first.ids, around);
  const take = (told: Told, from: readonly string[]) => {
    const { nodes, links } = told.content;
    content = { nodes: [...content.nodes, ...nodes], links: [...content.links, ...links] };
    document = withMembers(document, told.ids, from);
  };
  if (unfolded.length > 0) {
    const limit = Math.min(most.inAll, most.around * unfolded.length);
    take(await ask.around(document, { entities: unfolded, limit }), unfolded);
  }
  if (broughtIn.length > 0) take(await ask.themselves(document, broughtIn), []);
  return { begun: first.ids.length, content, document };
}

interface Unfolding {
  /** Kinds of links that alone were followed; undefined: all. */
  readonly kinds: readonly string[] | undefined;
  /** How many more things are linked than came. */
  readonly more: number;
  /** What was let through then. */
  readonly filters: NetworkFilters;
}

/** Whether unfolding the same things later brings the same. */
export function bringsTheSame({ kinds, more, filters }: Unfolding): boolean {
  return kinds === undefined && more === 0 && filtersAtWork(filters) === 0;
}
