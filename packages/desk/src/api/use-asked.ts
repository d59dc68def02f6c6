import {
  keepPreviousData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { call, Refused, sitting } from './call.ts';
import type { AnswerOf, AskedOf, ItemOf, RouteId } from './contract.ts';

export interface Asking {
  /** False: it is not asked yet. */
  readonly when?: boolean;
  /** True: what was there is shown while another page or filter loads. */
  readonly keep?: boolean;
}

/** What a route answers to somebody with this purpose; asked again when either changes. */
export function useAsked<Id extends RouteId>(
  id: Id,
  asked: AskedOf<Id>,
  { when = true, keep = false }: Asking = {},
): UseQueryResult<AnswerOf<Id>, Error> {
  return useQuery({
    ...askedFor(id, asked),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<AnswerOf<Id>, Error>;
}

/** The same for several at once, with `useQueries`. */
export function askedFor<Id extends RouteId>(id: Id, asked: AskedOf<Id>) {
  return {
    queryKey: [id, asked, sitting.ground],
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<AnswerOf<Id>> => call(id, asked, signal),
  };
}

/** A list of the contract page by page, as one list that grows. */
export function usePages<Id extends RouteId>(
  id: Id,
  asked: AskedOf<Id>,
  { when = true }: Asking = {},
): { readonly items: readonly ItemOf<Id>[]; readonly answer: UseInfiniteQueryResult<unknown, Error> } {
  const answer = useInfiniteQuery({
    queryKey: [id, 'pages', asked, sitting.ground],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { query = {} } = asked as { query?: Record<string, unknown> };
      return call(id, { ...asked, query: { ...query, cursor: pageParam } } as AskedOf<Id>, signal);
    },
    getNextPageParam: (last) => (last as { next?: string | null }).next ?? undefined,
    enabled: when,
  });
  const pages = (answer.data?.pages ?? []) as readonly { items: ItemOf<Id>[] }[];
  return { items: pages.flatMap(({ items }) => items), answer };
}

/** Whether asking again may help: a refusal stays one. */
export function mayRetry(failures: number, error: Error): boolean {
  const passing = error instanceof Refused && ['unreachable', 'busy', 'not-ready'].includes(error.code);
  return passing && failures < 2;
}

/** Everything that was read may be different now. */
export function forgetAll(client: QueryClient): Promise<void> {
  return client.invalidateQueries();
}
