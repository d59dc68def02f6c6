// What the network screen asks of the hub, in its own terms. Every question carries the filters that hold.

import { noKind } from '../../api/ask-together.ts';
import { call } from '../../api/call.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { type AskedFilters, askedFilters } from './asked-filters.ts';
import { contentFrom, type ToldNetwork } from './content-from.ts';
import type { NetworkContent } from './network-content.ts';
import type { NetworkDocument } from './network-document.ts';
import type { Anew } from './reopen.ts';

/** A question about what is in the network now. */
export interface NetworkQuestion {
  readonly document: NetworkDocument;
  readonly signal: AbortSignal;
}

export interface Found {
  readonly content: NetworkContent;
  readonly ids: readonly string[];
  /** How many more there are than came. */
  readonly more: number;
  /** How many protected persons are left out. */
  readonly leftOut: number;
}

/** What is linked to some things; only by some kinds of links, or of some types, where told. */
export async function askAround(
  { document, signal }: NetworkQuestion,
  around: {
    readonly entities: readonly string[];
    readonly kinds?: readonly string[];
    readonly types?: readonly string[];
    /** How many things at most; 300 unless told. */
    readonly limit?: number;
  },
): Promise<Found> {
  const { entities, kinds, types, limit } = around;
  const body = {
    entities: entities.slice(0, 1000),
    ...standing(document),
    ...(kinds === undefined ? {} : { kinds: [...kinds] }),
    ...(types === undefined ? {} : { types: [...types] }),
    ...(limit === undefined ? {} : { limit }),
  };
  return foundIn(await call('expandNetwork', { body }, signal));
}

/** What some things are all linked to. */
export async function askCommon(
  { document, signal }: NetworkQuestion,
  entities: readonly string[],
): Promise<Found> {
  const body = { entities: entities.slice(0, 100), ...standing(document) };
  return foundIn(await call('findCommonNeighbours', { body }, signal));
}

export interface FoundPaths extends Pick<Found, 'content' | 'ids'> {
  readonly paths: readonly (readonly string[])[];
  /** False: there may be one that is longer than was looked for. */
  readonly searched: boolean;
}

/** The shortest paths between two things, in all that may be seen. */
export async function askPaths(
  { document, signal }: NetworkQuestion,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FoundPaths> {
  const answer = await call('findPaths', { body: { from, to, ...standing(document) } }, signal);
  const content = contentFrom(answer);
  return { content, ids: answer.nodes.id, paths: answer.paths, searched: answer.searched };
}

/** How a network is asked for anew: as it was unfolded, before any filter. */
export function askAnew(begin: (signal: AbortSignal) => Promise<ToldNetwork>, signal: AbortSignal): Anew {
  return {
    begin: async () => {
      const told = await begin(signal);
      return { content: contentFrom(told), ids: told.nodes.id };
    },
    around: (document, { entities, limit }) => askAround({ document, signal }, { entities, limit }),
    themselves: (document, entities) =>
      askAround({ document, signal }, { entities, kinds: noKind, limit: 1 }),
  };
}

function foundIn(answer: AnswerOf<'expandNetwork'>): Found {
  return {
    content: contentFrom(answer),
    ids: answer.nodes.id,
    more: answer.more,
    leftOut: answer.leftOut,
  };
}

function standing({ members, filters }: NetworkDocument): { members: string[]; filters: AskedFilters } {
  return { members: [...members], filters: askedFilters(filters) };
}
