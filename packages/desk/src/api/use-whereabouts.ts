import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { calledPlainly } from '../ui/called.ts';
import type { Traced } from '../ui/traced.ts';
import { call, sitting } from './call.ts';
import type { ItemOf } from './contract.ts';

/** The most that one question may name. */
const mostAtOnce = 500;
/** Of more things a map and a timeline say nothing any more. */
export const mostTraced = 5000;

export interface TracedAnswer {
  /** In the order of ids. */
  readonly data: readonly Traced[] | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  refetch(): void;
}

/** How many stays and moments of each are told: of many things fewer. */
const depth = { ofFew: 200, ofMany: 50 };

/** Where and when things were: asked for in portions, answered once all of them are there. */
export function useWhereabouts(ids: readonly string[]): TracedAnswer {
  const limit = ids.length <= mostAtOnce ? depth.ofFew : depth.ofMany;
  const sorted = [...new Set(ids)].sort().slice(0, mostTraced);
  const portions = Array.from({ length: Math.ceil(sorted.length / mostAtOnce) }, (_none, part) =>
    sorted.slice(part * mostAtOnce, (part + 1) * mostAtOnce),
  );
  return useQueries({
    queries: portions.map((entities) => ({
      placeholderData: keepPreviousData,
      queryKey: ['readWhereabouts', entities, limit, sitting.ground],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const { items } = await call('readWhereabouts', { body: { entities, limit } }, signal);
        return items.map(tracedFrom);
      },
    })),
    combine: together,
  });
}

interface Answered {
  readonly data: readonly Traced[] | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

function together(answers: readonly Answered[]): TracedAnswer {
  const isPending = answers.some((answer) => answer.isPending);
  return {
    data: isPending ? undefined : answers.flatMap(({ data }) => data ?? []),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    isPending,
    refetch: () => {
      for (const answer of answers) void answer.refetch();
    },
  };
}

function tracedFrom({ id, type, caption, stays, moments }: ItemOf<'readWhereabouts'>): Traced {
  return {
    id,
    type,
    title: calledPlainly({ id, type, caption }),
    stays: stays.rows.map(({ place, country, latitude, longitude, seen }) => ({
      title: place,
      country,
      at: latitude === null || longitude === null ? null : { latitude, longitude },
      seen,
    })),
    moments: moments.rows.map(({ date, kind, other }) => ({
      date,
      kind,
      event: other === null ? null : { id: other.id, title: calledPlainly(other) },
    })),
    untold: {
      stays: stays.total - stays.rows.length,
      moments: moments.total - moments.rows.length,
    },
  };
}
